import Foundation
import MingmenCore

/// Whatever a generated function gives back as the JSON that `docs/journeys.md` describes.
///
/// By reflection: the names are the generated ones turned into `snake_case`, so a field or a case that differs from the
/// core's shows as a difference, and a new type needs nothing here.
func encode(_ value: Any) -> Json {
    switch value {
    case is Void: .null
    case let bool as Bool: .bool(bool)
    case let number as any FixedWidthInteger: .whole(Int64(number))
    case let number as Float: .fraction(number)
    case let text as String: .text(text)
    case let date as CivilDate: .text(date.description)
    case let time as WallTime: .text(time.description)
    case let instant as Date: .text(iso(instant))
    case let bytes as Data: .text(fingerprint(bytes))
    default: encodeComposite(value)
    }
}

private func encodeComposite(_ value: Any) -> Json {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { encode($0.value) } ?? .null
    case .collection: return .list(mirror.children.map { encode($0.value) })
    case .enum: return encodeChoice(value, mirror)
    default: return encodeFields(mirror)
    }
}

/// A choice without data is its name; one with data is an object of one field.
private func encodeChoice(_ value: Any, _ mirror: Mirror) -> Json {
    guard let data = mirror.children.first, let name = data.label else { return .text(snakeCase("\(value)")) }
    return .object([snakeCase(name): encodeFields(Mirror(reflecting: data.value))])
}

private func encodeFields(_ mirror: Mirror) -> Json {
    let fields = mirror.children.map { (snakeCase($0.label ?? "?"), encode($0.value)) }
    return .object(Dictionary(uniqueKeysWithValues: fields))
}

/// `painBefore` and `PainBefore` as `pain_before`.
func snakeCase(_ name: String) -> String {
    name.enumerated().map { index, letter in
        letter.isUppercase ? (index == 0 ? "" : "_") + letter.lowercased() : String(letter)
    }.joined()
}

/// `2026-03-02T08:00:00Z`, with milliseconds where it has any.
func iso(_ instant: Date) -> String {
    let (seconds, milliseconds) = divide(instant.epochMilliseconds, by: 1_000)
    let (days, secondOfDay) = divide(seconds, by: 86_400)
    let date = CivilDate(epochDay: Int32(clamping: days))
    let time = WallTime(secondOfDay: UInt32(secondOfDay))
    let fraction = milliseconds == 0 ? "" : ".\(String(milliseconds + 1_000).dropFirst())"
    return "\(date)T\(time)\(fraction)Z"
}

private func divide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

/// `crc32:1c291ca3/4096`: the CRC-32 of IEEE 802.3 and the length.
func fingerprint(_ bytes: Data) -> String {
    let crc = ~bytes.reduce(UInt32.max) { crc, byte in
        (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    let digits = String(crc, radix: 16)
    return "crc32:\(String(repeating: "0", count: 8 - digits.count))\(digits)/\(bytes.count)"
}
