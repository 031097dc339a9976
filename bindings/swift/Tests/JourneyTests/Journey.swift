import Foundation
import MingmenCore

/// A journey as it is written: `docs/journeys.md`.
struct Journey {
    let start: Now
    let seed: Data
    let locale: String
    let country: String
    let steps: [Step]

    init(_ json: Json) throws {
        let fields = try Fields(json, of: "journey")
        try fields.allow(["about", "zone", "start", "seed", "locale", "country", "steps"])
        let about: String = try fields.take("about")
        guard !about.allSatisfy(\.isWhitespace) else { throw Malformed("`about` is empty") }
        start = Now(instant: try fields.take("start"), zone: try fields.take("zone"))
        seed = try Self.bytes(hex: fields.take("seed"))
        locale = try fields.take("locale") ?? "en"
        country = try fields.take("country") ?? "GB"
        steps = try fields.take("steps")
    }

    private static func bytes(hex: String) throws -> Data {
        let digits = hex.compactMap(\.hexDigitValue)
        guard hex.count == 64, digits.count == 64 else { throw Malformed("`seed` must have 64 hexadecimal digits") }
        return Data(stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) })
    }
}

/// One step.
struct Step: FromJson {
    let call: String?
    let args: [String: Json]
    let isKill: Bool
    let phone: String?
    let at: Date?
    let zone: String?
    let advance: UInt32
    let advanceMonotonic: UInt32
    let times: UInt32
    let expect: Json?
    let expectError: Json?
    let save: [String: Json]

    init(_ json: Json) throws {
        let fields = try Fields(json, of: "step")
        try fields.allow([
            "call", "args", "kill", "wait", "phone", "at", "zone", "advance", "advance_monotonic", "times", "expect",
            "expect_error", "save", "note",
        ])
        call = try fields.take("call")
        args = try fields.values["args"].map { try Fields($0, of: "args").values } ?? [:]
        isKill = fields.values["kill"] == .bool(true)
        phone = try fields.take("phone")
        at = try fields.take("at")
        zone = try fields.take("zone")
        advance = try fields.take("advance") ?? 0
        advanceMonotonic = try fields.take("advance_monotonic") ?? 0
        times = try fields.take("times") ?? 1
        expect = fields.values["expect"].flatMap { $0 == .null ? nil : $0 }
        expectError = fields.values["expect_error"].flatMap { $0 == .null ? nil : $0 }
        save = try fields.values["save"].map { try Fields($0, of: "save").values } ?? [:]
        let isWait = fields.values["wait"] == .bool(true)
        guard [call != nil, isKill, isWait, phone != nil].filter({ $0 }).count == 1 else {
            throw Malformed("a step has exactly one of `call`, `kill`, `wait` and `phone`")
        }
    }
}

extension Fields {
    /// Refuses a field that means nothing: it would be a misspelt one.
    func allow(_ names: Set<String>) throws {
        if let unknown = values.keys.filter({ !names.contains($0) }).min() {
            throw Malformed("\(of): unknown field `\(unknown)`")
        }
    }
}
