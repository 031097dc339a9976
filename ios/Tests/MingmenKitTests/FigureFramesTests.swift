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
    @Test("stays where it was led: lying when it has come to the floor, up when it has come up")
    func leadsElsewhere() async throws {
        let phone = try await Phone()
        for (motion, posture) in [("getting-down", Posture.standing), ("getting-up", .lying)] {
            await phone.app.figures.load(motion, posture)
            let frames = try #require(phone.app.figures.frames(motion, posture))
            let timeline = Self.timeline(motion, posture)
            let (first, last) = (frames.points(at: 0), frames.points(at: 1))
            #expect(frames.leadsElsewhere && first != last && frames.stillPoses(at: 1).next == nil)
            #expect(frames.points(at: timeline.phase(at: 0)) == first)
            for ms in [UInt32(48_000), 50_000, 59_999] { #expect(frames.points(at: timeline.phase(at: ms)) == last) }
        }
    }

    /// A minute in which two beats end after 48 seconds.
    private static func timeline(_ motion: String, _ posture: Posture) -> Timeline {
        func move(_ atMs: UInt32, _ from: UInt16, _ to: UInt16) -> Cue {
            Cue(atMs: atMs, lengthMs: 24_000, action: .move(text: "Go on", fromPermille: from, toPermille: to))
        }
        let segment = ScriptSegment(
            movement: motion, variant: motion, name: motion, posture: posture, motion: motion, figureText: "",
            around: false, startsMs: 0, endsMs: 60_000)
        return Timeline(
            Script(
                routine: "test", title: "Test", contentVersion: 1, lengthMs: 60_000, segments: [segment],
                cues: [move(0, 0, 500), move(24_000, 500, 1_000)]))
    }

    @Test("waits where its first move begins: on the other side, where that comes first", arguments: [false, true])
    func otherSide(isFirst: Bool) async throws {
        let phone = try await Phone()
        try await phone.answerNothing()
        let page = try await phone.mingmen.movementPage(id: "torso-twists")
        let card = try #require(page.cards.compactMap { $0 }.first)
        let guidance = card.choices.guidance.with(otherSideFirst: isFirst)
        try await phone.app.begin(card.with(card.choices.with(guidance: guidance)), pain: nil)
        let timeline = try phone.app.player().timeline
        let first = timeline.script.cues.first { if case .move = $0.action { true } else { false } }
        guard case .move(let text, let from, _) = first?.action, let at = first?.atMs else {
            Issue.record("nothing moves")
            return
        }
        #expect(from == (isFirst ? 500 : 0) && at > 0)
        #expect(timeline.phase(at: 0) == Double(from) / 1_000 && timeline.phase(at: at) == timeline.phase(at: 0))
        #expect(timeline.doing(at: at) == text && timeline.doing(at: 0).isEmpty)
        #expect(timeline.figures.map(\.motion) == ["torso-twists"])
    }
}
