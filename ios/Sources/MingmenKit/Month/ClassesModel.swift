import Foundation
import MingmenCore
import Observation

extension AppModel {
    /// Opens the live classes.
    public func openClasses() async {
        await attempt { self.enter(.classes(ClassesModel(app: self, rows: try await self.mingmen.classes()))) }
    }
}

/// The live classes: when they are here and there, which of them ring, and those of one's own.
@MainActor
@Observable
public final class ClassesModel: Refreshable {
    public private(set) var rows: [ClassRow]
    @ObservationIgnored private unowned let app: AppModel

    init(app: AppModel, rows: [ClassRow]) {
        self.app = app
        self.rows = rows
    }

    func refresh() async throws {
        rows = try await app.mingmen.classes()
    }

    /// Keeps a class of the articles: from then on it can ring, and goes along into the person's calendar.
    public func keep(_ row: ClassRow) async { await keep(row.draft()) }

    /// Whether it rings before it begins. Holds at once: another press takes it back.
    public func toggleRing(_ row: ClassRow) async { await keep(row.draft(rings: !row.rings)) }

    private func keep(_ draft: ClassDraft) async {
        await app.attempt {
            _ = try await self.app.mingmen.keepClass(draft: draft)
            try await self.refresh()
        }
    }

    public func change(_ row: ClassRow) {
        app.enter(.oneClass(ClassModel(app: app, draft: row.draft(), zones: zones)))
    }

    /// A class that no article names: first at ten on Saturday, on the person's own clock.
    public func add(zone: String = TimeZone.autoupdatingCurrent.identifier) {
        let ten = WallTime(secondOfDay: 10 * 3_600)
        let draft = ClassDraft(
            id: nil, item: nil, name: "", schedule: Schedule(weekday: .saturday, time: ten, zone: zone), minutes: 60,
            rings: true)
        app.enter(.oneClass(ClassModel(app: app, draft: draft, zones: zones)))
    }

    /// The zones of the classes that there are.
    private var zones: [String] { rows.map(\.schedule.zone) }
}

extension ClassRow {
    fileprivate func draft(rings: Bool? = nil) -> ClassDraft {
        ClassDraft(
            id: id, item: item, name: name, schedule: schedule, minutes: minutes, rings: rings ?? self.rings)
    }
}

/// One class: what it is called, when it is, on whose clock, and how long it takes.
@MainActor
@Observable
public final class ClassModel {
    /// What does not fit, by where on the page it stands.
    public enum Fault: Equatable, Sendable {
        case name, zone
    }

    public var name: String
    public var weekday: Weekday
    public var time: WallTime
    public private(set) var minutes: UInt16
    public var rings: Bool
    /// One of `zones`; what is written holds in its place.
    public private(set) var zone: String
    /// A zone that is none of `zones`.
    public var writtenZone = ""
    public let zones: [String]
    /// What kept it from being kept; gone with the next try.
    public private(set) var fault: Fault?
    public private(set) var isAskingToRemove = false
    @ObservationIgnored private let id: EntryId?
    @ObservationIgnored private let item: ItemId?
    @ObservationIgnored private unowned let app: AppModel

    /// Minutes that a class may take.
    public static let minutesRange: ClosedRange<UInt16> = 5...480

    init(app: AppModel, draft: ClassDraft, zones: [String]) {
        self.app = app
        (id, item, name) = (draft.id, draft.item, draft.name)
        (weekday, time, zone) = (draft.schedule.weekday, draft.schedule.time, draft.schedule.zone)
        (minutes, rings) = (draft.minutes, draft.rings)
        self.zones = ([draft.schedule.zone, TimeZone.autoupdatingCurrent.identifier] + zones).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }

    /// Whether it is kept already, and can be removed.
    public var isKept: Bool { id != nil }

    /// Whether the person made it up, rather than an article.
    public var isNew: Bool { id == nil && item == nil }

    /// Five minutes more or less.
    public func step(minutes step: Int) {
        minutes = Self.minutesRange.step(minutes, by: step * 5)
    }

    public func isChosen(_ zone: String) -> Bool { written.isEmpty && self.zone == zone }

    public func choose(_ zone: String) {
        self.zone = zone
        writtenZone = ""
    }

    private var written: String { writtenZone.trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Keeps it and goes back. Where it cannot be kept, everything stays and `fault` says what to mend.
    public func save() async {
        fault = nil
        let schedule = Schedule(weekday: weekday, time: time, zone: written.isEmpty ? zone : written)
        let draft = ClassDraft(id: id, item: item, name: name, schedule: schedule, minutes: minutes, rings: rings)
        await app.attempt {
            do {
                _ = try await self.app.mingmen.keepClass(draft: draft)
                try await self.app.stepBack()
            } catch MingmenError.InvalidInput("name", _) {
                self.fault = .name
            } catch MingmenError.UnknownZone(let zone) where zone == schedule.zone {
                self.fault = .zone
            }
        }
    }

    /// Removing is asked about once.
    public func askToRemove() { isAskingToRemove = true }

    public func keepIt() { isAskingToRemove = false }

    public func remove() async {
        isAskingToRemove = false
        guard let id else { return }
        await app.attempt {
            _ = try await self.app.mingmen.removeClass(id: id)
            try await self.app.stepBack()
        }
    }
}
