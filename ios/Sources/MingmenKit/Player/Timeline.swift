import Foundation
import MingmenCore

/// What a script shows at each millisecond, read from its cues alone: a frame asks nobody, and every device shows the
/// same at the same place.
public struct Timeline: Sendable {
    public let script: Script
    private let breaths: [Span<Breath>]
    private let moves: [Span<Move>]
    private let words: [Span<String>]

    private struct Move {
        let text: String
        let from: Double
        let to: Double
    }

    /// A stretch of the script's time.
    private struct Span<Content: Sendable>: Sendable {
        let from: UInt32
        let until: UInt32
        let content: Content

        /// How far along it the place is, 0 to 1.
        func share(_ ms: UInt32) -> Double {
            guard ms > from, until > from else { return 0 }
            return min(1, Double(ms - from) / Double(until - from))
        }
    }

    public init(_ script: Script) {
        self.script = script
        func spans<Content>(_ content: (CueAction) -> Content?) -> [Span<Content>] {
            script.cues.compactMap { cue in
                content(cue.action).map { Span(from: cue.atMs, until: cue.atMs + cue.lengthMs, content: $0) }
            }
        }
        breaths = spans { if case .breathe(let breath) = $0 { breath } else { nil } }
        words = spans { if case .say(let text, _) = $0 { text } else { nil } }
        moves = spans {
            guard case .move(let text, let from, let to) = $0 else { return nil }
            return Move(text: text, from: Double(from) / 1_000, to: Double(to) / 1_000)
        }
    }

    /// A clip of the figure.
    public struct Figure: Hashable, Sendable {
        public let motion: String?
        public let posture: Posture
    }

    /// The clips that it shows, each once, in order.
    public var figures: [Figure] {
        script.segments.reduce(into: []) { figures, segment in
            let figure = Figure(motion: segment.motion, posture: segment.posture)
            if !figures.contains(figure) { figures.append(figure) }
        }
    }

    /// The place of the movement in the script's segments.
    public func segmentIndex(at ms: UInt32) -> Int {
        script.segments.firstIndex { ms < $0.endsMs } ?? max(0, script.segments.count - 1)
    }

    /// The movement at a place; none in a script without any.
    public func segment(at ms: UInt32) -> ScriptSegment? {
        let index = segmentIndex(at: ms)
        return script.segments.indices.contains(index) ? script.segments[index] : nil
    }

    /// The movement after the one at a place.
    public func next(after ms: UInt32) -> ScriptSegment? {
        script.segments.dropFirst(segmentIndex(at: ms) + 1).first
    }

    /// How much of a movement is done, 0 to 1.
    public func share(ofSegment index: Int, at ms: UInt32) -> Double {
        let segment = script.segments[index]
        return Span(from: segment.startsMs, until: segment.endsMs, content: ()).share(ms)
    }

    /// The breath that is asked for; none where nothing is.
    public func breath(at ms: UInt32) -> Breath? {
        current(breaths, ms)?.content
    }

    /// The large line: what to do now, else what is being said, else the movement's name.
    public func line(at ms: UInt32) -> String {
        let start = segment(at: ms)?.startsMs ?? 0
        if let move = current(moves, ms) { return move.content.text }
        if let said = current(words, ms), said.from >= start { return said.content }
        return segment(at: ms)?.name ?? script.title
    }

    /// What the figure does now, in a few words; nothing where it rests.
    public func doing(at ms: UInt32) -> String {
        current(moves, ms)?.content.text ?? ""
    }

    /// The next cue from a place on, itself included.
    public func firstCue(from ms: UInt32) -> UInt32? {
        let index = halve(script.cues.count) { script.cues[$0].atMs < ms }
        return index < script.cues.count ? script.cues[index].atMs : nil
    }

    /// Where the figure's clip is, 0 to 1; 1 is its end. Before its first move it waits where that begins, after its last
    /// it stays. A movement without moves follows the breath; without breath it rests.
    public func phase(at ms: UInt32) -> Double {
        let (start, end) = segment(at: ms).map { ($0.startsMs, $0.endsMs) } ?? (0, 0)
        if let move = last(moves, ms), move.from >= start {
            return move.content.from + (move.content.to - move.content.from) * move.share(ms)
        }
        let ahead = halve(moves.count) { moves[$0].from <= ms }
        if ahead < moves.count, moves[ahead].from < end { return moves[ahead].content.from }
        guard let breath = last(breaths, ms), breath.from >= start else { return 0 }
        return switch breath.content {
        case .in: breath.share(ms) / 2
        case .out: 0.5 + breath.share(ms) / 2
        case .natural, .own: 0
        }
    }

    /// How full the breath is, 0 to 1: it grows on the in-breath, shrinks on the out-breath, and is full where nothing
    /// sets its pace. Eased like a breath, by a sine.
    public func fullness(at ms: UInt32) -> Double {
        guard let breath = current(breaths, ms) else { return 1 }
        let along = (1 - cos(.pi * breath.share(ms))) / 2
        return switch breath.content {
        case .in: along
        case .out: 1 - along
        case .natural, .own: 1
        }
    }

    /// The same in six steps, for a display without motion.
    public func steppedFullness(at ms: UInt32) -> Double {
        (fullness(at: ms) * 6).rounded() / 6
    }

    private func current<Content>(_ spans: [Span<Content>], _ ms: UInt32) -> Span<Content>? {
        last(spans, ms).flatMap { ms < $0.until ? $0 : nil }
    }

    /// The last that has begun.
    private func last<Content>(_ spans: [Span<Content>], _ ms: UInt32) -> Span<Content>? {
        let begun = halve(spans.count) { spans[$0].from <= ms }
        return begun > 0 ? spans[begun - 1] : nil
    }

    /// How many of the first are on this side. Cues are in order of time, so halving finds it.
    private func halve(_ count: Int, _ isHere: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isHere(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
