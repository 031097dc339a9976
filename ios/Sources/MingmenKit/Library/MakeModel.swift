import MingmenCore
import Observation

extension AppModel {
    /// Opens the page on which a routine is made.
    func makeRoutine() async {
        await attempt { self.enter(.make(MakeModel(app: self, form: try await self.mingmen.makeForm()))) }
    }
}

/// A routine of one's own in the making: a name, movements in an order, minutes for each.
@MainActor
@Observable
public final class MakeModel {
    /// A movement of the routine. The same one may be in it twice, so each has a number of its own.
    public struct Line: Equatable, Identifiable, Sendable {
        public let id: Int
        public let variant: VariantId
        public let link: ItemLink
        public let motion: String?
        public let posture: Posture
        /// Why the person's answers speak against it; may be empty.
        public let caution: String
        public internal(set) var minutes: UInt16
    }

    /// What does not fit, by where on the page it stands.
    public enum Fault: Equatable, Sendable {
        case name, movements
    }

    public let form: MakeForm
    public var name: String
    public private(set) var lines: [Line] = []
    /// Whether the list of movements to choose from is open.
    public var isChoosing = false
    /// What kept it from being saved; gone with the next try.
    public private(set) var fault: Fault?
    /// The routine that is changed here; none where a new one is made.
    public let changing: OwnRoutineId?
    private var nextId = 0
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, form: MakeForm, changing: OwnRoutineId? = nil, page: RoutinePage? = nil) {
        self.app = app
        self.form = form
        self.changing = changing
        name = page?.routine.name ?? ""
        for line in page?.lines ?? [] {
            let caution = form.forms.first { $0.link.id == line.variant }?.caution ?? ""
            add(line.variant, line.link, line.motion, line.posture, caution, line.minutes)
        }
    }

    /// All its minutes.
    public var minutes: Int { lines.reduce(0) { $0 + Int($1.minutes) } }

    /// Takes a movement in, last, with its usual minutes.
    public func add(_ choice: MakeChoice) {
        add(choice.link.id, choice.link, choice.motion, choice.posture, choice.caution, choice.minutes)
        isChoosing = false
    }

    public func remove(_ line: Line) {
        lines.removeAll { $0.id == line.id }
    }

    public func canMoveUp(_ line: Line) -> Bool { lines.first?.id != line.id }

    public func canMoveDown(_ line: Line) -> Bool { lines.last?.id != line.id }

    public func moveUp(_ line: Line) { move(line, by: -1) }

    public func moveDown(_ line: Line) { move(line, by: 1) }

    public func canShorten(_ line: Line) -> Bool { line.minutes > 1 }

    /// A minute more.
    public func longer(_ line: Line) { change(line) { $0 &+ 1 } }

    /// A minute less, and never none.
    public func shorter(_ line: Line) { change(line) { max(1, $0 &- 1) } }

    /// Keeps it and opens its page. Where it does not fit, everything stays and `fault` says what to mend.
    public func save() async {
        fault = nil
        let segments = lines.map { OwnSegment(variant: $0.variant, minutes: $0.minutes) }
        let draft = OwnRoutineDraft(name: name, segments: segments)
        await app.attempt {
            do {
                let saved = try await self.app.mingmen.saveOwnRoutine(draft: draft, changes: self.changing)
                try await self.app.toSaved(saved)
            } catch MingmenError.InvalidInput(let field, _) {
                self.fault = field == "name" ? .name : .movements
            }
        }
    }

    private func add(
        _ variant: VariantId, _ link: ItemLink, _ motion: String?, _ posture: Posture, _ caution: String,
        _ minutes: UInt16
    ) {
        lines.append(
            Line(
                id: nextId, variant: variant, link: link, motion: motion, posture: posture, caution: caution,
                minutes: minutes))
        nextId += 1
    }

    private func move(_ line: Line, by step: Int) {
        guard let from = lines.firstIndex(where: { $0.id == line.id }), lines.indices.contains(from + step) else {
            return
        }
        lines.swapAt(from, from + step)
    }

    private func change(_ line: Line, _ minutes: (UInt16) -> UInt16) {
        guard let place = lines.firstIndex(where: { $0.id == line.id }) else { return }
        lines[place].minutes = minutes(lines[place].minutes)
    }
}

extension AppModel {
    /// The page of a routine that was just kept, in place of the page it was made on and of its own older page.
    func toSaved(_ saved: OwnRoutineSaved) async throws {
        let model = try await routine(saved.page)
        if case .routine(let older)? = trail.last, older.page.own == saved.routine { trail.removeLast() }
        place = .routine(model)
    }
}
