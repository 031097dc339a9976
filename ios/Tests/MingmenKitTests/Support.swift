import Foundation
import MingmenCore
import Synchronization
import Testing

@testable import MingmenKit

/// The clock on the wall, the zone and the monotonic clock, moved by hand.
final class FakeClock: Sendable {
    private struct Moment {
        var now: Now
        var monotonicMs: UInt64 = 1_000_000
    }

    private let moment: Mutex<Moment>
    /// Whether waiting lets the time go by at once. Else who waits does so until the task is cancelled, and the test
    /// itself says when time has gone by.
    let isFlowing: Bool

    init(_ instant: String, zone: String = "Europe/London", isFlowing: Bool = false) {
        let parts = instant.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
        let date = CivilDate(year: parts[0], month: parts[1], day: parts[2]) ?? CivilDate(epochDay: 0)
        let seconds = Int64(date.epochDay) * 86_400 + Int64(parts[3] * 3_600 + parts[4] * 60)
        moment = Mutex(Moment(now: Now(instant: Date(epochMilliseconds: seconds * 1_000), zone: zone)))
        self.isFlowing = isFlowing
    }

    var now: Now { moment.withLock(\.now) }

    func advance(ms: UInt64) {
        moment.withLock {
            let instant = Date(epochMilliseconds: $0.now.instant.epochMilliseconds + Int64(ms))
            $0.now = Now(instant: instant, zone: $0.now.zone)
            $0.monotonicMs += ms
        }
    }

    func travel(to zone: String) {
        moment.withLock { $0.now = Now(instant: $0.now.instant, zone: zone) }
    }

    /// What a reboot does: the monotonic clock begins anew.
    func reboot() {
        moment.withLock { $0.monotonicMs = 5 }
    }

    var clocks: Clocks {
        Clocks(
            monotonicMs: { self.moment.withLock(\.monotonicMs) },
            wait: { ms in
                guard self.isFlowing else { return try await Task.sleep(for: .seconds(3_600)) }
                // A moment of real time, so that a slow machine does not see years go by before a practice has begun.
                try await Task.sleep(for: .milliseconds(1))
                self.advance(ms: ms)
            })
    }
}

/// Writes down what the platform was asked to do.
final class FakeDevice: Device {
    private(set) var done: [String] = []
    var canSpeak = true
    var hasScreenReader = false
    var whenInterrupted: (@MainActor () async -> Void)?

    func say(_ sentence: String) { done.append("say \(sentence)") }
    func hush() { done.append("hush") }
    func chime(_ chime: Chime) { done.append("chime \(chime)") }
    func touch(_ touch: Touch) { done.append("touch \(touch)") }
    func duck(_ on: Bool) { done.append(on ? "duck" : "duck no more") }
    func keepScreenOn(_ on: Bool) { done.append(on ? "screen on" : "screen off") }
    func announce(_ sentence: String) { done.append("announce \(sentence)") }
}

/// A phone with the app on it: the real core over a file of its own.
@MainActor
final class Phone {
    let clock: FakeClock
    private let folder: URL
    private var seed: UInt8 = 7
    private(set) var device = FakeDevice()
    let lockScreen = FakeLockScreen()
    /// What rings the phone, and the pages of its settings.
    let centre: FakeCentre
    let pages = FakePages()
    private(set) var mingmen: MingmenClient
    private(set) var app: AppModel

    /// `open` may hand over a core that watches what it is asked, or answers for one that is not there.
    init(
        _ instant: String = "2026-03-09 07:40", zone: String = "Europe/London", isFlowing: Bool = false,
        centre: FakeCentre = FakeCentre(), open: ((OpenOptions, Now) throws -> any MingmenProtocol)? = nil
    ) async throws {
        clock = FakeClock(instant, zone: zone, isFlowing: isFlowing)
        self.centre = centre
        folder = FileManager.default.temporaryDirectory.appending(path: "phone-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if let open {
            let clock = clock
            let core = try open(Self.options(folder, seed), clock.now)
            mingmen = MingmenClient(core, now: { clock.now })
        } else {
            mingmen = try await Self.open(folder, seed, clock)
        }
        app = AppModel(
            mingmen: mingmen, clocks: clock.clocks, device: device, lockScreen: lockScreen,
            ringing: Ringing(keeper: ReminderKeeper(mingmen: mingmen, centre: centre), pages: pages))
        await app.start()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The app dies without a word, and is opened again.
    func killAndOpen() async throws {
        seed += 1
        device = FakeDevice()
        mingmen = try await Self.open(folder, seed, clock)
        app = AppModel(
            mingmen: mingmen, clocks: clock.clocks, device: device, lockScreen: lockScreen,
            ringing: Ringing(keeper: ReminderKeeper(mingmen: mingmen, centre: centre), pages: pages))
        await app.start()
    }

    /// The app ends; the phone's memory loses the second half of the diary; the app is opened again.
    func loseHalfAndOpen() async throws {
        try await mingmen.shutDown()
        let file = try FileHandle(forUpdating: folder.appending(path: "mingmen.db"))
        try file.truncate(atOffset: try file.seekToEnd() / 2)
        try file.close()
        try await killAndOpen()
    }

    private static func open(_ folder: URL, _ seed: UInt8, _ clock: FakeClock) async throws -> MingmenClient {
        try await MingmenClient.open(options(folder, seed), now: { clock.now })
    }

    private static func options(_ folder: URL, _ seed: UInt8) -> OpenOptions {
        let file = folder.appending(path: "mingmen.db").path
        return OpenOptions(path: file, seed: Data(repeating: seed, count: 32), locale: "en", country: "GB")
    }

    /// Lets seconds of a practice go by, with a tick in each.
    func practise(seconds: Int) async throws {
        for _ in 0..<seconds {
            guard case .player(let player) = app.place else { return }
            clock.advance(ms: 1_000)
            await player.tick()
        }
    }
}

// What a test expects to be on screen: the model of the page, or a failure that says where the app is instead.
extension AppModel {
    private func expected<Model>(_ name: String, _ model: Model?, _ at: SourceLocation) throws -> Model {
        try #require(
            model, "expected \(name), the app is at \(place), trouble \(String(describing: trouble))",
            sourceLocation: at)
    }

    func screening(_ at: SourceLocation = #_sourceLocation) throws -> ScreeningModel {
        try expected("screening", { if case .screening(let model) = place { model } else { nil } }(), at)
    }

    func redFlag(_ at: SourceLocation = #_sourceLocation) throws -> RedFlagModel {
        try expected("red flag", { if case .redFlag(let model) = place { model } else { nil } }(), at)
    }

    func firstBreath(_ at: SourceLocation = #_sourceLocation) throws -> FirstBreathModel {
        try expected("first breath", { if case .firstBreath(let model) = place { model } else { nil } }(), at)
    }

    func aboutYou(_ at: SourceLocation = #_sourceLocation) throws -> AboutYouModel {
        try expected("about you", { if case .aboutYou(let model) = place { model } else { nil } }(), at)
    }

    func enrol(_ at: SourceLocation = #_sourceLocation) throws -> EnrolModel {
        try expected("enrol", { if case .enrol(let model) = place { model } else { nil } }(), at)
    }

    func today(_ at: SourceLocation = #_sourceLocation) throws -> TodayModel {
        try expected("today", { if case .today(let model) = place { model } else { nil } }(), at)
    }

    func ready(_ at: SourceLocation = #_sourceLocation) throws -> ReadyModel {
        try expected("ready", { if case .ready(let model) = place { model } else { nil } }(), at)
    }

    func player(_ at: SourceLocation = #_sourceLocation) throws -> PlayerModel {
        try expected("player", { if case .player(let model) = place { model } else { nil } }(), at)
    }

    func stopped(_ at: SourceLocation = #_sourceLocation) throws -> StoppedModel {
        try expected("stopped", { if case .stopped(let model) = place { model } else { nil } }(), at)
    }

    func checkIn(_ at: SourceLocation = #_sourceLocation) throws -> CheckInModel {
        try expected("check-in", { if case .checkIn(let model) = place { model } else { nil } }(), at)
    }

    func plan(_ at: SourceLocation = #_sourceLocation) throws -> PlanModel {
        try expected("plan", { if case .plan(let model) = place { model } else { nil } }(), at)
    }

    func progress(_ at: SourceLocation = #_sourceLocation) throws -> ProgressModel {
        try expected("progress", { if case .progress(let model) = place { model } else { nil } }(), at)
    }

    var isWelcome: Bool {
        if case .welcome = place { true } else { false }
    }
}

extension Phone {
    /// Answers the questions with "None of these".
    func answerNothing() async throws {
        await app.beginScreening()
        for _ in try app.screening().form.pages { await (try app.screening()).next() }
    }

    /// Screened and enrolled with everything preset.
    func enrolled() async throws {
        try await answerNothing()
        await (try app.firstBreath()).setUpPlan()
        await (try app.aboutYou()).next()
        await (try app.enrol()).confirm()
    }

    /// Today's practice is counting in.
    func begun(pain: UInt8?) async throws {
        await (try app.today()).begin()
        await (try app.ready()).start(pain: pain)
    }
}
