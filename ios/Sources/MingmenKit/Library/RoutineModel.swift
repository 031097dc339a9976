import Foundation
import MingmenCore
import Observation

/// A routine of any kind: of the catalogue, of the person's own, made to measure, or one that is a choice of others.
@MainActor
@Observable
public final class RoutineModel: Refreshable {
    public private(set) var page: RoutinePage
    /// Postures to choose from: those that the person's answers leave open.
    public let postures: [Posture]
    /// Movements that are switched on or off this time, unlike they come.
    private var switched: Set<VariantId> = []
    /// A file of the routine to hand to somebody, once it is written.
    public private(set) var sharedFile: URL?
    private var minutes: UInt16?
    private var posture: Posture?
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, page: RoutinePage, postures: [Posture]) {
        self.app = app
        self.page = page
        self.postures = postures
    }

    public var routine: Routine { page.routine }

    /// Whether it is the person's own, and so can be changed.
    public var isOwn: Bool { page.own != nil }

    /// What Begin begins; none while practice is shut, or where the routine is a choice.
    public var card: PracticeCard? {
        guard let card = page.card else { return nil }
        let usual = card.choices.leaveOut
        let off = switched.subtracting(usual)
        let leaveOut = usual.filter { !switched.contains($0) } + page.lines.map(\.variant).filter(off.contains)
        return card.with(card.choices.with(minutes: minutes, posture: posture, leaveOut: leaveOut))
    }

    public var chosenMinutes: UInt16 { minutes ?? page.card?.choices.minutes ?? routine.minutes }

    public var chosenPosture: Posture? { posture ?? page.card?.choices.posture }

    /// Whether a line can be switched on and off: what the person's answers speak against stays off.
    public func isSwitchable(_ line: RoutineLine) -> Bool {
        line.presence != .always && isInPlace(line) && line.why.isEmpty && page.card != nil
    }

    /// Whether a line is part of the practice as it would begin now.
    public func isOn(_ line: RoutineLine) -> Bool {
        guard let card else { return line.presence != .wanted }
        return isInPlace(line) && !card.choices.leaveOut.contains(line.variant)
    }

    /// Getting down to the floor and up again is for a practice that is led lying.
    private func isInPlace(_ line: RoutineLine) -> Bool {
        line.presence != .lying || chosenPosture == .lying
    }

    public func refresh() async throws {
        page = try await app.mingmen.routinePage(id: routine.id)
    }

    public func toggle(_ line: RoutineLine) {
        if isSwitchable(line) { switched.formSymmetricDifference([line.variant]) }
    }

    public func choose(minutes: UInt16) { self.minutes = minutes }

    public func choose(_ posture: Posture) { self.posture = posture }

    public func begin() async {
        guard let card else { return }
        app.ready(card)
    }

    public func open(_ link: ItemLink) async { await app.open(link) }
}

// What can be done with a routine of one's own.
extension RoutineModel {
    public func change() async {
        if isOwn { await app.makeRoutine(changing: page) }
    }

    /// Whether it was changed without being saved: `change` goes on with that.
    public var hasUnsaved: Bool { page.own.map { app.unsaved($0) != nil } ?? false }

    /// A copy under another name, opened in place of this one.
    public func duplicate() async {
        guard let own = page.own else { return }
        await app.attempt {
            let saved = try await self.app.mingmen.duplicateOwnRoutine(id: own)
            self.app.place = .routine(try await self.app.routine(saved.page))
        }
    }

    /// Deletes it at once; the Library offers to bring it back.
    public func delete() async {
        guard let own = page.own else { return }
        await app.attempt {
            _ = try await self.app.mingmen.deleteOwnRoutine(id: own)
            self.app.forgetMaking(of: own)
            try await self.app.toLibrary(deleted: self.page.routine.ownDraft)
        }
    }

    /// Writes the file that the share sheet hands on. It is no press: it neither waits for one nor keeps one waiting.
    public func prepareToShare() async {
        guard let own = page.own else { return }
        do {
            let shared = try await app.mingmen.shareOwnRoutine(id: own)
            sharedFile = try await HandedOn.write(shared.text, as: shared.fileName)
        } catch let error as MingmenError {
            app.report(error)
        } catch {
            // The phone has no room for the file: sharing is not offered.
            sharedFile = nil
        }
    }
}

extension Routine {
    /// Its movements and minutes as a routine of one's own.
    var ownDraft: OwnRoutineDraft {
        let segments = segments.map { OwnSegment(variant: $0.variant, minutes: $0.minutes) }
        return OwnRoutineDraft(name: name, segments: segments)
    }
}
