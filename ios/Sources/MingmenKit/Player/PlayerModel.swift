import MingmenCore
import Observation

/// One practice as it runs: the core's player, told of what the person does and about once a second of the time, and
/// the place between two of its answers by the local clock.
@MainActor
@Observable
public final class PlayerModel {
    public let practice: PracticeId
    public internal(set) var timeline: Timeline
    /// Where the core last said the player is.
    public internal(set) var state: PlayerState
    /// What can be changed about the rest, while that is being asked.
    public internal(set) var changeForm: ChangeForm?
    /// Whether "End here?" is being asked.
    public private(set) var isAskingToEnd = false
    /// The practice as it is kept, once it has ended.
    public private(set) var ended: Stepped?

    /// A practice may be in the middle of a step when the app that shows it is gone.
    @ObservationIgnored private weak var app: AppModel?
    @ObservationIgnored let mingmen: MingmenClient
    @ObservationIgnored let clocks: Clocks
    @ObservationIgnored let figures: Figures
    @ObservationIgnored private let device: any Device
    @ObservationIgnored private let lockScreen: (any LockScreen)?
    @ObservationIgnored private var readAtMs: UInt64
    @ObservationIgnored private var lastTurn: Task<Void, Never>?
    @ObservationIgnored private var waiting: Task<Void, any Error>?
    /// What the lock screen was shown last.
    @ObservationIgnored private var glance: PracticeGlance?

    private static let secondMs: UInt64 = 1_000
    /// Between two cues that are far apart a tick comes at least so often.
    private static let longestTickMs: UInt64 = 1_500
    private static let shortestTickMs: UInt64 = 50
    /// Where the core has not answered for so long, the picture waits for it.
    private static let longestGuessMs: UInt64 = 2_000

    init(app: AppModel, begun: Begun) {
        self.app = app
        (mingmen, clocks, figures) = (app.mingmen, app.clocks, app.figures)
        (device, lockScreen) = (app.device, app.lockScreen)
        practice = begun.practice
        timeline = Timeline(begun.script)
        state = begun.player
        readAtMs = clocks.monotonicMs()
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
        let now = clocks.monotonicMs()
        return now > readAtMs ? now - readAtMs : 0
    }
}

extension PlayerModel {
    /// Pauses, or goes on.
    public func pauseOrGoOn() async {
        await send(isPaused ? .resume : .pause)
    }

    /// Pauses where time is running, as for a call.
    public func hold() async {
        switch state.phase {
        case .playing, .countingIn: await send(.pause)
        case .ready, .paused, .finished, .stopped: break
        }
    }

    public func skip() async { await send(.skip) }

    public func goBack() async { await send(.back) }

    /// This movement again, from its start.
    public func again() async { await send(.repeat) }

    /// "Stop, something hurts": movement and voice end at once, then the page asks what it was.
    public func stop() async {
        device.hush()
        await send(.pause)
        await app?.attempt { try await self.app?.toStopped(self) }
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
        while ended == nil, !Task.isCancelled {
            let wait = Task { [clocks, nextTickMs] in try await clocks.wait(nextTickMs) }
            waiting = wait
            let outcome = await withTaskCancellationHandler {
                await wait.result
            } onCancel: {
                wait.cancel()
            }
            // Cut short where something happened meanwhile: when the next one falls is then worked out anew.
            if case .success = outcome { await tick() }
        }
    }

    /// Time has gone by: nothing while it is not running.
    func tick() async {
        switch state.phase {
        case .playing, .countingIn: await send(.tick)
        default: break
        }
    }

    /// A tick falls on each cue and on each second of the count-in, so that neither comes late; between cues that are
    /// far apart they come about once a second.
    var nextTickMs: UInt64 {
        switch state.phase {
        case .countingIn(let leftMs):
            let left = UInt64(leftMs) - min(sinceReading, UInt64(leftMs))
            return max(Self.shortestTickMs, left.isMultiple(of: 1_000) ? Self.secondMs : left % Self.secondMs)
        case .playing:
            let position = positionMs
            let due = timeline.firstCue(from: state.nextCueMs) ?? timeline.script.lengthMs
            // Where the core refuses to go on, it is not asked without rest.
            guard position < due + UInt32(Self.secondMs) else { return Self.secondMs }
            let left = UInt64(due > position ? due - position : 0)
            let ticks = max(1, (left + Self.longestTickMs - 1) / Self.longestTickMs)
            return max(Self.shortestTickMs, left / ticks)
        case .ready, .paused, .finished, .stopped: return Self.secondMs
        }
    }

    /// Tells the core what happened, after whatever it is being told already.
    func send(_ event: PlayerEvent) async {
        await inTurn { try await self.take(event) }
    }

    /// Does something with the core after whatever is being done with it already.
    func inTurn(_ work: @escaping @MainActor () async throws -> Void) async {
        let before = lastTurn
        let turn = Task {
            await before?.value
            guard self.ended == nil else { return }
            do {
                try await work()
            } catch let error as MingmenError {
                self.app?.report(error)
            } catch {
                self.app?.report(.Internal(reason: "\(type(of: error))"))
            }
        }
        lastTurn = turn
        await turn.value
        waiting?.cancel()
    }

    /// Only in turn.
    func take(_ event: PlayerEvent) async throws {
        let now = clocks.monotonicMs()
        let step = try await mingmen.stepPractice(practice: practice, event: event, monotonicMs: now)
        readAtMs = now
        state = step.player
        for effect in step.effects { perform(effect) }
        if step.ended != nil {
            await finish(step)
        } else {
            showGlance(ends: step.segmentEnds)
        }
    }

    /// A practice that a sign ended stays on its own page; after any other comes the check-in.
    private func finish(_ step: Stepped) async {
        ended = step
        changeForm = nil
        lockScreen?.show(nil)
        if case .player(let shown) = app?.place, shown === self { await app?.ended(practice) }
    }

    /// Shows the lock screen where the practice is, at turns alone: a timer counts down by itself.
    func showGlance(ends: [Instant]) {
        guard let lockScreen else { return }
        let title = timeline.segment(at: state.positionMs)?.name ?? timeline.script.title
        let now = PracticeGlance(title: title, segmentEnds: ends, isPaused: isPaused)
        guard glance.map(now.differs) ?? true else { return }
        glance = now
        lockScreen.show(now)
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .countIn(let seconds): device.say("\(seconds)")
        case .cue(let cue): if !isOver(cue) { perform(cue.action) }
        case .segment: break
        case .keepScreenOn(let on): device.keepScreenOn(on)
        case .duck(let on): device.duck(on)
        case .hush: device.hush()
        }
    }

    /// Whether what was due while the phone let nothing run has no sense any more. It would all sound at once.
    private func isOver(_ cue: Cue) -> Bool {
        let lasts = max(cue.lengthMs, UInt32(Self.longestGuessMs))
        return cue.atMs + lasts < state.positionMs
    }

    private func perform(_ action: CueAction) {
        switch action {
        case .say(let text, let kind):
            if kind.isMilestone, device.hasScreenReader {
                device.announce(text)
            } else {
                device.say(text)
            }
        case .chime(let chime): device.chime(chime)
        case .touch(let touch): device.touch(touch)
        case .breathe, .move: break
        }
    }
}
