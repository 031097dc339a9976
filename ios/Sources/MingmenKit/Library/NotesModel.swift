import MingmenCore
import Observation

extension AppModel {
    /// Opens the small notes of today.
    public func keepNotes() async {
        await attempt {
            let form = try await self.mingmen.notesForm()
            self.enter(.notes(NotesModel(app: self, form: form, kept: try await self.notesOfToday())))
        }
    }

    fileprivate func notesOfToday() async throws -> [NoteLine] {
        let today = try await mingmen.today().date
        return try await mingmen.dayLog(date: today).notes
    }
}

/// Small things worth noting. Each is kept by itself, can be taken back, and none is asked for.
@MainActor
@Observable
public final class NotesModel: Refreshable {
    public let form: NotesForm
    /// What was noted today.
    public private(set) var kept: [NoteLine]
    /// Lines that are written and not kept yet.
    public var texts: [NoteKindId: String] = [:]
    private var options: [NoteKindId: NoteOptionId] = [:]
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, form: NotesForm, kept: [NoteLine]) {
        self.app = app
        self.form = form
        self.kept = kept
    }

    public func refresh() async throws {
        kept = try await app.notesOfToday()
    }

    public func isChosen(_ option: NoteOption, of kind: NoteKind) -> Bool {
        options[kind.id] == option.id
    }

    /// Chooses one of a kind's answers; the same one again takes it back.
    public func choose(_ option: NoteOption, of kind: NoteKind) {
        options[kind.id] = options[kind.id] == option.id ? nil : option.id
    }

    public func text(of kind: NoteKind) -> String { texts[kind.id] ?? "" }

    /// Whether there is something to keep.
    public func isNoted(_ kind: NoteKind) -> Bool {
        options[kind.id] != nil || text(of: kind).contains { !$0.isWhitespace }
    }

    /// Keeps what is noted of a kind. What felt wrong leads on to the stop signs.
    public func keep(_ kind: NoteKind) async {
        guard isNoted(kind) else { return }
        let draft = NoteDraft(kind: kind.id, option: options[kind.id], text: text(of: kind))
        await app.attempt {
            let made = try await self.app.mingmen.keepNote(draft: draft)
            self.options[kind.id] = nil
            self.texts[kind.id] = nil
            if made.feltWrong { try await self.app.toStopSigns() }
            try await self.refresh()
        }
    }

    /// Takes a note back.
    public func remove(_ note: NoteLine) async {
        await app.attempt {
            _ = try await self.app.mingmen.removeNote(id: note.id)
            try await self.refresh()
        }
    }

    public func open(_ link: ItemLink) async { await app.open(link) }
}
