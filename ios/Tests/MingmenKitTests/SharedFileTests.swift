import Foundation
import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("A routine's file from another app", .timeLimit(.minutes(1)))
struct SharedFileTests {
    @Test("opens over the page that is shown, and Back leads there")
    func opens() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        let today = try phone.app.today()
        await phone.app.takeIn(fileAt: try await file("Evening"))
        #expect(try phone.app.routine().routine.name == "Evening")
        await phone.app.back()
        #expect(try phone.app.today() === today && phone.app.trouble == nil)
        await phone.app.open(.library)
        #expect(try phone.app.library().page.own.map(\.link.title) == ["Evening"])
    }

    @Test("is there once the app has started, where that is what started it")
    func coldStart() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        let app = AppModel(mingmen: phone.mingmen, clocks: phone.clock.clocks, device: phone.device)
        await app.takeIn(fileAt: try await file("Evening"))
        if case .opening = app.place {} else { Issue.record("\(app.place)") }
        await app.start()
        #expect(try app.routine().routine.name == "Evening")
        await app.back()
        #expect(throws: Never.self) { try app.today() }
    }

    @Test("is not lost while a press is being followed")
    func meanwhile() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        let evening = try await file("Evening")
        let press = Task { await phone.app.open(.library) }
        await phone.app.takeIn(fileAt: evening)
        await press.value
        #expect(try phone.app.routine().routine.name == "Evening")
        await phone.app.back()
        #expect(throws: Never.self) { try phone.app.library() }
    }

    @Test("never comes over a practice: it is kept, and shown once the practice has been noted")
    func practising() async throws {
        let phone = try await Phone()
        try await phone.enrolled()
        try await phone.begun(pain: 3)
        let player = try phone.app.player()
        await phone.app.takeIn(fileAt: try await file("Evening"))
        await phone.app.takeIn("{}")
        #expect(try phone.app.player() === player)
        #expect(try await phone.mingmen.library(filter: .everything).own.map(\.link.title) == ["Evening"])
        await player.end()
        let checkIn = try phone.app.checkIn()
        checkIn.pain = 2
        await checkIn.save()
        // Both are shown, the later over the earlier.
        guard case .refusedFile = phone.app.place else {
            Issue.record("\(phone.app.place)")
            return
        }
        await phone.app.back()
        #expect(try phone.app.routine().routine.name == "Evening")
        await phone.app.back()
        #expect(try phone.app.today().kindWords.isEmpty == false)
    }

    @Test("waits behind the first questions, and what is half made waits under it")
    func elsewhere() async throws {
        let phone = try await Phone()
        await phone.app.beginScreening()
        await phone.app.takeIn(fileAt: try await file("Evening"))
        #expect(throws: Never.self) { try phone.app.screening() }
        await phone.app.open(.library)
        #expect(try phone.app.routine().routine.name == "Evening")
        await phone.app.makeRoutine()
        let make = try phone.app.make()
        make.name = "Noon"
        await phone.app.takeIn(fileAt: try await file("Morning"))
        #expect(try phone.app.routine().routine.name == "Morning")
        await phone.app.back()
        #expect(try phone.app.make() === make && make.name == "Noon")
    }

    @Test("that is no routine says in which line, character and field, and nothing is kept")
    func damaged() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        let library = try phone.app.library()
        await phone.app.takeIn("{\n  \"format\": \"mingmen-routine\",\n  \"version\": \"one\"\n}")
        guard case .notARoutine(3, let column, "version", let problem) = try fault(phone) else {
            Issue.record("\(phone.app.place)")
            return
        }
        #expect(column == 14 && problem == "a whole number belongs here" && phone.app.trouble == nil)
        await phone.app.back()
        #expect(try phone.app.library() === library && library.page.own.isEmpty)
    }

    @Test("that is no text says where, and one that cannot be read or is too large says so")
    func unreadable() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        let library = try phone.app.library()
        await library.takeIn(fileAt: URL(filePath: "/no/such.json"))
        #expect(try fault(phone) == .unreadable)
        await phone.app.back()
        await library.takeIn(fileAt: try written(Data("{\n  \"né".utf8) + [0xe9, 0x22]))
        #expect(try fault(phone) == .notText(line: 2, column: 6))
        await phone.app.back()
        await library.takeIn(fileAt: try written(Data(repeating: 0xff, count: 200_000)))
        guard case .notARoutine(1, 1, "", let problem) = try fault(phone) else {
            Issue.record("\(phone.app.place)")
            return
        }
        #expect(problem == "the file is too large")
    }

    @Test("that cannot be kept says why")
    func notKept() async throws {
        let phone = try await Phone()
        await phone.app.open(.library)
        let evening = try await file("Evening")
        try await phone.mingmen.shutDown()
        await phone.app.takeIn(fileAt: evening)
        #expect(try fault(phone) == .notKept(.Closed))
    }

    @Test("is of a kind that the app declares, by the name that the core gives it")
    func kind() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let bytes = try Data(contentsOf: root.appending(path: "App/Info.plist"))
        let plist = try #require(try PropertyListSerialization.propertyList(from: bytes, format: nil) as? [String: Any])
        let exported = try #require(plist["UTExportedTypeDeclarations"] as? [[String: Any]])
        let type = try #require(exported.first)
        let tags = try #require(type["UTTypeTagSpecification"] as? [String: [String]])
        let ends = try #require(tags["public.filename-extension"])
        let name = try await file("Evening").lastPathComponent
        #expect(exported.count == 1 && ends.contains { name.hasSuffix(".\($0)") }, "\(name)")
        let documents = try #require(plist["CFBundleDocumentTypes"] as? [[String: Any]])
        let opened = documents.flatMap { $0["LSItemContentTypes"] as? [String] ?? [] }
        #expect(opened == [type["UTTypeIdentifier"] as? String, "public.json"])
    }

    private func fault(_ phone: Phone) throws -> SharedFileFault {
        try #require({ if case .refusedFile(let fault) = phone.app.place { fault } else { nil } }())
    }

    /// A file that another phone shared.
    private func file(_ name: String) async throws -> URL {
        let other = try await Phone()
        let routine = try await other.madeRoutine(name)
        await routine.prepareToShare()
        return try #require(routine.sharedFile)
    }

    private func written(_ bytes: Data) throws -> URL {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
        try bytes.write(to: file)
        return file
    }
}
