import MingmenCore

// A change of mind in the middle of a practice. It goes on meanwhile: what was done stays, and the rest is led anew.

extension PlayerModel {
    /// Asks what can be changed. The figure and "Stop" stay where they are.
    public func openChanges() async {
        await inTurn { try await self.askWhatCanChange() }
    }

    public func closeChanges() {
        changeForm = nil
    }

    /// The rest takes so many minutes.
    public func leave(minutes: UInt16) async { await change(.minutes(left: minutes)) }

    /// The rest is done on a chair.
    public func sit() async { await change(.seated) }

    /// The rest is led in another manner.
    public func lead(_ guidance: Guidance) async { await change(.guidance(guidance: guidance)) }

    private func change(_ wanted: PracticeChange) async {
        await inTurn {
            // The rest is made from where the person sees it to be, so that nothing jumps.
            if self.isPlaying { try await self.take(.tick) }
            guard self.ended == nil else { return }
            try await self.make(wanted)
            try await self.askWhatCanChange()
            // What begins right here, such as the way to the chair, is said now.
            if self.isPlaying { try await self.take(.tick) }
        }
    }

    private func make(_ wanted: PracticeChange) async throws {
        let changed = try await mingmen.changePractice(
            practice: practice, wanted: wanted, monotonicMs: clocks.monotonicMs())
        let anew = Timeline(changed.script)
        if let segment = anew.segment(at: changed.player.positionMs) {
            await figures.load(segment.motion, segment.posture)
        }
        timeline = anew
        state = changed.player
        showGlance(ends: changed.segmentEnds)
    }

    private func askWhatCanChange() async throws {
        changeForm = try await mingmen.changeForm(practice: practice)
    }
}
