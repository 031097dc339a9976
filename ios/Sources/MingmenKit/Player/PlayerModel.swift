import MingmenCore
import Observation

/// One practice as it runs: the core's player, told of what the person does and about once a second of the time, and
/// the place between two of its answers by the local clock.
@MainActor
@Observable
public final class PlayerModel {
    public let practice: PracticeId
    public let timeline: Timeline
    /// Where the core last said the player is.
    public private(set) var state: PlayerState
    /// Whether "End here?" is being asked.
    public private(set) var isAskingToEnd = false
    /// The practice as it is kept, once it has ended.
    public private(set) var ended: Stepped?

    @ObservationIgnored private unowned let app: AppModel
    @ObservationIgnored private var readAtMs: UInt64
    @ObservationIgnored private var lastStep: Task<Void, Never>?

    private static let tickMs: UInt64 = 1_000
    private static let shortestTickMs: UInt64 = 50
    /// Where the core has not answered for so long, the picture waits for it.
    private static let longestGuessMs: UInt64 = 2_000

    init(app: AppModel, begun: Begun) {
        self.app = app
        practice = begun.practice
        timeline = Timeline(begun.script)
        state = begun.player
        readAtMs = app.clocks.monotonicMs()
    }

    public var isPlaying: Bool { state.phase == .playing }
    public var isPaused: Bool { state.phase == .paused }

    /// The place in the script now, in milliseconds.
    public var positionMs: UInt32 {
        guard isPlaying else { return state.positionMs }
        let since = UInt32(min(sinceReading, Self.longestGuessMs))
        return min(state.positionMs + since, timeline.script.lengthMs)
    }

    /// The seconds before it moves, 3 to 1; none while it is not counting in.
    public var countIn: Int? {
        guard case .countingIn(let leftMs) = state.phase else { return nil }
        let left = UInt64(leftMs) - min(sinceReading, UInt64(leftMs))
        return max(1, Int((left + 999) / 1_000))
    }

    /// Milliseconds that are left of the whole practice.
    public var leftMs: UInt32 { timeline.script.lengthMs - positionMs }

    private var sinceReading: UInt64 {
        let now = app.clocks.monotonicMs()
        return now > readAtMs ? now - readAtMs : 0
    }
}

extension PlayerModel {
    /// Pauses, or goes on.
    public func pauseOrGoOn() async {
        await send(isPaused ? .resume : .pause)
    }

    public func skip() async { await send(.skip) }

    public func goBack() async { await send(.back) }

    /// "Stop, something hurts": movement and voice end at once, then the page asks what it was.
    public func stop() async {
        app.device.hush()
        await send(.pause)
        await app.attempt { try await self.app.toStopped(self) }
    }

    /// Closing asks once, and holds the practice meanwhile.
    public func askToEnd() async {
        isAskingToEnd = true
        if !isPaused { await send(.pause) }
    }

    public func keepGoing() async {
        isAskingToEnd = false
        await send(.resume)
    }

    /// Ends early. What was done is kept.
    public func end() async {
        isAskingToEnd = false
        await send(.stop)
    }
}

extension PlayerModel {
    /// Tells the core of the time until the practice ends.
    func run() async {
        while ended == nil {
            do {
                try await app.clocks.wait(nextTickMs)
            } catch {
                return  // Cancelled: another practice is shown, or none.
            }
            await tick()
        }
    }

    /// Time has gone by: nothing while it is not running.
    func tick() async {
        switch state.phase {
        case .playing, .countingIn: await send(.tick)
        default: break
        }
    }

    /// A count-in ends between two seconds: asking right then keeps the first breath from starting late.
    private var nextTickMs: UInt64 {
        guard case .countingIn(let leftMs) = state.phase else { return Self.tickMs }
        let left = UInt64(leftMs) - min(sinceReading, UInt64(leftMs))
        return min(max(left, Self.shortestTickMs), Self.tickMs)
    }

    /// Tells the core what happened, after whatever it is being told already.
    func send(_ event: PlayerEvent) async {
        let before = lastStep
        let step = Task {
            await before?.value
            await self.take(event)
        }
        lastStep = step
        await step.value
    }

    private func take(_ event: PlayerEvent) async {
        guard ended == nil else { return }
        let now = app.clocks.monotonicMs()
        do {
            let step = try await app.mingmen.stepPractice(practice: practice, event: event, monotonicMs: now)
            readAtMs = now
            state = step.player
            for effect in step.effects { perform(effect) }
            if step.ended != nil { await finish(step) }
        } catch let error as MingmenError {
            app.report(error)
        } catch {
            app.report(.Internal(reason: "\(type(of: error))"))
        }
    }

    /// A practice that a sign ended stays on its own page; after any other comes the check-in.
    private func finish(_ step: Stepped) async {
        ended = step
        app.device.keepScreenOn(false)
        if case .player(let shown) = app.place, shown === self { await app.ended(practice) }
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .countIn(let seconds): app.device.say("\(seconds)")
        case .cue(let cue): perform(cue.action)
        case .segment: break
        case .keepScreenOn(let on): app.device.keepScreenOn(on)
        case .hush: app.device.hush()
        }
    }

    private func perform(_ action: CueAction) {
        switch action {
        case .say(let text): app.device.say(text)
        case .chime: app.device.chime(.turn)
        case .buzz: app.device.touch(.turn)
        case .breathe(let breath): app.device.breathe(breath)
        case .move: break
        }
    }
}
