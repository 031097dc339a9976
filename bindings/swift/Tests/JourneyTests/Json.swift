import Foundation

/// A JSON value, with whole numbers kept whole.
enum Json: Hashable, Sendable {
    case null
    case bool(Bool)
    case whole(Int64)
    /// Numbers with a fraction are 32 bits wide everywhere in the core.
    case fraction(Float)
    case text(String)
    case list([Json])
    case object([String: Json])

    init(_ data: Data) throws {
        self = try JSONDecoder().decode(Json.self, from: data)
    }

    /// The part that a path such as `weeks.0.minutes` leads to.
    func at(_ path: Substring) -> Json? {
        path.split(separator: ".").reduce(self) { found, part in
            switch found {
            case .list(let items)?: Int(part).flatMap { items.indices.contains($0) ? items[$0] : nil }
            case .object(let fields)?: fields[String(part)]
            default: nil
            }
        }
    }

    /// On one line with fields in order of name and nothing escaped that need not be: the form of all three runners.
    var canonical: String {
        switch self {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .whole(let number): String(number)
        case .fraction(let number): String(number)
        case .text(let text): Self.quoted(text)
        case .list(let items): "[\(items.map(\.canonical).joined(separator: ","))]"
        case .object(let fields):
            "{\(fields.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)):\($0.value.canonical)" }.joined(separator: ","))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{8}": quoted += "\\b"
            case "\u{c}": quoted += "\\f"
            case "\0"..."\u{1f}": quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Json: Decodable {
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let whole = try? value.decode(Int64.self) {
            self = .whole(whole)
        } else if let fraction = try? value.decode(Float.self) {
            self = .fraction(fraction)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([Json].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: Json].self))
        }
    }
}

/// Where `found` does not contain what was `expected`; nothing where it does.
func difference(expected: Json, found: Json, path: String = "") -> String? {
    switch (expected, found) {
    case (.object(let expected), .object(let found)):
        return expected.sorted { $0.key < $1.key }.lazy.compactMap { name, expected in
            let path = path.isEmpty ? name : "\(path).\(name)"
            guard let found = found[name] else {
                return "\(path): expected \(expected.canonical), found no such field"
            }
            return difference(expected: expected, found: found, path: path)
        }.first
    case (.list(let expected), .list(let found)):
        guard expected.count == found.count else {
            return "\(path): expected \(expected.count) items, found \(found.count)"
        }
        return zip(expected, found).enumerated().lazy.compactMap { index, pair in
            difference(expected: pair.0, found: pair.1, path: "\(path)[\(index)]")
        }.first
    case (.fraction(let expected), .whole(let found)) where expected == Float(found): return nil
    case (.whole(let expected), .fraction(let found)) where Float(expected) == found: return nil
    default:
        return expected == found ? nil : "\(path): expected \(expected.canonical), found \(found.canonical)"
    }
}
