import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("The body map", .timeLimit(.minutes(1)))
struct BodyMapTests {
    private func open(_ phone: Phone) async throws -> BodyMapModel {
        await phone.app.open(.library)
        await (try phone.app.library()).showBodyMap()
        return try phone.app.bodyMap()
    }

    @Test("finds the smallest part that a touch falls in, on every side")
    func touches() async throws {
        let phone = try await Phone()
        let model = try await open(phone)
        var found: Set<AreaId> = []
        for side in model.map.views.indices {
            model.show(side)
            let view = try #require(model.view)
            for (x, y) in stride(from: 0, to: Int(view.width), by: 30).flatMap({ x in
                stride(from: 0, to: 1_000, by: 30).map { (Double(x), Double($0)) }
            }) where !isNearAPoint(view, x, y) {
                await model.touch(x: x, y: y)
                if let area = model.area {
                    found.insert(area)
                    let under = view.areas.filter { $0.area != "whole-body" && $0.contains(x: x, y: y) }
                    #expect(under.first { $0.area == area }?.surface == under.map(\.surface).min())
                    model.choose(area)
                }
            }
        }
        #expect(found.isSuperset(of: ["low-back", "neck", "knees", "belly", "soles"]))
        // Nobody means all of it who touches beside the hand: that part is chosen from the list.
        #expect(!found.contains("whole-body"))
        model.show(99)
        #expect(model.view != nil)
    }

    private func isNearAPoint(_ view: BodyView, _ x: Double, _ y: Double) -> Bool {
        view.points.contains { abs(Double($0.at.x) - x) < 30 && abs(Double($0.at.y) - y) < 30 }
    }

    @Test("opens what there is to read about a point that is touched, and about every one in the list")
    func points() async throws {
        let phone = try await Phone()
        let model = try await open(phone)
        for side in model.map.views.indices {
            model.show(side)
            for point in try #require(model.view).points {
                await model.touch(x: Double(point.at.x) + 1, y: Double(point.at.y) - 1)
                #expect(throws: Never.self, "\(point.title)") { try phone.app.reading() }
                await phone.app.back()
            }
            for channel in try #require(model.view).channels {
                await model.read(channel.item)
                #expect(try phone.app.reading().page.item.id == channel.item)
                await phone.app.back()
            }
        }
        #expect(try phone.app.bodyMap() === model)
    }

    @Test("leads to the Library narrowed to a part, where something is for it")
    func narrows() async throws {
        let phone = try await Phone()
        let model = try await open(phone)
        let areas = try await phone.mingmen.library(filter: .everything).areas.map(\.area)
        let known = try #require(model.map.views.flatMap(\.areas).first { areas.contains($0.area) })
        await model.showMovements()
        #expect(try phone.app.bodyMap() === model)
        model.choose(known.area)
        await model.showMovements()
        #expect(try phone.app.library().filter.area == known.area)
        await phone.app.back()
        #expect(try phone.app.bodyMap() === model && model.area == known.area)
        model.choose("no-such-part")
        #expect(!model.hasSomethingForArea && model.shape == nil)
    }
}

@MainActor
@Suite("The body check", .timeLimit(.minutes(1)))
struct BodyCheckTests {
    @Test("takes one answer or several as each question asks, and any may be passed over")
    func answers() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        await (try phone.app.firstBreath()).lookAround()
        await phone.app.checkBody()
        let check = try phone.app.bodyCheck()
        #expect(check.last == nil && !check.isAnswered && !check.form.notice.isEmpty)
        await check.finish()
        #expect(try phone.app.bodyCheck() === check)
        let many = try #require(check.form.questions.first { $0.many })
        let one = try #require(check.form.questions.first { !$0.many })
        check.choose(many.options[1], of: many)
        check.choose(many.options[0], of: many)
        check.choose(one.options[0], of: one)
        check.choose(one.options[1], of: one)
        #expect(!check.isChosen(one.options[0], of: one) && check.isChosen(one.options[1], of: one))
        await check.finish()
        let suggestions = try phone.app.suggestions().suggestions
        #expect(Set(suggestions.answers.map(\.question)) == [many.id, one.id])
        #expect(suggestions.answers.first { $0.question == many.id }?.chosen == many.options.prefix(2).map(\.id))
        #expect(!suggestions.practise.isEmpty && suggestions.practise.allSatisfy { !$0.reason.text.isEmpty })
        await phone.app.back()
        #expect(throws: Never.self) { try phone.app.library() }
    }

    @Test("an answer pressed again is taken back")
    func takenBack() async throws {
        let phone = try await Phone()
        await phone.app.checkBody()
        let check = try phone.app.bodyCheck()
        for question in check.form.questions {
            check.choose(question.options[0], of: question)
            check.choose(question.options[0], of: question)
        }
        #expect(!check.isAnswered)
    }

    @Test("a suggestion opens, or is practised, and Back leads to the suggestions")
    func follows() async throws {
        let phone = try await Phone()
        let model = try await suggested(phone, screened: true)
        let suggestion = try #require(model.suggestions.practise.first { $0.card != nil })
        await model.open(suggestion)
        #expect(phone.app.trouble == nil)
        await phone.app.back()
        #expect(try phone.app.suggestions() === model)
        await model.practise(suggestion)
        #expect(try phone.app.ready().card == suggestion.card)
        await phone.app.back()
        await model.again()
        let check = try phone.app.bodyCheck()
        #expect(check.last != nil)
        check.showLast()
        #expect(try phone.app.suggestions().suggestions.practise == model.suggestions.practise)
    }

    @Test("says so where the answers suggest nothing, and leads to the Library")
    func nothing() async throws {
        let phone = try await Phone { try SilentMingmen(options: $0, now: $1) }
        let model = try await suggested(phone, screened: true)
        #expect(model.isEmpty && !model.suggestions.notice.isEmpty)
        await model.showLibrary()
        #expect(throws: Never.self) { try phone.app.library() }
    }

    @Test("suggests other things for the same pain on another day")
    func anotherDay() async throws {
        var suggested: [[ItemId]] = []
        for answer in [0, 1] {
            let phone = try await Phone()
            try await phone.answerNothing()
            await phone.app.checkBody()
            let check = try phone.app.bodyCheck()
            for (place, question) in check.form.questions.enumerated() {
                check.choose(question.options[place == 0 ? 0 : question.options.count - 1 - answer], of: question)
            }
            await check.finish()
            let suggestions = try phone.app.suggestions().suggestions
            #expect(!suggestions.answered.isEmpty && !suggestions.notice.isEmpty)
            suggested.append((suggestions.practise + suggestions.read).map(\.link.id))
        }
        #expect(suggested[0] != suggested[1] && suggested.allSatisfy { !$0.isEmpty })
    }

    @Test("nothing that is suggested can be begun while practice is shut")
    func shut() async throws {
        let phone = try await Phone()
        let model = try await suggested(phone, screened: false)
        let suggestion = try #require(model.suggestions.practise.first)
        #expect(model.suggestions.practise.allSatisfy { $0.card == nil })
        await model.practise(suggestion)
        #expect(try phone.app.suggestions() === model)
    }

    private func suggested(_ phone: Phone, screened: Bool) async throws -> SuggestionsModel {
        if screened { try await phone.answerNothing() }
        await phone.app.checkBody()
        let check = try phone.app.bodyCheck()
        for question in check.form.questions { check.choose(question.options[0], of: question) }
        await check.finish()
        return try phone.app.suggestions()
    }
}

@MainActor
@Suite("Small notes", .timeLimit(.minutes(1)))
struct NoteTests {
    @Test("are kept one by one, shown for today, and can be taken back")
    func kept() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        await (try phone.app.today()).keepNotes()
        let notes = try phone.app.notes()
        let choice = try #require(notes.form.kinds.first { !$0.options.isEmpty })
        let written = try #require(notes.form.kinds.first { $0.takesText && $0.options.isEmpty })
        await notes.keep(choice)
        #expect(notes.kept.isEmpty)
        notes.choose(choice.options[0], of: choice)
        notes.choose(choice.options[1], of: choice)
        #expect(!notes.isChosen(choice.options[0], of: choice) && notes.isNoted(choice))
        await notes.keep(choice)
        notes.texts[written.id] = "The garden"
        await notes.keep(written)
        #expect(notes.kept.map(\.title) == [choice.title, written.title])
        #expect(notes.kept.map(\.text) == [choice.options[1].text, "The garden"])
        #expect(!notes.isNoted(choice) && !notes.isNoted(written))
        await notes.remove(try #require(notes.kept.first))
        #expect(notes.kept.map(\.text) == ["The garden"])
        notes.choose(choice.options[0], of: choice)
        notes.choose(choice.options[0], of: choice)
        notes.texts[written.id] = "  "
        #expect(!notes.isNoted(choice) && !notes.isNoted(written))
        await phone.app.back()
        #expect(throws: Never.self) { try phone.app.today() }
    }

    @Test("are never asked for: none is kept where nothing was noted, and a fault leaves the line as it was")
    func optional() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        await phone.app.keepNotes()
        let notes = try phone.app.notes()
        for kind in notes.form.kinds { await notes.keep(kind) }
        #expect(notes.kept.isEmpty && phone.app.trouble == nil)
        let kind = try #require(notes.form.kinds.first { $0.takesText })
        notes.texts[kind.id] = String(repeating: "a", count: 100_000)
        await notes.keep(kind)
        #expect(phone.app.trouble?.key == "error.invalid_input" && notes.kept.isEmpty)
        #expect(notes.text(of: kind).count == 100_000)
    }

    @Test("that felt wrong lead to the stop signs, and an emergency there shuts practice")
    func feltVeryWrong() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        await phone.app.keepNotes()
        let notes = try phone.app.notes()
        let kind = try #require(notes.form.kinds.first { $0.options.contains(where: \.feltWrong) })
        notes.choose(try #require(kind.options.first { $0.feltWrong }), of: kind)
        await notes.keep(kind)
        let stopped = try phone.app.stopped()
        await stopped.choose(try #require(stopped.form.emergency.first { $0.next == .emergency }))
        await stopped.goOn()
        #expect(throws: Never.self) { try phone.app.redFlag() }
        guard case .shut = try await phone.mingmen.gate() else {
            Issue.record("practice is open")
            return
        }
        // Reading stays open.
        await (try phone.app.redFlag()).lookAround()
        #expect(try phone.app.library().page.topics.isEmpty == false)
    }

    @Test("lead to the stop signs where something felt wrong, and back from there")
    func feltWrong() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        await phone.app.keepNotes()
        let notes = try phone.app.notes()
        let kind = try #require(notes.form.kinds.first { $0.options.contains(where: \.feltWrong) })
        notes.choose(try #require(kind.options.first { $0.feltWrong }), of: kind)
        await notes.keep(kind)
        let stopped = try phone.app.stopped()
        #expect(stopped.hasWayBack)
        await stopped.back()
        #expect(try phone.app.notes() === notes && notes.kept.count == 1)
        await notes.open(try #require(notes.form.kinds.flatMap(\.related).first))
        #expect(phone.app.trouble == nil)
    }
}

@MainActor
@Suite("Something felt wrong", .timeLimit(.minutes(1)))
struct StopSignTests {
    /// The signs, after a practice and from its check-in.
    private func stopped(_ phone: Phone) async throws -> StoppedModel {
        try await phone.enrolled()
        try await phone.begun(pain: 3)
        try await phone.practise(seconds: 3 + 600)
        let checkIn = try phone.app.checkIn()
        #expect(!checkIn.hasSomething)
        checkIn.pain = 6
        checkIn.toggle("tired")
        checkIn.choose(mood: 9)
        checkIn.choose(mood: 3)
        checkIn.note = " By the window \n"
        await checkIn.feltWrong()
        return try phone.app.stopped()
    }

    /// The pain after each practice of today, and what was noticed.
    private func kept(_ phone: Phone) async throws -> [CheckIn] {
        let today = try await phone.mingmen.today().date
        return try await phone.mingmen.dayLog(date: today).checkIns.filter { $0.noted.moment == .after }
    }

    @Test("and an emergency sign leads to the page that says what to do, and shuts practice")
    func emergency() async throws {
        let phone = try await Phone()
        let stopped = try await stopped(phone)
        let sign = try #require(stopped.form.emergency.first { $0.next == .emergency })
        await stopped.choose(sign)
        #expect(stopped.chosen == sign && !stopped.hasWayBack && !stopped.hasStopped)
        await stopped.goOn()
        #expect(try phone.app.redFlag().card.call?.number == "999")
        #expect(phone.app.trail.isEmpty)
        let kept = try await kept(phone)
        #expect(kept.map(\.noted.pain) == [6])
        #expect(kept.map(\.noted.sensations) == [["tired", "something-felt-wrong"]])
        try await phone.killAndOpen()
        #expect(try phone.app.today().card == nil)
        #expect(try await phone.mingmen.reminders(count: 60).isEmpty)
    }

    @Test("and a doubtful sign asks the questions again, after a new start too")
    func screen() async throws {
        let phone = try await Phone()
        let stopped = try await stopped(phone)
        await stopped.choose(try #require(stopped.form.signs.first { $0.next == .screen }))
        await stopped.goOn()
        #expect(try phone.app.screening().pageIndex == 0)
        try await phone.killAndOpen()
        #expect(throws: Never.self) { try phone.app.screening() }
    }

    @Test("and a sign to rest leads to Today, with practice open")
    func rest() async throws {
        let phone = try await Phone()
        let stopped = try await stopped(phone)
        await stopped.choose(try #require(stopped.form.signs.first { $0.next == .rest }))
        await stopped.goOn()
        #expect(try phone.app.today().card != nil)
        #expect(try await kept(phone).count == 1)
    }

    @Test("and none of the signs: the day is done, and what was noted is kept")
    func none() async throws {
        let phone = try await Phone()
        let stopped = try await stopped(phone)
        await stopped.doneForToday()
        #expect(try phone.app.today().today.heading == "Done for today")
        #expect(try await kept(phone).map(\.noted.pain) == [6])
        #expect(try await phone.mingmen.gate() == .open(advice: []))
    }

    @Test("pressed by mistake leads back to the check-in as it was")
    func mistake() async throws {
        let phone = try await Phone()
        let stopped = try await stopped(phone)
        await phone.app.back()
        let checkIn = try phone.app.checkIn()
        #expect(checkIn.pain == 6 && checkIn.noticed == ["tired"])
        #expect(try await phone.mingmen.gate() == .open(advice: []))
        #expect(try await kept(phone).isEmpty)
        await stopped.choose(StopSign(id: "no-such", text: "", next: .rest, advice: "", origin: .proposed))
        #expect(phone.app.trouble?.key == "error.not_found" && stopped.chosen == nil)
        await checkIn.save()
        let kept = try await kept(phone).map(\.noted)
        #expect(kept.map(\.sensations) == [["tired"]])
        #expect(kept.map(\.mood) == [3] && kept.map(\.note) == ["By the window"])
    }
}
