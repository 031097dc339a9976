import Foundation
import MingmenCore
import Testing

private let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../..").standardized

private let files: [String] = {
    let folder = root.appending(path: "tests/journeys")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
}()

/// `{ "about": …, "steps": [ … ] }` with these steps.
private func journey(steps: String, about: String = "x") throws -> Journey {
    let seed = String(repeating: "07", count: 32)
    let text = """
        {"about": "\(about)", "zone": "Europe/London", "start": "2026-03-02T08:00:00Z", "seed": "\(seed)", "steps": [\(steps)]}
        """
    return try Journey(Json(Data(text.utf8)))
}

private func lines(of journey: Journey) throws -> [String] {
    var lines: [String] = []
    try Runner.run(journey) { lines.append($0) }
    return lines
}

@Suite("A journey")
struct JourneyTests {
    @Test("there are some")
    func some() {
        #expect(!files.isEmpty)
    }

    @Test("holds in Swift, and leaves its results in target/journeys to be compared", arguments: files)
    func holds(file: String) throws {
        let journey = try Journey(Json(Data(contentsOf: root.appending(path: "tests/journeys/\(file)"))))
        var lines = ""
        defer { keep(lines, of: file) }
        try Runner.run(journey) { lines += $0 + "\n" }
    }

    /// Kept when the journey fails too: the last line shows what came.
    private func keep(_ lines: String, of file: String) {
        let folder = root.appending(path: "target/journeys")
        let name = file.replacingOccurrences(of: ".json", with: ".swift.json")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try lines.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        } catch {
            Issue.record(error)
        }
    }

    @Test("can call every command and query of the interface, and nothing else")
    func canCallEverything() throws {
        let page = try String(contentsOf: root.appending(path: "bindings/interface/swift.txt"), encoding: .utf8)
        let lines = page.split(separator: "\n")
        let methods = lines.drop { !$0.hasPrefix("class Mingmen:") }.dropFirst().prefix { $0.hasPrefix("    ") }
        let functions = methods.map { $0.drop { $0 == " " } } + lines.filter { $0.hasPrefix("func ") }
        let names = functions.filter { $0.hasPrefix("func ") }.map {
            snakeCase(String($0.dropFirst(5).prefix { $0 != "(" }))
        }
        #expect(Set(names) == Set(calls.keys))
    }

    @Test("writes each step as a line of JSON")
    func lineForEachStep() throws {
        let steps = """
            {"call": "gate"}, {"call": "item", "args": {"id": "x"}, "expect_error": {"not_found": {"kind": "item"}}},
            {"wait": true, "advance": 5}, {"kill": true}, {"call": "shut_down"}
            """
        #expect(
            try lines(of: journey(steps: steps)) == [
                #"{"call":"gate","result":"not_screened","step":0}"#,
                #"{"call":"item","error":{"not_found":{"id":"x","kind":"item"}},"step":1}"#,
                #"{"call":null,"result":null,"step":2}"#,
                #"{"call":null,"result":null,"step":3}"#,
                #"{"call":"shut_down","result":null,"step":4}"#,
            ])
    }

    @Test(
        "fails where what came is not what was expected",
        arguments: [
            (#"{"call": "gate", "expect": "open"}"#, #"step 0, gate: : expected "open", found "not_screened""#),
            (
                #"{"call": "gate", "expect_error": "closed"}"#,
                #"step 0, gate: expected the error "closed", found "not_screened""#
            ),
            (
                #"{"call": "item", "args": {"id": "x"}}"#,
                #"step 0, item: found the error {"not_found":{"id":"x","kind":"item"}}"#
            ),
            (#"{"call": "enrolments", "expect": [{}]}"#, "step 0, enrolments: : expected 1 items"),
        ])
    func fails(steps: String, words: String) throws {
        let journey = try journey(steps: steps)
        #expect {
            try lines(of: journey)
        } throws: { error in
            "\(error)".hasPrefix(words)
        }
    }

    @Test(
        "that makes no sense is refused",
        arguments: [
            #"{"call": "no_such"}"#, #"{"call": "gate", "args": {"x": 1}}"#, #"{"call": "gate", "kill": true}"#,
            #"{"call": "gate", "expects": 1}"#, #"{"call": "item", "args": {"id": "$nobody"}}"#,
            #"{"call": "item", "args": {"id": 1}}"#, #"{"call": "gate", "save": {"x": "no.such"}}"#, "{}",
            #"{"call": "day_log", "args": {"date": "2026-02-31"}}"#, #"{"wait": true, "at": "2026-03-02"}"#,
        ])
    func refused(steps: String) {
        #expect(throws: Malformed.self) { try lines(of: journey(steps: steps)) }
    }

    @Test("must say what it shows")
    func aboutIsNeeded() {
        #expect(throws: Malformed.self) { try journey(steps: "", about: " ") }
    }
}

@Suite("A value of a journey")
struct ValueTests {
    @Test("is written as the format says")
    func encoding() {
        #expect(
            encode(CueAction.move(text: "Up", fromPermille: 0, toPermille: 500)).canonical
                == #"{"move":{"from_permille":0,"text":"Up","to_permille":500}}"#)
        #expect(encode(Effect.countIn(seconds: 3)).canonical == #"{"count_in":{"seconds":3}}"#)
        #expect(encode(PlayerPhase.stopped(sign: nil)).canonical == #"{"stopped":{"sign":null}}"#)
        #expect(encode(MingmenError.PracticeStillOpen).canonical == #""practice_still_open""#)
        #expect(encode(Breath.in).canonical == #""in""#)
        #expect(
            encode(Clearance(saidAt: Date(epochMilliseconds: 250), date: CivilDate(epochDay: 0))).canonical
                == #"{"date":"1970-01-01","said_at":"1970-01-01T00:00:00.250Z"}"#)
        #expect(encode([Float(0.1), 120]).canonical == "[0.1,120.0]")
        #expect(encode(WallTime(secondOfDay: 28_800)).canonical == #""08:00:00""#)
        #expect(encode("a\"\\\n\u{1}é").canonical == "\"a\\\"\\\\\\n\\u0001é\"")
        #expect(encode(()).canonical == "null")
    }

    @Test("that leaves out how a person is led means the usual manner, and a breath of null one's own")
    func guidance() throws {
        func read<Value: FromJson>(_ text: String) throws -> Value { try Value(Json(Data(text.utf8))) }
        let usual = Guidance(
            breathMs: 8_000, voice: .full, pacer: nil, breathChimes: false, touches: false, otherSideFirst: false,
            warmUp: false, gratitude: false, intention: false)
        #expect(try read("{}") == usual)
        let choices: Choices = try read(#"{"minutes": 10, "posture": "seated", "leave_out": []}"#)
        #expect(choices == Choices(minutes: 10, posture: .seated, guidance: usual, leaveOut: []))
        let own: Guidance = try read(#"{"breath_ms": null, "pacer": {"pace_tenths": 55, "in_percent": 40}}"#)
        #expect(own.breathMs == nil && own.pacer == Pacer(paceTenths: 55, inPercent: 40) && own.voice == .full)
        #expect(try read(#"{"minutes": {"left": 5}}"#) == PracticeChange.minutes(left: 5))
        #expect(try read(#""seated""#) == PracticeChange.seated)
        #expect(try read(#"{"guidance": {"guidance": {"voice": "key"}}}"#) != PracticeChange.guidance(guidance: usual))
        #expect(try read(#""repeat""#) == PlayerEvent.repeat)
        #expect(encode(Chime.halfWay).canonical == #""half_way""#)
        #expect(encode(CueAction.touch(touch: .in)).canonical == #"{"touch":{"touch":"in"}}"#)
    }

    @Test("of bytes is their CRC-32 and length")
    func bytes() {
        #expect(fingerprint(Data("123456789".utf8)) == "crc32:cbf43926/9")
        #expect(fingerprint(Data()) == "crc32:00000000/0")
    }

    @Test(
        "that is an instant is read and written alike", arguments: ["2026-03-02T08:00:00Z", "1969-12-31T23:59:59.001Z"])
    func instants(text: String) throws {
        #expect(iso(try Date(.text(text))) == text)
    }

    @Test("that is impossible can be asked for as a number")
    func impossible() throws {
        #expect(try CivilDate(.whole(.max)).epochDay == .max)
        #expect(try CivilDate(.whole(-1)).epochDay == -1)
        #expect(try WallTime(.whole(90_000)).secondOfDay == 90_000)
        #expect(try WallTime(.whole(-1)).secondOfDay == .max)
    }
}
