import Foundation
import MingmenCore
import Testing

@testable import MingmenKit

/// A chair that never moves, and a hand that says where it is at the steps 0, 10 and 30 of 40.
@Suite("The figure between two keys")
struct FigureFramesTests {
    private let looping = Self.frames(chair: [0, 7, -8], hand: [0, 10, 30, 0, 100, 200, -100, 400, 0])

    @Test("what never moves is where it is", arguments: [0, 0.3, 0.99])
    func still(phase: Double) {
        #expect(looping.points(at: phase).first == FigurePoint(x: 7, y: -8))
    }

    @Test("between two keys lies the straight line, however far apart they are")
    func straight() {
        #expect(hand(looping, 0) == FigurePoint(x: 0, y: 100))
        #expect(hand(looping, 5.0 / 40) == FigurePoint(x: 100, y: 0))
        #expect(hand(looping, 10.0 / 40) == FigurePoint(x: 200, y: -100))
        #expect(hand(looping, 20.0 / 40) == FigurePoint(x: 300, y: -50))
    }

    @Test("after the last key comes the first again")
    func round() {
        #expect(hand(looping, 35.0 / 40) == FigurePoint(x: 200, y: 50))
        #expect(hand(looping, 1.25) == hand(looping, 0.25))
        #expect(hand(looping, -1e-20) == hand(looping, 0))
    }

    @Test("what leads somewhere stays there to the end")
    func once() {
        let leading = Self.frames(chair: [0, 7, -8], hand: [0, 10, 40, 0, 100, 200, -100, 200, -100])
        #expect(leading.leadsElsewhere && !looping.leadsElsewhere)
        #expect(hand(leading, 0.999) == FigurePoint(x: 200, y: -100))
        #expect(hand(leading, 1) == FigurePoint(x: 200, y: -100) && hand(leading, 2.3) == hand(leading, 1))
        #expect(hand(leading, 0) == FigurePoint(x: 0, y: 100))
    }

    @Test("where nothing is to move the nearest telling pose stands, and the one that follows it")
    func stillPoses() {
        let leading = Self.frames(chair: [0, 7, -8], hand: [0, 10, 40, 0, 100, 200, -100, 200, -100])
        #expect(looping.stillPoses(at: 0.1) == (0, 0.5) && looping.stillPoses(at: 0.3) == (0.5, 0))
        #expect(looping.stillPoses(at: 0.9) == (0, 0.5) && looping.stillPoses(at: 1) == (0, 0.5))
        #expect(leading.stillPoses(at: 0.9) == (0.5, nil) && leading.stillPoses(at: 1) == (0.5, nil))
    }

    @Test("no phase and a buffer that is too short give no points")
    func broken() {
        #expect(looping.points(at: .nan).isEmpty)
        #expect(Self.frames(chair: [0, 7], hand: []).points(at: 0).isEmpty)
    }

    private func hand(_ frames: FigureFrames, _ phase: Double) -> FigurePoint? {
        frames.points(at: phase).last
    }

    private static func frames(chair: [Int16], hand: [Int16]) -> FigureFrames {
        let bytes = (chair + hand).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let tone = FigureTone(light: 0, dark: 0)
        return FigureFrames(
            FigureClip(
                motion: "test", base: "seated", cycleMs: 8_000, shortestCycleMs: 4_000, breaths: [],
                keyPoses: [0, 500], stepCount: 40, view: FigureBox(left: 0, top: 0, width: 1, height: 1),
                tones: FigureTones(skin: tone, hair: tone, faceLine: tone), shapes: [],
                runs: [FigureRun(pointCount: 1, keyCount: 1), FigureRun(pointCount: 1, keyCount: 3)],
                coordinates: Data(bytes)))
    }
}

@MainActor
@Suite("The figure along a practice", .timeLimit(.minutes(1)))
struct FigureAlongTests {
    @Test("stays lying when it has come to the floor, and standing when it has come up")
    func leadsElsewhere() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        try await phone.lead("routine-lying-rest", minutes: 12, posture: .lying)
        let (timeline, figures) = (try phone.app.player().timeline, phone.app.figures)
        var leading: [String] = []
        for segment in timeline.script.segments {
            await figures.load(segment.motion, segment.posture)
            guard let frames = figures.frames(segment.motion, segment.posture), frames.leadsElsewhere else { continue }
            leading.append(segment.movement)
            let last = frames.points(at: timeline.phase(at: segment.endsMs - 1))
            #expect(last == frames.points(at: 1) && last != frames.points(at: 0))
            #expect(frames.stillPoses(at: 1).next == nil)
        }
        #expect(leading == ["getting-down", "getting-up"])
    }

    @Test("waits where its first move begins: on the other side, where that comes first")
    func otherSide() async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        let chosen = try await phone.mingmen.guidanceForm().chosen
        try await phone.lead("routine-phase-3", minutes: 26, posture: .seated, chosen.with(otherSideFirst: true))
        let timeline = try phone.app.player().timeline
        var waits: [Double] = []
        for segment in timeline.script.segments {
            let moves = timeline.script.cues.compactMap { cue -> (UInt32, Double)? in
                guard case .move(_, let from, _) = cue.action, cue.atMs >= segment.startsMs else { return nil }
                return (cue.atMs, Double(from) / 1_000)
            }
            guard let (at, from) = moves.first, at < segment.endsMs else { continue }
            #expect(timeline.phase(at: segment.startsMs) == from && timeline.phase(at: at) == from)
            #expect(timeline.doing(at: at) != "" && timeline.figures.contains { $0.motion == segment.motion })
            waits.append(from)
        }
        #expect(waits.contains(0.5) && waits.contains(0))
    }
}
