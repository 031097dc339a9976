import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("The Library", .timeLimit(.minutes(1)))
struct LibraryTests {
    @Test("is narrowed to a part of the body and a posture, and the same press opens it again")
    func narrows() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        let library = try phone.app.library()
        let all = library.page
        #expect(!all.routines.isEmpty && !all.topics.isEmpty && all.own.isEmpty)
        let area = try #require(all.areas.first { $0.name == "Lower back" } ?? all.areas.first)
        await library.choose(area.area)
        await library.choose(Posture.seated)
        #expect(library.isNarrowed && library.page.movements.count < all.movements.count)
        #expect(library.page.movements.allSatisfy { $0.posture == .seated })
        await library.choose(area.area)
        #expect(library.filter == LibraryFilter(area: nil, posture: .seated, atMostMinutes: nil))
        await library.showEverything()
        #expect(library.page == all && !library.isNarrowed)
    }

    @Test("is narrowed to what takes little time, and the same press opens it again")
    func short() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        let library = try phone.app.library()
        let all = library.page
        await library.chooseShort()
        #expect(library.filter.atMostMinutes == all.shortMinutes)
        #expect(library.page.routines.count < all.routines.count && !library.page.movements.isEmpty)
        await library.chooseShort()
        #expect(library.page == all && !library.isNarrowed)
    }

    @Test("keeps its list where the core refuses to narrow it")
    func refusal() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        let library = try phone.app.library()
        let all = library.page
        await library.choose(AreaId("no-such-area"))
        #expect(phone.app.trouble?.key == "error.not_found")
        #expect(library.page == all && !library.isNarrowed)
    }

    @Test("leads from page to page, and back the same way to what was chosen on it")
    func trail() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        await phone.app.open(.library)
        let library = try phone.app.library()
        await library.choose(Posture.seated)
        let first = try #require(library.page.routines.first)
        await library.open(first.link)
        let routine = try phone.app.routine()
        let line = try #require(routine.page.lines.first)
        await routine.open(line.link)
        #expect(try phone.app.movement().movement.name.isEmpty == false)
        #expect(phone.app.place.tab == .library)
        #expect(phone.app.openLibrary === library)
        #expect(phone.app.place.libraryPage != ObjectIdentifier(library))
        await phone.app.back()
        #expect(try phone.app.routine() === routine)
        await phone.app.back()
        #expect(try phone.app.library() === library && library.filter.posture == .seated)
        #expect(phone.app.trail.isEmpty)
        #expect(phone.app.place.libraryPage == ObjectIdentifier(library))
        await phone.app.open(.today)
        #expect(phone.app.openLibrary == nil && phone.app.place.libraryPage == nil)
    }

    @Test("stays where it is when the app comes back to the front")
    func refresh() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        try await phone.app.open(id: "spinal-wave")
        let movement = try phone.app.movement()
        await phone.app.refresh()
        #expect(try phone.app.movement() === movement)
        await phone.app.open(.library)
        #expect(phone.app.trail.isEmpty)
    }

    @Test("learning is open before any question is answered, and nothing can be begun there")
    func learns() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        let library = try phone.app.library()
        library.side = .learn
        await library.open(try #require(library.page.topics.first))
        let topic = try phone.app.topic()
        await topic.open(try #require(topic.page.items.first))
        let reading = try phone.app.reading()
        #expect(!reading.page.item.passages.isEmpty && reading.page.card == nil)
        let next = try #require(reading.page.next)
        await reading.next()
        #expect(try phone.app.reading().page.item.id == next.id)
        await (try phone.app.reading()).practise()
        #expect(throws: Never.self) { try phone.app.reading() }
        await phone.app.back()
        #expect(try phone.app.topic() === topic)
    }

    @Test("something read about can be done at once, and Back from the ready page leads to it")
    func practises() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        await phone.app.open(.library)
        for topic in try phone.app.library().page.topics {
            for item in try await phone.mingmen.topicPage(id: topic.topic).items {
                guard try await phone.mingmen.readingPage(id: item.id).card != nil else { continue }
                await phone.app.open(item)
                let reading = try phone.app.reading()
                await reading.practise()
                #expect(try phone.app.ready().card == reading.page.card)
                await phone.app.back()
                #expect(try phone.app.reading() === reading)
                return
            }
        }
        Issue.record("nothing that is read about can be done")
    }
}

@MainActor
@Suite("Search", .timeLimit(.minutes(1)))
struct SearchTests {
    @Test("asks once the fingers rest, and for the last letters alone")
    func debounces() async throws {
        let watch = SearchWatch()
        let phone = try await Phone(isFlowing: true) { options, now in
            let core = try WatchedMingmen(options: options, now: now)
            core.watch = watch
            return core
        }
        await phone.app.open(.library)
        await (try phone.app.library()).search()
        let search = try phone.app.search()
        for letters in ["s", "sp", "spi", "spin", "spinal wave"] { search.query = letters }
        await search.settle()
        #expect(watch.asked == ["spinal wave"])
        #expect(search.page?.hits.first?.link.title == "Spinal Wave")
        await search.open(try #require(search.page?.hits.first?.link))
        #expect(try phone.app.movement().movement.id == "spinal-wave")
        await phone.app.back()
        #expect(try phone.app.search().query == "spinal wave")
    }

    @Test("tells a screen reader what was found, once the fingers rest and not on every letter")
    func announces() async throws {
        let phone = try await Phone(isFlowing: true)
        let said = { phone.device.done.filter { $0.hasPrefix("announce") } }
        await phone.app.open(.library)
        await (try phone.app.library()).search()
        let search = try phone.app.search()
        for letters in ["t", "to", "tor", "torso twists"] { search.query = letters }
        await search.settle()
        let first = "announce \(try #require(search.page?.text))"
        #expect(said() == [first] && first.contains("found"))
        // A blank more finds the same.
        search.query = "torso twists "
        await search.settle()
        #expect(said() == [first])
        search.query = "xqzzyv"
        await search.settle()
        let second = "announce \(try #require(search.page?.text))"
        #expect(said() == [first, second])
        search.clear()
        search.query = "xqzzyv"
        await search.settle()
        #expect(said().count == 3)

        // Another page is being read by now.
        await phone.app.back()
        search.query = "torso twists"
        await search.settle()
        #expect(said().count == 3)
    }

    @Test("drops an answer to letters that are gone")
    func stale() async throws {
        let watch = SearchWatch(holds: "torso")
        let phone = try await Phone(isFlowing: true) { options, now in
            let core = try WatchedMingmen(options: options, now: now)
            core.watch = watch
            return core
        }
        let search = SearchModel(app: phone.app)
        search.query = "torso"
        while watch.asked.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        search.query = "kidney"
        watch.letGo()
        await search.settle()
        #expect(watch.asked == ["torso", "kidney"])
        #expect(search.page?.hits.contains { $0.link.title == "Torso Twists" } == false)
        search.query = "torso twists"
        search.query = "  "
        await search.settle()
        #expect(search.page == nil && watch.asked.count == 2)
    }

    @Test("offers what comes nearest, and the whole Library, where nothing goes by that name")
    func nearest() async throws {
        let phone = try await Phone(isFlowing: true)
        let search = SearchModel(app: phone.app)
        search.query = "xqzzyv"
        await search.settle()
        let page = try #require(search.page)
        #expect(page.hits.isEmpty && !page.text.isEmpty)
        await search.showEverything()
        #expect(throws: Never.self) { try phone.app.library() }
    }

    @Test("says so where the core cannot be asked")
    func closed() async throws {
        let phone = try await Phone(isFlowing: true)
        let search = SearchModel(app: phone.app)
        try await phone.mingmen.shutDown()
        search.query = "wave"
        await search.settle()
        #expect(phone.app.trouble == .Closed && search.page == nil)
    }
}

@MainActor
@Suite("A movement's page", .timeLimit(.minutes(1)))
struct MovementTests {
    @Test("shows the form that was asked for, and practises it alone")
    func form() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        try await phone.app.open(id: "spinal-wave/undulation")
        let movement = try phone.app.movement()
        #expect(movement.variant?.id == "spinal-wave/undulation")
        #expect(movement.card?.routine == "one/spinal-wave/undulation")
        let first = try #require(movement.movement.variants.first)
        await movement.choose(first)
        #expect(movement.card == movement.page.cards[0])
        await movement.practise()
        await (try phone.app.ready()).start(pain: 2)
        #expect(try phone.app.player().timeline.script.segments.map(\.variant) == [first.id])
    }

    @Test("leads a practice in the posture that is chosen, and never offers walking")
    func posture() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        for card in try await phone.mingmen.library(filter: .everything).movements {
            await phone.app.open(card.link)
            let movement = try phone.app.movement()
            #expect(!movement.postures.contains(.walking))
            guard let other = movement.postures.first(where: { $0 != movement.chosenPosture }),
                movement.card != nil
            else { continue }
            movement.choose(other)
            #expect(movement.card?.choices.posture == other && movement.shownPosture == other)
            // Its sentence on what is needed was for another posture.
            #expect(movement.card?.setup == "")
            return
        }
        Issue.record("no movement offers two postures")
    }

    @Test("has movements to switch on inside it, in its own order, and the practice has them too")
    func extras() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        try await phone.app.open(id: "joint-mobilization")
        let movement = try phone.app.movement()
        let extras = movement.page.extras.map(\.id)
        #expect(extras.count > 1)
        let alone = try #require(movement.card)
        for extra in extras.reversed() { await movement.toggle(extra) }
        let card = try #require(movement.card)
        #expect(card.routine == "one/joint-mobilization+" + extras.joined(separator: "+"))
        #expect(card.choices.minutes > alone.choices.minutes)
        await movement.practise()
        await (try phone.app.ready()).start(pain: nil)
        #expect(try phone.app.player().timeline.script.segments.map(\.movement) == ["joint-mobilization"] + extras)
    }

    @Test("switches an extra off again, and keeps what was on where the core cannot be asked")
    func switchesOff() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        try await phone.app.open(id: "joint-mobilization")
        let movement = try phone.app.movement()
        let extra = try #require(movement.page.extras.first?.id)
        let alone = movement.card
        await movement.toggle("no-such-extra")
        await movement.toggle(extra)
        await movement.toggle(extra)
        #expect(movement.extras.isEmpty && movement.card == alone && phone.app.trouble == nil)
        try await phone.mingmen.shutDown()
        await movement.toggle(extra)
        #expect(phone.app.trouble == .Closed && movement.extras.isEmpty && movement.card == alone)
    }

    @Test("shows the person's own cautions first, and offers no practice of what their answers rule out")
    func cautions() async throws {
        let phone = try await Phone()
        try await phone.toldAboutYou("screen-disc-or-serious")
        try await phone.app.open(id: "forward-fold")
        let movement = try phone.app.movement()
        #expect(movement.card == nil && !movement.page.leftOut.isEmpty)
        #expect(movement.page.cautions.first?.concernsYou == true)
        await movement.practise()
        #expect(throws: Never.self) { try phone.app.movement() }
    }

    @Test("can be read and not practised while practice is shut, and is open to practise as soon as it is not")
    func shut() async throws {
        let phone = try await Phone()
        try await phone.app.open(id: "spinal-wave")
        let movement = try phone.app.movement()
        #expect(movement.card == nil && movement.chosenPosture == nil && movement.variant != nil)
        _ = try await phone.mingmen.answerScreening(ticked: [])
        await phone.app.refresh()
        #expect(movement.card != nil)
    }

    @Test("every one in the Library opens, with claims, parts and links that lead somewhere")
    func everyOne() async throws {
        let phone = try await Phone()
        for card in try await phone.mingmen.library(filter: .everything).movements {
            await phone.app.open(card.link)
            let page = try phone.app.movement().page
            let links = page.parts + page.extras + page.members + page.routines + page.related
            for link in links + (page.gentler.map { [$0] } ?? []) {
                await phone.app.open(link)
                #expect(phone.app.trouble == nil, "\(card.link.id) leads to \(link.id)")
            }
        }
    }
}
