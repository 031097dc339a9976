import Foundation
import MingmenCore
import Testing

@testable import MingmenUI

@Suite("The words of buttons and headings")
struct WordsTests {
    @Test("are all there, and none is there that no page uses")
    func areAllThere() throws {
        let ios = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let file = ios.appending(path: "Sources/MingmenUI/Resources/en.lproj/Localizable.strings")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let keys = lines.filter { $0.hasPrefix("\"") }.map { String($0.split(separator: "\"")[0]) }
        #expect(Set(keys) == Set(Word.allCases.map(\.rawValue)))
        #expect(keys.count == Set(keys).count)
        for word in Word.allCases { #expect(words(word) != word.rawValue) }
    }

    @Test("have their gaps filled in")
    func gaps() {
        #expect(words(.doneCount, 1, 3) == "1 of 3 done")
        #expect(words(.leftThen, clock(132_000), "Torso Twists") == "2:12 left · next: Torso Twists")
        #expect(words(.painKeySpoken, 4, painWord(4), 5, 11) == "4, Moderate, 5 of 11")
    }

    @Test("of an article name its number and its lines")
    func origins() {
        let one = SourcePlace(article: "003", lines: "12")
        let several = SourcePlace(article: "000", lines: "23, 30")
        #expect(Origin.source(places: [one]).badge == "The article says · number 003, line 12")
        #expect(
            Origin.source(places: [one, several]).badge
                == "The articles say · number 003, line 12; number 000, lines 23, 30")
        #expect(Origin.proposed.badge == "Proposed by us")
    }

    @Test("of a clock never run behind")
    func clocks() {
        #expect(clock(0) == "0:00")
        #expect(clock(1) == "0:01")
        #expect(clock(59_001) == "1:00")
        #expect(clock(1_200_000) == "20:00")
    }

    @Test(
        "of pain follow the number",
        arguments: [(0, "None"), (1, "Mild"), (3, "Mild"), (6, "Moderate"), (7, "Severe"), (10, "Severe")])
    func pain(number: UInt8, word: String) {
        #expect(painWord(number) == word)
    }
}
