import Foundation
import MingmenCore
import Observation

extension AppModel {
    /// Opens the page on which a routine is made, or changed. What was left there without being saved is still there.
    func makeRoutine(changing page: RoutinePage? = nil) async {
        await attempt {
            let form = try await self.mingmen.makeForm()
            let left = self.unsaved(page?.own)
            left?.resume(with: form)
            let model = left ?? MakeModel(app: self, form: form, page: page)
            self.forgetMaking(of: page?.own)
            self.inTheMaking.append(model)
            self.enter(.make(model))
        }
    }

    /// What was made and not saved: of a routine of one's own, or of a new one.
    func unsaved(_ routine: OwnRoutineId?) -> MakeModel? {
        inTheMaking.first { $0.changing == routine && $0.isUnsaved }
    }

    func forgetMaking(of routine: OwnRoutineId?) {
        inTheMaking.removeAll { $0.changing == routine }
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
        public fileprivate(set) var minutes: UInt16
    }

    /// What does not fit, by where on the page it stands.
    public enum Fault: Equatable, Sendable {
        case name, movements
    }

    public private(set) var form: MakeForm
    public var name: String
    public private(set) var lines: [Line] = []
    /// Whether the list of movements to choose from is open.
    public var isChoosing = false
    /// What kept it from being saved; gone with the next try.
    public private(set) var fault: Fault?
    /// Whether the page was left and come back to before all was saved.
    public private(set) var wasLeft = false
    /// The routine that is changed here; none where a new one is made.
    public let changing: OwnRoutineId?
    private var nextId = 0
    private var putAway: (name: String, lines: [Line])?
    /// As it was when the page was opened: empty, or the routine that is changed.
    @ObservationIgnored private var start: (name: String, lines: [Line]) = ("", [])
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, form: MakeForm, page: RoutinePage? = nil) {
        self.app = app
        self.form = form
        changing = page?.own
        name = page?.routine.name ?? ""
        for line in page?.lines ?? [] { add(line.variant, line.link, line.motion, line.posture, line.minutes) }
        start = (name, lines)
    }

    /// Whether there is something here that only this page knows.
    public var isUnsaved: Bool {
        let typed = name.trimmingCharacters(in: .whitespacesAndNewlines)
        return typed != start.name || lines.map(\.segment) != start.lines.map(\.segment)
    }

    /// Why the person's answers speak against a movement; may be empty.
    public func caution(of line: Line) -> String {
        form.forms.first { $0.link.id == line.variant }?.caution ?? ""
    }

    /// All its minutes.
    public var minutes: Int { lines.reduce(0) { $0 + Int($1.minutes) } }

    /// Takes a movement in, last, with its usual minutes.
    public func add(_ choice: MakeChoice) {
        add(choice.link.id, choice.link, choice.motion, choice.posture, choice.minutes)
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
        let draft = OwnRoutineDraft(name: name, segments: lines.map(\.segment))
        await app.attempt {
            do {
                let saved = try await self.app.mingmen.saveOwnRoutine(draft: draft, changes: self.changing)
                self.app.forgetMaking(of: self.changing)
                try await self.app.toSaved(saved)
            } catch MingmenError.InvalidInput(let field, _) {
                self.fault = field == "name" ? .name : .movements
            }
        }
    }

    /// Whether something was put away that can be brought back: until the page is left, or something else is begun.
    public var canBringBack: Bool { putAway != nil && !isUnsaved }

    /// Puts away what is not saved: the page is as it was when it was first opened.
    public func putAwayUnsaved() {
        putAway = (name, lines)
        (name, lines) = start
        fault = nil
        isChoosing = false
        wasLeft = false
    }

    /// Brings back what was put away.
    public func bringBack() {
        guard canBringBack, let putAway else { return }
        (name, lines) = putAway
        self.putAway = nil
    }

    /// The page is opened again. What the person's answers speak against may be other things by now.
    fileprivate func resume(with form: MakeForm) {
        self.form = form
        isChoosing = false
        fault = nil
        wasLeft = true
        putAway = nil
    }

    private func add(
        _ variant: VariantId, _ link: ItemLink, _ motion: String?, _ posture: Posture, _ minutes: UInt16
    ) {
        lines.append(
            Line(id: nextId, variant: variant, link: link, motion: motion, posture: posture, minutes: minutes))
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

extension MakeModel.Line {
    fileprivate var segment: OwnSegment { OwnSegment(variant: variant, minutes: minutes) }
}

extension AppModel {
    /// The page of a routine that was just kept, in place of the page it was made on and of its own older page.
    func toSaved(_ saved: OwnRoutineSaved) async throws {
        let model = try await routine(saved.page)
        if case .routine(let older)? = trail.last, older.page.own == saved.routine { trail.removeLast() }
        place = .routine(model)
    }
}
