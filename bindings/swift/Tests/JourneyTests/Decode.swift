import Foundation
import MingmenCore

/// A journey that cannot be read or makes no sense.
struct Malformed: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// What an argument of a journey can become.
protocol FromJson {
    init(_ json: Json) throws
}

/// The fields of a record or of a choice with data.
struct Fields {
    let of: String
    let values: [String: Json]

    init(_ json: Json, of name: String) throws {
        guard case .object(let values) = json else {
            throw Malformed("\(name): expected an object, found \(json.canonical)")
        }
        self.init(of: name, values: values)
    }

    init(of: String, values: [String: Json]) {
        self.of = of
        self.values = values
    }

    /// A field that is not there is read as null, which only an optional one takes.
    func take<Value: FromJson>(_ name: String) throws -> Value {
        do {
            return try Value(values[name] ?? .null)
        } catch let problem as Malformed {
            throw Malformed("\(of).\(name): \(problem)")
        }
    }

    /// A field that is not there has its usual value.
    func take<Value: FromJson>(_ name: String, usually usual: Value) throws -> Value {
        values[name] == nil ? usual : try take(name)
    }
}

/// `"seated"`, or `{ "pause": { "through": "2026-03-15" } }`.
struct Choice {
    let name: String
    let fields: Fields

    init(_ json: Json, of type: String) throws {
        switch json {
        case .text(let name):
            self.name = name
            fields = Fields(of: name, values: [:])
        case .object(let object) where object.count == 1:
            name = object.keys.first ?? ""
            fields = try Fields(object[name] ?? .null, of: name)
        default:
            throw Malformed("expected a \(type), found \(json.canonical)")
        }
    }
}

/// The case with this name among cases without data.
func choose<Value>(_ json: Json, among cases: [Value]) throws -> Value {
    guard let found = cases.first(where: { encode($0) == json }) else {
        throw Malformed("\(json.canonical) is no \(Value.self)")
    }
    return found
}

extension String: FromJson {
    init(_ json: Json) throws {
        guard case .text(let text) = json else { throw Malformed("expected text, found \(json.canonical)") }
        self = text
    }
}

extension Bool: FromJson {
    init(_ json: Json) throws {
        guard case .bool(let bool) = json else { throw Malformed("expected true or false, found \(json.canonical)") }
        self = bool
    }
}

extension FromJson where Self: FixedWidthInteger {
    init(_ json: Json) throws {
        guard case .whole(let number) = json, let fitting = Self(exactly: number) else {
            throw Malformed("expected a \(Self.self), found \(json.canonical)")
        }
        self = fitting
    }
}

extension UInt8: FromJson {}
extension UInt16: FromJson {}
extension UInt32: FromJson {}

extension Optional: FromJson where Wrapped: FromJson {
    init(_ json: Json) throws {
        self = json == .null ? nil : try Wrapped(json)
    }
}

extension Array: FromJson where Element: FromJson {
    init(_ json: Json) throws {
        guard case .list(let items) = json else { throw Malformed("expected a list, found \(json.canonical)") }
        self = try items.map(Element.init)
    }
}

// Text, or as a number what crosses the boundary, whatever it is.

extension CivilDate: FromJson {
    init(_ json: Json) throws {
        switch json {
        case .whole(let days): self.init(epochDay: Int32(exactly: days) ?? .max)
        case .text(let text):
            let parts = text.split(separator: "-").map { Int($0) ?? -1 }
            guard parts.count == 3, let date = CivilDate(year: parts[0], month: parts[1], day: parts[2]) else {
                throw Malformed("\(text) is no date")
            }
            self = date
        default: throw Malformed("expected a date, found \(json.canonical)")
        }
    }
}

extension WallTime: FromJson {
    init(_ json: Json) throws {
        switch json {
        case .whole(let seconds): self.init(secondOfDay: UInt32(exactly: seconds) ?? .max)
        case .text(let text):
            let parts = text.split(separator: ":").map { Int($0) ?? -1 }
            guard (2...3).contains(parts.count),
                let time = WallTime(hour: parts[0], minute: parts[1], second: parts.count == 3 ? parts[2] : 0)
            else { throw Malformed("\(text) is no time") }
            self = time
        default: throw Malformed("expected a time, found \(json.canonical)")
        }
    }
}

extension Date: FromJson {
    init(_ json: Json) throws {
        let text = try String(json)
        guard text.hasSuffix("Z"), let split = text.firstIndex(of: "T") else {
            throw Malformed("\(text) is no instant")
        }
        let clock = text[text.index(after: split)...].dropLast().split(separator: ".")
        let date = try CivilDate(.text(String(text[..<split])))
        let time = try WallTime(.text(String(clock.first ?? "")))
        let fraction = clock.count > 1 ? String((clock[1] + "00").prefix(3)) : "0"
        guard let milliseconds = Int64(fraction) else { throw Malformed("\(text) is no instant") }
        let seconds = Int64(date.epochDay) * 86_400 + Int64(time.secondOfDay)
        self.init(epochMilliseconds: seconds * 1_000 + milliseconds)
    }
}
