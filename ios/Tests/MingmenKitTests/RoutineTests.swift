import Foundation
import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("A routine's page", .timeLimit(.minutes(1)))
struct RoutineTests {
    @Test("begins with the length and the posture that are chosen")
    func choices() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        try await phone.app.open(id: "routine-phase-2")
        let routine = try phone.app.routine()
        #expect(routine.page.lengths.last == routine.chosenMinutes)
        routine.choose(minutes: 10)
        routine.choose(.standing)
        #expect(routine.chosenMinutes == 10 && routine.chosenPosture == .standing)
        await routine.begin()
        await (try phone.app.ready()).start(pain: nil)
        #expect(try phone.app.player().timeline.script.lengthMs == 600_000)
    }

    @Test("leaves an optional movement out unless it is wanted, and then the practice has it")
    func optional() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        let routine = try await optionalOne(phone)
        let line = try #require(routine.page.lines.first { $0.presence == .wanted && routine.isSwitchable($0) })
        #expect(!routine.isOn(line))
        routine.toggle(line)
        #expect(routine.isOn(line))
        let needed = try #require(routine.page.lines.first { $0.presence == .always })
        routine.toggle(needed)
        #expect(routine.isOn(needed))
        await routine.begin()
        await (try phone.app.ready()).start(pain: nil)
        #expect(try phone.app.player().timeline.script.segments.map(\.variant).contains(line.variant))
    }

    @Test("has getting down and up where it is led lying, unless that is switched off")
    func lying() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        try await phone.app.open(id: "routine-lying-rest")
        let routine = try phone.app.routine()
        let down = try #require(routine.page.lines.first { $0.presence == .lying })
        routine.choose(.seated)
        #expect(!routine.isSwitchable(down) && !routine.isOn(down))
        routine.choose(.lying)
        #expect(routine.isSwitchable(down) && routine.isOn(down))
        routine.toggle(down)
        #expect(!routine.isOn(down))
        routine.toggle(down)
        #expect(routine.isOn(down))
        routine.toggle(down)
        await routine.begin()
        await (try phone.app.ready()).start(pain: nil)
        let practised = try phone.app.player().timeline.script.segments.map(\.variant)
        #expect(!practised.isEmpty && !practised.contains(down.variant))
    }

    private func optionalOne(_ phone: Phone) async throws -> RoutineModel {
        for card in try await phone.mingmen.library(filter: .everything).routines {
            await phone.app.open(card.link)
            let routine = try phone.app.routine()
            if routine.page.lines.contains(where: { $0.presence == .wanted && routine.isSwitchable($0) }) {
                return routine
            }
        }
        return try #require(nil as RoutineModel?, "no routine has an optional movement")
    }

    @Test("tells stated minutes from proposed ones")
    func origins() async throws {
        let phone = try await Phone()
        var (stated, proposed) = (false, false)
        for card in try await phone.mingmen.library(filter: .everything).routines {
            for line in try await phone.mingmen.routinePage(id: card.link.id).lines {
                if case .source(let places) = line.minutesOrigin {
                    stated = true
                    #expect(!places.isEmpty)
                } else {
                    proposed = true
                }
            }
        }
        #expect(stated && proposed)
    }

    @Test("that is a choice has no Begin, and what it offers opens")
    func shapes() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        try await phone.app.open(id: "routine-one-movement")
        var routine = try phone.app.routine()
        #expect(routine.routine.shape == .anyMovement && routine.card == nil)
        await routine.begin()
        await routine.open(try #require(routine.page.choices.first))
        #expect(try phone.app.movement().card != nil)

        try await phone.app.open(id: "routine-seated-qi-gong")
        routine = try phone.app.routine()
        guard case .seated(let routines) = routine.routine.shape else {
            Issue.record("\(routine.routine.shape)")
            return
        }
        #expect(routine.page.choices.map(\.id) == routines)
        await routine.open(try #require(routine.page.choices.first))
        #expect(try phone.app.routine().card != nil)
    }

    @Test("offers no posture that the person's answers close")
    func seated() async throws {
        let phone = try await Phone()
        try await phone.toldAboutYou("screen-standing")
        try await phone.app.open(id: "routine-phase-1")
        let routine = try phone.app.routine()
        #expect(!routine.postures.contains(.standing) && routine.chosenPosture == .seated)
    }
}

@MainActor
@Suite("A routine of one's own", .timeLimit(.minutes(1)))
struct OwnRoutineTests {
    @Test("is made of movements in an order, with minutes for each")
    func made() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        await phone.app.open(.library)
        await (try phone.app.library()).makeRoutine()
        let make = try phone.app.make()
        make.name = "Before breakfast"
        make.isChoosing = true
        for choice in make.form.forms.prefix(3) { make.add(choice) }
        #expect(!make.isChoosing)
        make.add(make.form.forms[0])
        let lines = make.lines
        #expect(Set(lines.map(\.id)).count == 4)
        make.moveUp(lines[2])
        make.moveUp(lines[0])
        make.moveDown(lines[3])
        #expect(make.lines.map(\.id) == [0, 2, 1, 3])
        #expect(!make.canMoveUp(lines[0]) && !make.canMoveDown(lines[3]) && make.canMoveDown(lines[1]))
        make.remove(lines[3])
        make.longer(lines[2])
        for _ in 0..<100 { make.shorter(lines[1]) }
        #expect(make.lines.map(\.minutes) == [lines[0].minutes, lines[2].minutes + 1, 1])
        await make.save()

        let routine = try phone.app.routine()
        #expect(routine.isOwn && routine.routine.name == "Before breakfast")
        #expect(routine.page.lines.map(\.variant) == [lines[0], lines[2], lines[1]].map(\.variant))
        #expect(Int(routine.chosenMinutes) == make.minutes)
        await phone.app.back()
        #expect(try phone.app.library().page.own.map(\.link.title) == ["Before breakfast"])
    }

    @Test("says what does not fit, and keeps the page")
    func faults() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        await (try phone.app.library()).makeRoutine()
        let make = try phone.app.make()
        await make.save()
        #expect(make.fault == .name)
        make.name = "Evening"
        await make.save()
        #expect(make.fault == .movements && phone.app.trouble == nil)
        make.add(try #require(make.form.forms.first))
        for _ in 0..<80 { make.longer(make.lines[0]) }
        await make.save()
        #expect(make.fault == .movements)
        #expect(try phone.app.make() === make)
        for _ in 0..<70 { make.shorter(make.lines[0]) }
        await make.save()
        #expect(make.fault == nil)
        #expect(try phone.app.routine().routine.name == "Evening")
    }

    @Test("is changed in place: Back leads where it led before")
    func changed() async throws {
        let phone = try await Phone()
        let routine = try await phone.madeRoutine("Morning")
        await routine.change()
        let make = try phone.app.make()
        #expect(make.name == "Morning" && make.lines.map(\.variant) == routine.page.lines.map(\.variant))
        make.name = "Early morning"
        await make.save()
        let changed = try phone.app.routine()
        #expect(changed.page.own == routine.page.own && changed.routine.name == "Early morning")
        await phone.app.back()
        #expect(try phone.app.library().page.own.map(\.link.title) == ["Early morning"])
    }

    @Test("that is left half made is still there, and the Library leads back to it")
    func leftHalfMade() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        let library = try phone.app.library()
        await library.makeRoutine()
        #expect(library.unsaved == nil)
        await phone.app.back()
        #expect(library.unsaved == nil)

        await library.makeRoutine()
        let make = try phone.app.make()
        #expect(!make.wasLeft)
        make.name = "Evening"
        for choice in make.form.forms.prefix(2) { make.add(choice) }
        make.longer(make.lines[0])
        let lines = make.lines
        await phone.app.back()
        #expect(library.unsaved?.name == "Evening" && library.page.own.isEmpty)
        await phone.app.open(.today)
        await phone.app.open(.library)
        await (try phone.app.library()).makeRoutine()
        let again = try phone.app.make()
        #expect(again.wasLeft && again.isUnsaved && again.name == "Evening" && again.lines == lines)
        await again.save()
        await phone.app.back()
        #expect(try phone.app.library().unsaved == nil)
        #expect(try phone.app.library().page.own.map(\.link.title) == ["Evening"])
    }

    @Test("that is left half made knows what the person has told meanwhile")
    func cautionMeanwhile() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        await phone.app.open(.library)
        await (try phone.app.library()).makeRoutine()
        let make = try phone.app.make()
        make.add(try #require(make.form.forms.first { $0.link.id == "forward-fold" }))
        #expect(make.caution(of: make.lines[0]).isEmpty)
        try await phone.toldAboutYou("screen-disc-or-serious")
        await (try phone.app.library()).makeRoutine()
        let again = try phone.app.make()
        #expect(again === make && again.caution(of: again.lines[0]).isEmpty == false)
    }

    @Test("is put away with one press, and comes back with another until something else is begun")
    func putAway() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        await (try phone.app.library()).makeRoutine()
        let make = try phone.app.make()
        make.add(make.form.forms[0])
        let lines = make.lines
        make.putAwayUnsaved()
        #expect(make.lines.isEmpty && !make.isUnsaved && make.canBringBack)
        make.bringBack()
        #expect(make.lines == lines && !make.canBringBack)
        make.putAwayUnsaved()
        make.add(make.form.forms[1])
        #expect(!make.canBringBack)
        make.bringBack()
        #expect(make.lines.map(\.variant) == [make.form.forms[1].link.id])
        make.putAwayUnsaved()
        await phone.app.back()
        #expect(try phone.app.library().unsaved == nil)
        await (try phone.app.library()).makeRoutine()
        #expect(try phone.app.make().lines.isEmpty && !phone.app.make().wasLeft)
    }

    @Test("that is left half changed stays as it was, and its changes wait")
    func leftHalfChanged() async throws {
        let phone = try await Phone()
        let routine = try await phone.madeRoutine("Morning")
        await routine.change()
        let make = try phone.app.make()
        #expect(!make.isUnsaved)
        make.moveDown(make.lines[0])
        let changed = make.lines
        await phone.app.back()
        #expect(try phone.app.routine() === routine && routine.hasUnsaved)
        #expect(routine.page.lines.map(\.variant) == changed.reversed().map(\.variant))
        await phone.app.back()
        #expect(try phone.app.library().unsaved == nil)
        await routine.change()
        let again = try phone.app.make()
        #expect(again.lines == changed)
        again.putAwayUnsaved()
        #expect(again.lines.map(\.variant) == routine.page.lines.map(\.variant) && !routine.hasUnsaved)
        again.bringBack()
        #expect(again.lines == changed && routine.hasUnsaved)
        await phone.app.back()
        await routine.delete()
        #expect(phone.app.unsaved(routine.page.own) == nil)
    }

    @Test("is copied under another name")
    func duplicated() async throws {
        let phone = try await Phone()
        let routine = try await phone.madeRoutine("Morning")
        await routine.duplicate()
        #expect(try phone.app.routine().routine.name == "Morning 2")
        await phone.app.back()
        #expect(try phone.app.library().page.own.count == 2)
    }

    @Test("is deleted at once, and comes back with one press until the page is left")
    func deleted() async throws {
        let phone = try await Phone()
        await (try await phone.madeRoutine("Morning")).delete()
        let library = try phone.app.library()
        #expect(library.page.own.isEmpty && library.deleted?.name == "Morning")
        await library.undoDelete()
        #expect(library.page.own.map(\.link.title) == ["Morning"] && library.deleted == nil)
        await library.undoDelete()
        #expect(library.page.own.count == 1)

        await library.open(library.page.own[0].link)
        await (try phone.app.routine()).delete()
        let again = try phone.app.library()
        await again.makeRoutine()
        await phone.app.back()
        #expect(try phone.app.library() === again && again.deleted == nil && again.page.own.isEmpty)
    }

    @Test("goes out as a file that another phone takes in")
    func shared() async throws {
        let phone = try await Phone()
        let routine = try await phone.madeRoutine("Morning")
        await routine.prepareToShare()
        let file = try #require(routine.sharedFile)
        #expect(file.lastPathComponent == "Morning.mingmen-routine.json")

        let other = try await Phone()
        await other.app.open(.library)
        await (try other.app.library()).takeIn(fileAt: file)
        #expect(try other.app.routine().page.lines.map(\.variant) == routine.page.lines.map(\.variant))
        await other.app.back()
        #expect(try other.app.library().page.own.map(\.link.title) == ["Morning"])
    }

    @Test("is not offered to be shared where the core cannot be asked, and says so")
    func notShared() async throws {
        let phone = try await Phone()
        let routine = try await phone.madeRoutine("Morning")
        try await phone.mingmen.shutDown()
        await routine.prepareToShare()
        #expect(routine.sharedFile == nil && phone.app.trouble == .Closed)
    }
}
