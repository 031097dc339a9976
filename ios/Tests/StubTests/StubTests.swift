import Foundation
import Testing

private let ios = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

private func swiftFiles(in folder: String) throws -> [URL] {
    let names = try FileManager.default.contentsOfDirectory(atPath: ios.appending(path: folder).path)
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { ios.appending(path: "\(folder)/\($0)") }
}

/// A compiler that says yes to everything proves nothing: what is wrong under Apple's SwiftUI must be wrong under the stub.
@Suite("The stub of SwiftUI")
struct StubTests {
    @Test("refuses each wrong use, for the reason that it names", arguments: try swiftFiles(in: "Stubs/WrongUses"))
    func refuses(file: URL) throws {
        let first = try #require(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first)
        #expect(first.hasPrefix("// expected: "))
        let (status, words) = try typecheck(file)
        #expect(status != 0, "\(file.lastPathComponent) type-checks")
        let errors = words.split(separator: "\n").filter { $0.contains("error:") }
        #expect(errors.contains { $0.contains(first.dropFirst("// expected: ".count)) }, "\(words)")
    }

    @Test("accepts a right use, so that the refusals mean something")
    func accepts() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "right-\(UUID().uuidString).swift")
        defer { try? FileManager.default.removeItem(at: file) }
        let right = """
            import MingmenKit
            import SwiftUI

            @MainActor func right(model: CheckInModel) -> some View {
                Text(verbatim: model.note).font(.headline()).padding(12)
            }

            extension Font {
                static func headline() -> Font { .system(.headline, design: .serif, weight: .regular) }
            }
            """
        try right.write(to: file, atomically: true, encoding: .utf8)
        let (status, words) = try typecheck(file)
        #expect(status == 0, "\(words)")
    }

    @Test("names Apple's page above each declaration")
    func namesThePage() throws {
        var declarations = 0
        for file in try swiftFiles(in: "Stubs/SwiftUI") {
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where isDeclaration(line) {
                declarations += 1
                let above = lines[..<index].reversed().prefix { !$0.trimmingCharacters(in: .whitespaces).isEmpty }
                #expect(
                    above.contains { $0.contains("// developer.apple.com/documentation/") },
                    "\(file.lastPathComponent):\(index + 1): \(line)")
            }
        }
        #expect(declarations > 100)
    }

    /// What a view can name. Witnesses of the standard library's protocols, bodies and the stub's own helper are not.
    private func isDeclaration(_ line: Substring) -> Bool {
        let words = line.trimmingCharacters(in: .whitespaces)
        guard ["public ", "nonisolated public ", "@MainActor @preconcurrency public "].contains(where: words.hasPrefix)
        else { return false }
        let own = ["PrimitiveView:", "var body:", "rawValue", "init() {}", "func union", "func intersection"]
        let algebra = [
            "func symmetricDifference", "mutating func insert", "mutating func remove", "mutating func update",
            "mutating func form",
        ]
        return !(own + algebra).contains { words.contains($0) && !words.hasPrefix("public struct") }
    }

    /// Checks a file against the modules that this test was built with.
    private func typecheck(_ file: URL) throws -> (status: Int32, words: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let built = Bundle.main.bundleURL
        let c = ios.appending(path: "../bindings/swift/Sources/MingmenFFI/include").standardized.path
        process.arguments = [
            "swiftc", "-typecheck", "-swift-version", "6", "-parse-as-library",
            "-I", built.appending(path: "Modules").path, "-I", c, file.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let words = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: words, as: UTF8.self))
    }
}
