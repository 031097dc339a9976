import MingmenCore
import Testing

@testable import MingmenKit

extension AppModel {
    func classList(_ at: SourceLocation = #_sourceLocation) throws -> ClassesModel {
        try #require({ if case .classes(let model) = place { model } else { nil } }(), sourceLocation: at)
    }

    func oneClass(_ at: SourceLocation = #_sourceLocation) throws -> ClassModel {
        try #require({ if case .oneClass(let model) = place { model } else { nil } }(), sourceLocation: at)
    }
}

@MainActor
@Suite("The live classes", .timeLimit(.minutes(1)))
struct ClassesTests {
    private func opened(zone: String = "Europe/London") async throws -> (Phone, ClassesModel) {
        let phone = try await Phone(zone: zone)
        try await phone.enrolled()
        await phone.app.openClasses()
        return (phone, try phone.app.classList())
    }

    @Test("stand there at their time here and there")
    func times() async throws {
        let (phone, classes) = try await opened(zone: "Asia/Tokyo")
        let thursday = try #require(classes.rows.first)
        #expect(thursday.there.contains("Thursday 19:00") && thursday.here.contains("Friday 04:00"))
        #expect(classes.rows.allSatisfy { $0.id == nil && !$0.rings } && phone.app.trouble == nil)
    }

    @Test("are kept with one press, and ring with the next")
    func keeps() async throws {
        let (phone, classes) = try await opened()
        await classes.keep(try #require(classes.rows.first))
        let kept = try #require(classes.rows.first)
        #expect(kept.id != nil && !kept.rings && classes.rows.count == 2)
        await classes.toggleRing(kept)
        #expect(classes.rows.first?.rings == true)
        #expect(try await phone.mingmen.reminders(count: 60).contains { $0.kind == .class })
        await classes.toggleRing(try #require(classes.rows.first))
        #expect(classes.rows.first?.rings == false)
    }

    @Test("can be changed, and Back leads to the list without a change")
    func changes() async throws {
        let (phone, classes) = try await opened()
        await classes.keep(try #require(classes.rows.first))
        classes.change(try #require(classes.rows.first))
        var one = try phone.app.oneClass()
        #expect(one.isKept && !one.isNew && one.minutes == 60)
        one.name = "Evening"
        await phone.app.back()
        #expect(classes.rows.first?.name != "Evening")
        classes.change(try #require(classes.rows.first))
        one = try phone.app.oneClass()
        one.name = "Evening"
        one.weekday = .friday
        one.time = one.time.later()
        one.step(minutes: -1)
        await one.save()
        #expect(try phone.app.classList() === classes)
        let row = try #require(classes.rows.first)
        #expect(row.name == "Evening" && row.minutes == 55 && row.here.contains("Friday 19:15"))
    }

    @Test("of one's own are added, and removed once that was asked")
    func own() async throws {
        let (phone, classes) = try await opened()
        classes.add(zone: "Asia/Seoul")
        let one = try phone.app.oneClass()
        #expect(one.isNew && one.zones.contains("Asia/Seoul") && one.zones.contains("Europe/London"))
        #expect(Set(one.zones).count == one.zones.count)
        one.name = "Seoul"
        await one.save()
        let row = try #require(classes.rows.first { $0.name == "Seoul" })
        #expect(row.rings && row.item == nil && classes.rows.count == 3)
        classes.change(row)
        let kept = try phone.app.oneClass()
        kept.askToRemove()
        #expect(kept.isAskingToRemove)
        kept.keepIt()
        #expect(!kept.isAskingToRemove)
        await kept.remove()
        #expect(try phone.app.classList().rows.count == 2)
    }

    @Test("that cannot be kept stay on the page, which says what to mend")
    func faults() async throws {
        let (phone, classes) = try await opened()
        classes.add(zone: "Asia/Seoul")
        let one = try phone.app.oneClass()
        await one.save()
        #expect(one.fault == .name)
        one.name = "Mine"
        one.writtenZone = "Mars/Olympus"
        #expect(!one.isChosen("Asia/Seoul"))
        await one.save()
        #expect(one.fault == .zone && phone.app.trouble == nil)
        #expect(try phone.app.oneClass() === one)
        one.choose("Europe/London")
        await one.save()
        #expect(classes.rows.first { $0.name == "Mine" }?.schedule.zone == "Europe/London")
    }

    @Test("take five minutes at least and eight hours at most")
    func minutes() async throws {
        let (phone, classes) = try await opened()
        classes.add()
        let one = try phone.app.oneClass()
        for _ in 0..<20 { one.step(minutes: -1) }
        #expect(one.minutes == 5)
        for _ in 0..<200 { one.step(minutes: 1) }
        #expect(one.minutes == 480)
    }
}
