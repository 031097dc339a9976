import Foundation
import MingmenCore

/// Lives through a journey against a fresh database, through the generated public functions alone.
struct Runner {
    /// Where a monotonic clock begins, in milliseconds: a phone that has been on for a while.
    private static let monotonicStartMs: UInt64 = 1_000_000

    /// What one step gave.
    enum Outcome {
        case result(Json)
        case error(Json)
    }

    private let folder: URL
    private let journey: Journey
    private var seed: Data
    private var mingmen: Mingmen?
    private var now: Now
    private var monotonicMs = Self.monotonicStartMs
    private var saved: [String: Json] = [:]
    private var phone = "mingmen"

    /// Hands each step's result, a line of JSON, to `print`, and throws where an expectation does not hold.
    static func run(_ journey: Journey, print: (String) -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "journey-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var runner = Runner(folder: folder, journey: journey)
        try runner.open()
        for (index, step) in journey.steps.enumerated() {
            let outcome = try runner.take(step)
            print(line(index, step, outcome).canonical)
            if let difference = try runner.check(step, outcome) {
                throw Unexpected(step: index, call: step.call, difference: difference)
            }
        }
    }

    private init(folder: URL, journey: Journey) {
        self.folder = folder
        self.journey = journey
        seed = journey.seed
        now = journey.start
    }

    private static func line(_ index: Int, _ step: Step, _ outcome: Outcome) -> Json {
        let (key, value) =
            switch outcome {
            case .result(let value): ("result", value)
            case .error(let value): ("error", value)
            }
        return .object(["step": .whole(Int64(index)), "call": step.call.map(Json.text) ?? .null, key: value])
    }

    private mutating func open() throws {
        let file = folder.appending(path: "\(phone).db").path
        let options = OpenOptions(path: file, seed: seed, locale: journey.locale, country: journey.country)
        mingmen = try Mingmen(options: options, now: now)
    }

    /// The app dies and is started again.
    private mutating func kill() throws {
        mingmen = nil
        seed[seed.endIndex - 1] &+= 1
        try open()
    }

    /// The person takes another phone in hand, whose app is not open.
    private mutating func takePhone(_ name: String) throws {
        phone = name
        try kill()
    }

    private mutating func take(_ step: Step) throws -> Outcome {
        now = Now(instant: step.at ?? now.instant, zone: step.zone ?? now.zone)
        monotonicMs += UInt64(step.advanceMonotonic)
        var outcome = Outcome.result(.null)
        for _ in 0..<step.times {
            let instant = Date(epochMilliseconds: now.instant.epochMilliseconds + Int64(step.advance))
            now = Now(instant: instant, zone: now.zone)
            monotonicMs += UInt64(step.advance)
            if step.isKill { try kill() }
            if let phone = step.phone { try takePhone(phone) }
            if let call = step.call { outcome = try make(call, step) }
            if case .error = outcome { break }
        }
        if case .result(let value) = outcome { try save(step, value) }
        return outcome
    }

    private func make(_ name: String, _ step: Step) throws -> Outcome {
        guard let mingmen, let call = calls[name] else { throw Malformed("no command or query is called `\(name)`") }
        let given = try step.args.mapValues(resolve)
        let arguments = Arguments(of: name, given, now: now, monotonicMs: monotonicMs, folder: folder)
        do {
            let result = try call(mingmen, arguments)
            try arguments.refuseWhatIsLeft()
            return .result(encode(result))
        } catch let error as MingmenError {
            try arguments.refuseWhatIsLeft()
            return .error(encode(error))
        }
    }

    /// Puts saved values in the place of `"$name"`.
    private func resolve(_ json: Json) throws -> Json {
        switch json {
        case .text(let text) where text.hasPrefix("$"):
            let parts = text.dropFirst().split(separator: ".", maxSplits: 1)
            let path = parts.count > 1 ? parts[1] : ""
            guard let found = parts.first.flatMap({ saved[String($0)]?.at(path) }) else {
                throw Malformed("nothing was saved as \(text)")
            }
            return found
        case .list(let items): return .list(try items.map(resolve))
        case .object(let fields): return .object(try fields.mapValues(resolve))
        default: return json
        }
    }

    private mutating func save(_ step: Step, _ result: Json) throws {
        for (name, path) in step.save {
            let path = try String(path)
            guard let found = result.at(Substring(path)) else {
                throw Malformed("the result has no `\(path)` to save")
            }
            saved[name] = found
        }
    }

    private func check(_ step: Step, _ outcome: Outcome) throws -> String? {
        let (wanted, wantedError) = (try step.expect.map(resolve), try step.expectError.map(resolve))
        return switch (outcome, wanted, wantedError) {
        case (.result(let value), _, .some(let wanted)):
            "expected the error \(wanted.canonical), found \(value.canonical)"
        case (.result(let value), .some(let wanted), nil): difference(expected: wanted, found: value)
        case (.result, nil, nil): nil
        case (.error(let error), _, .some(let wanted)): difference(expected: wanted, found: error)
        case (.error(let error), _, nil): "found the error \(error.canonical)"
        }
    }
}

/// What came is not what was expected.
struct Unexpected: Error, CustomStringConvertible {
    let step: Int
    let call: String?
    let difference: String

    var description: String { "step \(step), \(call ?? "no call"): \(difference)" }
}
