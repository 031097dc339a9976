import Foundation
import MingmenCore
import Synchronization

/// A folder of its own for each test; gone with the last reference to it.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "mingmen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func options(file: String = "mingmen.db", seed: Data = Data(repeating: 7, count: 32)) -> OpenOptions {
        OpenOptions(path: url.appending(path: file).path, seed: seed, locale: "en", country: "GB")
    }
}

/// Monday 2 March 2026, 08:00 in London.
let monday = Now(instant: Date(epochMilliseconds: 1_772_438_400_000), zone: "Europe/London")

/// What an expression throws, so that a test can look at it.
func errorOf<T>(_ body: () throws -> T) -> MingmenError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? MingmenError
    }
}
