import Foundation
import Testing

/// `Tokens.swift` as it follows from `docs/design/tokens.json`, the one source of both apps' look.
private struct TokensSource {
    private let json: [String: Any]

    init(_ data: Data) throws {
        json = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    var text: String {
        """
        // Written from docs/design/tokens.json. Change it there, then run TokensTests with MINGMEN_UPDATE=1.

        import SwiftUI

        /// Red, green and blue of sRGB, 0 to 1.
        struct RGB: Hashable {
            let red: Double
            let green: Double
            let blue: Double

            init(_ hex: UInt32) {
                red = Double(hex >> 16 & 0xff) / 255
                green = Double(hex >> 8 & 0xff) / 255
                blue = Double(hex & 0xff) / 255
            }

            var color: Color { Color(red: red, green: green, blue: blue) }
        }

        /// The colours of a page by their role.
        struct Palette: Hashable {
        \(fields(of: palette("color", "light"), as: "Color"))

        \(instance("light", palette("color", "light"), wrap: { "RGB(\($0)).color" }))

        \(instance("dark", palette("color", "dark"), wrap: { "RGB(\($0)).color" }))
        }

        /// The colours of the drawn person and what they stand on.
        struct FigurePalette: Hashable {
            let isDark: Bool
        \(fields(of: palette("figure", "light"), as: "RGB"))

        \(instance("light", palette("figure", "light"), first: "isDark: false, ", wrap: { "RGB(\($0))" }))

        \(instance("dark", palette("figure", "dark"), first: "isDark: true, ", wrap: { "RGB(\($0))" }))
        }

        \(numbers("Space", "Distances in points.", "space", "CGFloat"))

        \(numbers("Radius", "Corners in points.", "radius", "CGFloat"))

        \(numbers("Touch", "What a thumb needs, in points.", "touch", "CGFloat"))

        \(numbers("Motion", "How long things take, in milliseconds unless named otherwise, and how they ease.", "motion", "Double"))

        \(numbers("Ring", "The breath ring.", "ring", "Double"))

        """
    }

    private func palette(_ group: String, _ scheme: String) -> [(name: String, hex: String)] {
        let colours = (json[group] as? [String: Any])?[scheme] as? [String: String] ?? [:]
        return colours.sorted { $0.key < $1.key }.map { ($0.key, "0x" + $0.value.dropFirst().lowercased()) }
    }

    private func fields(of palette: [(name: String, hex: String)], as type: String) -> String {
        palette.map { "    let \($0.name): \(type)" }.joined(separator: "\n")
    }

    private func instance(
        _ name: String,
        _ palette: [(name: String, hex: String)],
        first: String = "",
        wrap: (String) -> String
    ) -> String {
        let type = first.isEmpty ? "Palette" : "FigurePalette"
        let values = palette.map { "        \($0.name): \(wrap($0.hex))" }.joined(separator: ",\n")
        let start = first.isEmpty ? "" : "\n        \(first.trimmingCharacters(in: .whitespaces))"
        return "    static let \(name) = \(type)(\(start)\n\(values)\n    )"
    }

    private func numbers(_ name: String, _ what: String, _ group: String, _ type: String) -> String {
        let values = json[group] as? [String: Any] ?? [:]
        let lines = values.sorted { $0.key < $1.key }.compactMap { key, value -> String? in
            switch value {
            case let list as [Double]: "    static let \(key): [\(type)] = [\(list.map(plain).joined(separator: ", "))]"
            case let number as Double: "    static let \(key): \(type) = \(plain(number))"
            default: nil
            }
        }
        return "/// \(what)\nenum \(name) {\n\(lines.joined(separator: "\n"))\n}"
    }

    private func plain(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}

@Suite("The tokens")
struct TokensTests {
    @Test("in Swift are those of the design")
    func areTheDesigns() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let source = try TokensSource(Data(contentsOf: root.appending(path: "docs/design/tokens.json"))).text
        let file = root.appending(path: "ios/Sources/MingmenUI/Tokens.swift")
        if ProcessInfo.processInfo.environment["MINGMEN_UPDATE"] == "1" {
            try source.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == source)
    }
}
