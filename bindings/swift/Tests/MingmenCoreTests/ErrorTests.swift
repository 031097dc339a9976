import Foundation
import MingmenCore
import Testing

/// As the core says it: the one error that brings its own sentence.
private let nothingFits = "Nothing fits all of this. Another posture helps."

/// One of each.
private let errors: [MingmenError] = [
    .InvalidInput(field: "slots[1].time", problem: "after midnight"),
    .InvalidFile(line: 3, column: 14, field: "segments[0].minutes", problem: "is no number"),
    .NothingFits(said: nothingFits), .UnknownZone(zone: "Mars/Olympus"), .NotFound(kind: "routine", id: "no-such"),
    .PracticeShut, .AlreadyEnded(what: "practice"), .PracticeStillOpen, .StoreBusy, .StoreReadOnly,
    .StoreUnavailable(reason: "cannot open"), .StoreForeign, .StoreNewer(found: 9, supported: 1),
    .StoreDamaged(place: "practice 3"), .StoreFull, .StoreFailed(reason: "i/o"), .Closed, .Internal(reason: "mutex"),
]

@Suite("An error's words")
struct ErrorWordTests {
    @Test("are a sentence of its own for each case, without what is in it", arguments: errors)
    func sentences(error: MingmenError) throws {
        let text = try #require((error as any Error).localizedDescription as String?)
        #expect(text.hasSuffix(".") && !text.contains("!"))
        #expect(text == error.errorDescription)
        for detail in ["slots", "segments", "Mars", "no-such", "mutex", "i/o"] {
            #expect(!text.contains(detail))
        }
    }

    @Test("are the core's own where nothing fits: it knows what helps")
    func ownSentence() {
        #expect(MingmenError.NothingFits(said: nothingFits).errorDescription == nothingFits)
    }

    @Test("and keys are never shared")
    func areNeverShared() {
        #expect(Set(errors.map(\.key)).count == errors.count)
        #expect(Set(errors.compactMap(\.errorDescription)).count == errors.count)
    }

    @Test("come from an app's strings where it has them")
    func appStrings() throws {
        let folder = try Folder()
        let strings = #""error.store_full" = "Il n’y a plus de place.";"#
        try strings.write(to: folder.url.appending(path: "Localizable.strings"), atomically: true, encoding: .utf8)
        let bundle = try #require(Bundle(path: folder.url.path))
        #expect(MingmenError.StoreFull.sentence(in: bundle) == "Il n’y a plus de place.")
        #expect(MingmenError.Closed.sentence(in: bundle) == MingmenError.Closed.errorDescription)
    }
}

@Suite("The real core refuses")
struct RefusalTests {
    private let folder: Folder
    private let mingmen: Mingmen

    init() throws {
        folder = try Folder()
        mingmen = try Mingmen(options: folder.options(), now: monday)
    }

    @Test("a seed of the wrong length")
    func shortSeed() {
        let error = errorOf { try Mingmen(options: folder.options(seed: Data([1])), now: monday) }
        #expect(error?.key == "error.invalid_input")
    }

    @Test("a zone that no table knows")
    func unknownZone() {
        let nowhere = Now(instant: monday.instant, zone: "Mars/Olympus")
        #expect(errorOf { try mingmen.today(now: nowhere) } == .UnknownZone(zone: "Mars/Olympus"))
    }

    @Test("an instant, a date and a time that cannot be")
    func impossibleTimes() throws {
        for instant in [Date.distantPast, .distantFuture, Date(timeIntervalSinceReferenceDate: .infinity)] {
            let error = errorOf { try mingmen.today(now: Now(instant: instant, zone: "Europe/London")) }
            #expect(error?.key == "error.invalid_input")
        }
        for epochDay in [Int32.min, .max] {
            let error = errorOf { try mingmen.dayLog(date: CivilDate(epochDay: epochDay)) }
            #expect(error?.key == "error.invalid_input")
        }
        _ = try mingmen.answerScreening(ticked: [], now: monday)
        let preset = try mingmen.enrolForm(plan: nil, routine: nil, now: monday).preset
        for second in [UInt32(86_400), .max] {
            let draft = EnrolmentDraft(
                plan: preset.plan, startsOn: preset.startsOn,
                slots: [WeeklySlot(weekday: .monday, time: WallTime(secondOfDay: second))],
                timePolicy: preset.timePolicy, posture: preset.posture, length: preset.length, weeks: nil,
                routine: nil)
            let error = errorOf { try mingmen.enrol(draft: draft, now: monday) }
            #expect(error?.key == "error.invalid_input")
        }
        #expect(try mingmen.enrolments().isEmpty)
    }

    @Test("an id that nothing has")
    func unknownId() {
        let error = errorOf { try mingmen.routinePage(id: "no-such", now: monday) }
        #expect(error == .NotFound(kind: "routine", id: "no-such"))
    }

    /// The catalogue's first routine as it is.
    private func anyPractice() throws -> BeginDraft {
        let all = LibraryFilter(area: nil, posture: nil, atMostMinutes: nil)
        let first = try #require(try mingmen.library(filter: all).routines.first)
        let routine = try mingmen.routinePage(id: first.link.id, now: monday).routine
        let guidance = try mingmen.guidanceForm().chosen
        let choices = Choices(minutes: routine.minutes, posture: .seated, guidance: guidance, leaveOut: [])
        return BeginDraft(routine: routine.id, choices: choices, reason: .free, painBefore: nil)
    }

    @Test("a file that is no routine, and says where")
    func invalidFile() throws {
        let text = "{\n  \"name\": 3\n}"
        let error = errorOf { try mingmen.importOwnRoutine(text: text, now: monday) }
        guard case .InvalidFile(let line, let column, _, let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(line > 0 && column > 0 && !problem.isEmpty)
        #expect(try mingmen.library(filter: LibraryFilter(area: nil, posture: nil, atMostMinutes: nil)).own.isEmpty)
    }

    @Test("a routine to measure that nothing fits, and says what to change")
    func nothingFitsAll() throws {
        let everything = LibraryFilter(area: nil, posture: nil, atMostMinutes: nil)
        let all = try mingmen.library(filter: everything).movements.map(\.link.id)
        let draft = MeasureDraft(minutes: 20, posture: .seated, area: nil, avoid: all, day: .ordinary, seed: 0)
        guard case .NothingFits(let said) = errorOf({ try mingmen.madeToMeasure(draft: draft, now: monday) }) else {
            Issue.record("something fits")
            return
        }
        #expect(said.hasSuffix(".") && !said.contains("!"))
    }

    @Test("practice before the screening")
    func practiceIsShut() throws {
        let draft = try anyPractice()
        #expect(errorOf { try mingmen.beginPractice(draft: draft, now: monday) } == .PracticeShut)
    }

    @Test("a second practice while one is open")
    func secondPractice() throws {
        _ = try mingmen.answerScreening(ticked: [], now: monday)
        let draft = try anyPractice()
        _ = try mingmen.beginPractice(draft: draft, now: monday)
        #expect(errorOf { try mingmen.beginPractice(draft: draft, now: monday) } == .PracticeStillOpen)
    }

    @Test("a clearance where practice is not shut")
    func clearanceWhileOpen() throws {
        _ = try mingmen.answerScreening(ticked: [], now: monday)
        let error = errorOf { try mingmen.recordClearance(now: monday) }
        #expect(error?.key == "error.already_ended")
    }

    @Test("a folder that is not there")
    func missingFolder() {
        let error = errorOf { try Mingmen(options: folder.options(file: "no/such/mingmen.db"), now: monday) }
        #expect(error?.key == "error.store_unavailable")
    }

    @Test("a file that is not ours, and leaves it as it is")
    func foreignFile() throws {
        let file = folder.url.appending(path: "letter.txt")
        let letter = Data(String(repeating: "Dear doctor. ", count: 100).utf8)
        try letter.write(to: file)
        let error = errorOf { try Mingmen(options: folder.options(file: "letter.txt"), now: monday) }
        #expect(error == .StoreForeign)
        #expect(try Data(contentsOf: file) == letter)
    }

    @Test("a call after it was shut down, and shutting down again does nothing")
    func closed() throws {
        try mingmen.shutDown()
        #expect(errorOf { try mingmen.today(now: monday) } == .Closed)
        #expect(errorOf { try mingmen.answerScreening(ticked: [], now: monday) } == .Closed)
        try mingmen.shutDown()
    }
}
