import MingmenCore

// One choice changed, the others as they are.

extension Guidance {
    /// How it is led with another breath, in milliseconds; none: the person's own.
    public func breathing(_ breathMs: UInt32?) -> Guidance { changed(breathMs: breathMs, pacer: pacer) }

    /// How it is led with another pacer, or none.
    public func paced(_ pacer: Pacer?) -> Guidance { changed(breathMs: breathMs, pacer: pacer) }

    /// How it is led with whatever is named here.
    public func with(
        voice: VoiceDetail? = nil, breathChimes: Bool? = nil, touches: Bool? = nil, otherSideFirst: Bool? = nil,
        warmUp: Bool? = nil, gratitude: Bool? = nil, intention: Bool? = nil
    ) -> Guidance {
        changed(
            breathMs: breathMs, pacer: pacer, voice: voice, breathChimes: breathChimes, touches: touches,
            otherSideFirst: otherSideFirst, warmUp: warmUp, gratitude: gratitude, intention: intention)
    }

    // Breath and pacer may be none, so they are always said.
    private func changed(
        breathMs: UInt32?, pacer: Pacer?, voice: VoiceDetail? = nil, breathChimes: Bool? = nil, touches: Bool? = nil,
        otherSideFirst: Bool? = nil, warmUp: Bool? = nil, gratitude: Bool? = nil, intention: Bool? = nil
    ) -> Guidance {
        Guidance(
            breathMs: breathMs, voice: voice ?? self.voice, pacer: pacer,
            breathChimes: breathChimes ?? self.breathChimes, touches: touches ?? self.touches,
            otherSideFirst: otherSideFirst ?? self.otherSideFirst,
            warmUp: warmUp ?? self.warmUp, gratitude: gratitude ?? self.gratitude,
            intention: intention ?? self.intention)
    }
}

extension SayKind {
    /// Whether a screen reader is told. It is told nothing else: they are few.
    var isMilestone: Bool {
        switch self {
        case .next, .halfWay, .lastMinute, .closing: true
        case .care, .step, .reminder, .stillness: false
        }
    }
}
