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

/// A clip made ready to draw: its samples as numbers, read once, so that a frame asks nobody.
public struct FigureFrames: Equatable, Sendable {
    public let clip: FigureClip
    /// For each sample, for each point, x then y.
    private let coordinates: [Int16]

    public init(_ clip: FigureClip) {
        self.clip = clip
        let bytes = [UInt8](clip.coordinates)
        coordinates = stride(from: 0, to: bytes.count - 1, by: 2).map {
            Int16(truncatingIfNeeded: Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8)
        }
    }

    /// The phase of the still that tells the movement on a card, 0 to 1.
    public var stillPhase: Double { keyPhases.last ?? 0 }

    /// The phases that tell the movement in order, where nothing is to move.
    public var keyPhases: [Double] { clip.keyPoses.map { Double($0) / 1_000 } }

    /// The points of a phase: the two samples beside it, blended in a straight line. Phases beyond 1 begin again.
    public func points(at phase: Double) -> [FigurePoint] {
        let (samples, points) = (Int(clip.sampleCount), Int(clip.pointCount))
        guard samples > 0, coordinates.count >= samples * points * 2, phase.isFinite else { return [] }
        let place = (phase - phase.rounded(.down)) * Double(samples)
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
