import Foundation
import MingmenCore
import Testing

@Suite("The client")
struct ClientTests {
    private let folder: Folder
    private let client: MingmenClient

    init() async throws {
        folder = try Folder()
        client = try await MingmenClient.open(folder.options(), now: { monday })
    }

    @Test("has a method for every command and query")
    func hasEveryMethod() async throws {
        // What the core has is in the committed page of the interface; what the client has is in its own source.
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../..").standardized
        let page = try String(contentsOf: root.appending(path: "bindings/interface/swift.txt"), encoding: .utf8)
        let folder = root.appending(path: "bindings/swift/Sources/MingmenCore")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let sources = try files.filter { $0.hasPrefix("MingmenClient") }
            .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
        let facade = page.split(separator: "\n").drop { !$0.hasPrefix("class Mingmen:") }.dropFirst()
            .prefix { $0.hasPrefix("    ") }
        let methods = facade.compactMap { line in
            line.hasPrefix("    func ") ? line.dropFirst("    func ".count).prefix { $0 != "(" } : nil
        }
        #expect(methods.count > 30)
        for method in methods {
            #expect(sources.contains { $0.contains("public func \(method)(") }, "\(method)")
        }
    }

    @Test("tells every listener what a write changed, and nobody of a query")
    func changes() async throws {
        let (one, two) = (await client.changes(), await client.changes())
        _ = try await client.today()
        let screened = try await client.answerScreening(ticked: [])
        try await client.shutDown()
        for stream in [one, two] {
            var seen: [Set<Subject>] = []
            for await changed in stream { seen.append(changed) }
            #expect(seen == [Set(screened.changes)])
        }
        #expect(!screened.changes.isEmpty)
    }

    @Test("says that it is closed once it was shut down")
    func closed() async throws {
        try await client.shutDown()
        try await client.shutDown()
        await #expect(throws: MingmenError.Closed) { try await client.today() }
    }

    @Test("throws what cannot be opened")
    func cannotOpen() async {
        await #expect(throws: MingmenError.self) {
            try await MingmenClient.open(folder.options(file: "no/such.db"), now: { monday })
        }
    }

    @Test("takes calls from many tasks at once and loses none")
    func manyTasks() async throws {
        let draft = CheckInDraft(
            moment: .anytime, practice: nil, pain: 3, stiffness: nil, sleep: nil, energy: nil, mood: nil,
            stress: nil, areas: [], sensations: [], note: "")
        let ids = try await withThrowingTaskGroup(of: CheckInId.self) { group in
            for _ in 0..<40 {
                group.addTask { try await client.checkIn(draft: draft).checkIn }
                group.addTask { try await client.today().dateText }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        // 40 check-ins, each with an id of its own, and one text of the same day.
        #expect(ids.count == 41)
        #expect(try await client.dayLog(date: try await client.today().date).checkIns.count == 40)
    }

    @Test("may be asked from many threads without its actor, since the core is safe by itself")
    func manyThreads() throws {
        let mingmen = try Mingmen(options: folder.options(file: "threads.db"), now: monday)
        DispatchQueue.concurrentPerform(iterations: 64) { index in
            if index.isMultiple(of: 2) {
                _ = try? mingmen.answerScreening(ticked: [], now: monday)
            } else {
                #expect(throws: Never.self) { try mingmen.today(now: monday) }
            }
        }
        #expect(try mingmen.gate(now: monday) == .open(advice: []))
    }

    @Test("is handed the present moment at each call")
    func present() async throws {
        let device = Now.ofThisDevice()
        #expect(abs(device.instant.timeIntervalSinceNow) < 60)
        #expect(TimeZone(identifier: device.zone) != nil)
        #expect(try await client.today().date.description == "2026-03-02")
    }

    @Test("opens with 32 random bytes, other ones each time")
    func seeds() {
        let (one, two) = (OpenOptions.randomSeed(), OpenOptions.randomSeed())
        #expect(one.count == 32 && two.count == 32 && one != two)
    }
}
