import MingmenCore
import Observation

/// The figure's clips, asked for once and kept while the app lives.
@MainActor
@Observable
public final class Figures {
    private var clips: [Key: FigureFrames] = [:]
    @ObservationIgnored private let mingmen: MingmenClient

    private struct Key: Hashable {
        let motion: String
        let posture: Posture
    }

    init(mingmen: MingmenClient) {
        self.mingmen = mingmen
    }

    /// The clip, if there is a motion and it is here already.
    public func frames(_ motion: String?, _ posture: Posture) -> FigureFrames? {
        motion.flatMap { clips[Key(motion: $0, posture: posture)] }
    }

    /// Brings a clip here. A motion without a figure in that posture stays without one: its page shows words alone.
    public func load(_ motion: String?, _ posture: Posture) async {
        guard let motion else { return }
        let key = Key(motion: motion, posture: posture)
        if clips[key] == nil { await fetch(key) }
    }

    /// The figure is somebody else now. The clip that is on the screen stays until theirs is here; all others are asked
    /// for when they are next shown.
    func drawAnew(_ motion: String, _ posture: Posture) async {
        let shown = Key(motion: motion, posture: posture)
        clips = clips.filter { $0.key == shown }
        await fetch(shown)
    }

    private func fetch(_ key: Key) async {
        guard let clip = try? await mingmen.figureClip(motion: key.motion, posture: key.posture) else { return }
        clips[key] = FigureFrames(clip)
    }
}

/// A clip made ready to draw: its keys as numbers, read once, so that a frame asks nobody.
public struct FigureFrames: Equatable, Sendable {
    public let clip: FigureClip
    private let runs: [Run]
    /// Whether it leads from one posture to another, and so ends elsewhere than it begins: it stays at its last pose.
    public let leadsElsewhere: Bool

    public init(_ clip: FigureClip) {
        self.clip = clip
        let bytes = [UInt8](clip.coordinates)
        let numbers = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        var rest = numbers[...]
        runs = clip.runs.map { run in
            let (keys, width) = (Int(run.keyCount), Int(run.pointCount) * 2)
            let steps = rest.prefix(keys).map(Double.init)
            let places = rest.dropFirst(keys).prefix(keys * width).map { Int16(bitPattern: $0) }
            rest = rest.dropFirst(keys * (1 + width))
            return Run(steps: steps, width: width, numbers: places)
        }
        leadsElsewhere = runs.contains { $0.steps.last == Double(clip.stepCount) }
    }

    /// The phase of the still that tells the movement on a card, 0 to 1.
    public var stillPhase: Double { keyPhases.last ?? 0 }

    /// The phases that tell the movement in order, where nothing is to move.
    public var keyPhases: [Double] { clip.keyPoses.map { Double($0) / 1_000 } }

    /// Where nothing is to move: the telling pose that is nearest to a phase, and the one that comes after it; none
    /// after the last of a clip that leads elsewhere.
    public func stillPoses(at phase: Double) -> (shown: Double, next: Double?) {
        let poses = keyPhases.sorted()
        guard let shown = poses.min(by: { apart($0, phase) < apart($1, phase) }) else { return (0, nil) }
        let next = poses.first { $0 > shown } ?? (leadsElsewhere ? nil : poses.first)
        return (shown, next == shown ? nil : next)
    }

    private func apart(_ one: Double, _ other: Double) -> Double {
        if leadsElsewhere { return abs(one - other) }
        let apart = abs(one - other).truncatingRemainder(dividingBy: 1)
        return min(apart, 1 - apart)
    }

    /// The points of a phase: in each run the two keys beside it, blended in a straight line. Phases beyond 1 begin again, or
    /// stay at the last pose where the clip leads elsewhere.
    public func points(at phase: Double) -> [FigurePoint] {
        guard phase.isFinite, clip.stepCount > 0, runs.allSatisfy(\.isWhole) else { return [] }
        let steps = Double(clip.stepCount)
        let round = ((phase - phase.rounded(.down)) * steps).truncatingRemainder(dividingBy: steps)
        // At its very end a cut would lead back to the first pose.
        let step = leadsElsewhere ? min(max(phase, 0) * steps, steps.nextDown) : round
        return runs.flatMap { $0.points(at: step, of: steps) }
    }

    /// Points that move together.
    private struct Run: Equatable, Sendable {
        /// When its keys are, ascending from 0.
        let steps: [Double]
        /// How many numbers a key has.
        let width: Int
        /// For each key, for each point, x then y.
        let numbers: [Int16]

        var isWhole: Bool { !steps.isEmpty && numbers.count == steps.count * width }

        func points(at step: Double, of count: Double) -> [FigurePoint] {
            let before = self.before(step)
            let after = before + 1 < steps.count ? before + 1 : 0
            let end = after == 0 ? count : steps[after]
            let share = (step - steps[before]) / (end - steps[before])
            func number(_ at: Int) -> Double {
                let from = Double(numbers[before * width + at])
                return from + (Double(numbers[after * width + at]) - from) * share
            }
            return stride(from: 0, to: width, by: 2).map { FigurePoint(x: number($0), y: number($0 + 1)) }
        }

        /// The last key that is not later.
        private func before(_ step: Double) -> Int {
            var (low, high) = (0, steps.count)
            while high - low > 1 {
                let middle = (low + high) / 2
                if steps[middle] <= step { low = middle } else { high = middle }
            }
            return low
        }
    }
}

/// A place in clip coordinates: 10,000 to the stature of the person, x to the right, y down.
public struct FigurePoint: Equatable, Sendable {
    public let x: Double
    public let y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}
