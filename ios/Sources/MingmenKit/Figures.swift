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
        guard clips[key] == nil, let clip = try? await mingmen.figureClip(motion: motion, posture: posture) else {
            return
        }
        clips[key] = FigureFrames(clip)
    }
}

/// A clip made ready to draw: its samples as numbers, read once, so that a frame asks nobody.
public struct FigureFrames: Equatable, Sendable {
    public let clip: FigureClip
    /// For each sample, for each point, x then y.
    private let coordinates: [Int16]
    /// Whether it leads from one posture to another, and so ends elsewhere than it begins: it stays at its last pose.
    public let leadsElsewhere: Bool

    public init(_ clip: FigureClip) {
        self.clip = clip
        let bytes = [UInt8](clip.coordinates)
        coordinates = stride(from: 0, to: bytes.count - 1, by: 2).map {
            Int16(truncatingIfNeeded: Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8)
        }
        leadsElsewhere = Self.leadsElsewhere(coordinates, samples: Int(clip.sampleCount))
    }

    /// A loop is closed, so from its last sample to its first is a step like any other.
    private static func leadsElsewhere(_ coordinates: [Int16], samples: Int) -> Bool {
        let width = samples > 1 ? coordinates.count / samples : 0
        guard width > 0 else { return false }
        func step(_ from: Int, _ to: Int) -> Int {
            (0..<width).reduce(0) {
                $0 + abs(Int(coordinates[from * width + $1]) - Int(coordinates[to * width + $1]))
            }
        }
        let longest = (1..<samples).map { step($0 - 1, $0) }.max() ?? 0
        return step(samples - 1, 0) > 3 * longest
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

    /// The points of a phase: the two samples beside it, blended in a straight line. Phases beyond 1 begin again, or stay
    /// at the last pose where the clip leads elsewhere.
    public func points(at phase: Double) -> [FigurePoint] {
        let (samples, points) = (Int(clip.sampleCount), Int(clip.pointCount))
        guard samples > 0, coordinates.count >= samples * points * 2, phase.isFinite else { return [] }
        let within = leadsElsewhere ? min(max(phase, 0), 1) : phase - phase.rounded(.down)
        let place = min(within * Double(samples), leadsElsewhere ? Double(samples - 1) : .infinity)
        let before = min(Int(place), samples - 1)
        let share = place - Double(before)
        let (first, second) = (before * points * 2, (before + 1) % samples * points * 2)
        return (0..<points).map { point in
            FigurePoint(
                x: blend(first + point * 2, second + point * 2, share),
                y: blend(first + point * 2 + 1, second + point * 2 + 1, share))
        }
    }

    private func blend(_ first: Int, _ second: Int, _ share: Double) -> Double {
        let from = Double(coordinates[first])
        return from + (Double(coordinates[second]) - from) * share
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
