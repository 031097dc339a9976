import MingmenCore
import Testing

@testable import MingmenKit

@MainActor
@Suite("Looking after what is kept", .timeLimit(.minutes(1)))
struct KeepingTests {
    @Test("a damaged diary is mended as the app opens, and Today says what became of it until that was read")
    func mended() async throws {
        let phone = try await Phone("2026-03-09 07:40")
        try await phone.enrolled()
        phone.clock.advance(ms: 8 * Phone.dayMs)
        await phone.app.start()
        try await phone.loseHalfAndOpen()
        let today = try phone.app.today()
        let account = try #require(today.today.mended)
        #expect(account.lines.first?.hasPrefix("A part of what this device had stored was damaged.") == true)
        #expect(try await phone.mingmen.enrolments().count == 1)
        await today.read(account)
        #expect(today.today.mended == nil && phone.app.trouble == nil)
    }

    @Test("a sound diary has nothing to tell")
    func sound() async throws {
        let phone = try await Phone("2026-03-09 07:40")
        try await phone.enrolled()
        await phone.app.start()
        #expect(try phone.app.today().today.mended == nil)
    }
}
