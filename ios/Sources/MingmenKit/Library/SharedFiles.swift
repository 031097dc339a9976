import Foundation
import MingmenCore

/// What is wrong with a file that was to be taken in. Nothing of it was kept.
public enum SharedFileFault: Equatable, Sendable {
    /// The phone would not hand it over.
    case unreadable
    /// It is no text from here on, both counted from 1.
    case notText(line: Int, column: Int)
    /// It is no routine: where, in which field if it is one's, and in the core's words why.
    case notARoutine(line: Int, column: Int, field: String, problem: String)
    /// It is a routine, and could not be kept.
    case notKept(MingmenError)
}

/// What became of a file.
enum Arrival {
    case kept(OwnRoutineSaved)
    case refused(SharedFileFault)
}

// Routines that somebody shared, chosen in the Library or handed over by another app.
extension AppModel {
    /// Keeps the routine of a file and shows it, or what is wrong with the file. It is kept at once; a page that must
    /// not be left, such as a running practice, stays, and what became of the file is shown after it.
    public func takeIn(fileAt url: URL) async {
        do {
            await takeIn(try await SharedFile.read(url))
        } catch let fault as SharedFile.NotText {
            await show(.refused(.notText(line: fault.line, column: fault.column)))
        } catch {
            await show(.refused(.unreadable))
        }
    }

    /// The same with the text of a file.
    func takeIn(_ text: String) async {
        do {
            await show(.kept(try await mingmen.importOwnRoutine(text: text)))
        } catch MingmenError.InvalidFile(let line, let column, let field, let problem) {
            let (line, column) = (Int(line), Int(column))
            await show(.refused(.notARoutine(line: line, column: column, field: field, problem: problem)))
        } catch let error as MingmenError {
            await show(.refused(.notKept(error)))
        } catch {
            await show(.refused(.notKept(.Internal(reason: "\(type(of: error))"))))
        }
    }

    /// Where a press is being followed just now, that ends with this.
    private func show(_ arrival: Arrival) async {
        arrivals.append(arrival)
        await attempt {}
    }

    /// Shows what became of files that came in, where the page may be left for it. Back leads to that page.
    func showArrivals() async throws {
        while place.mayBeLeft, let arrival = arrivals.first {
            arrivals.removeFirst()
            switch arrival {
            case .kept(let saved): enter(.routine(try await routine(saved.page)))
            case .refused(let fault): enter(.refusedFile(fault))
            }
        }
    }
}

extension Place {
    /// Whether another page may come over this one unasked: never over a practice and what follows it, nor over
    /// questions that are being answered.
    fileprivate var mayBeLeft: Bool {
        switch self {
        case .opening, .welcome, .screening, .redFlag, .firstBreath, .aboutYou, .enrol: false
        case .player, .stopped, .checkIn: false
        case .today, .plan, .library, .progress, .search, .movement, .routine, .topic, .reading, .bodyMap: true
        case .make, .measure, .bodyCheck, .suggestions, .notes, .figure, .ready, .refusedFile: true
        case .adjust, .pause, .plans, .reminders, .reminderDay, .month, .classes, .oneClass: true
        }
    }
}

/// Reads files that come from anywhere.
enum SharedFile {
    /// The bytes are no text from here on, both counted from 1.
    struct NotText: Error, Equatable {
        var line = 1
        var column = 1
    }

    /// The core takes so many bytes, and says so itself of anything larger.
    private static let mostBytes = 64 * 1024

    /// Off the main actor: it waits for the disk. Reads a little more than the core takes, and no whole film.
    nonisolated static func read(_ url: URL) async throws -> String {
        #if canImport(Darwin)
            // The system lends a file of another app between these two calls.
            let isLent = url.startAccessingSecurityScopedResource()
            defer { if isLent { url.stopAccessingSecurityScopedResource() } }
        #endif
        let file = try FileHandle(forReadingFrom: url)
        defer { try? file.close() }
        let bytes = try file.read(upToCount: mostBytes + 1) ?? Data()
        // Cut off in the middle of a letter, perhaps: it is refused for its size.
        guard bytes.count <= mostBytes else { return String(decoding: bytes, as: UTF8.self) }
        return try text(bytes)
    }

    /// Strictly: a replaced letter would go unseen into the routine's name.
    static func text(_ bytes: Data) throws -> String {
        if let text = String(data: bytes, encoding: .utf8) { return text }
        var place = NotText()
        var (decoder, rest) = (UTF8(), bytes.makeIterator())
        while case .scalarValue(let letter) = decoder.decode(&rest) {
            if letter == "\n" { place = NotText(line: place.line + 1) } else { place.column += 1 }
        }
        throw place
    }
}
