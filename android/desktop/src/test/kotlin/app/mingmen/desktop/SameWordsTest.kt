package app.mingmen.desktop

import java.io.File
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** The labels of the other app, which has a file of its own: under the same name stands the same text. */
class SameWordsTest {
    private val ours = StringsXml.bundled().entries.mapValues { (_, text) -> text.gapless() }
    private val theirs = File(System.getProperty("mingmen.root"), "ios/Sources/MingmenUI/Resources/en.lproj/Localizable.strings").readLines()
        .mapNotNull(LINE::matchEntire).associate { it.groupValues[1] to it.groupValues[2].replace("\\\"", "\"").gapless() }

    @Test fun `the same name means the same words in both apps`() {
        val shared = ours.keys intersect theirs.keys
        assertTrue(shared.size > MOST / 2, "only ${shared.size} labels are shared")
        assertEquals(emptyList(), shared.filter { ours[it] != theirs[it] }.map { "$it: \"${ours[it]}\" and \"${theirs[it]}\"" })
    }

    @Test fun `the same longer sentence has the same name in both apps`() {
        val apart = ours.filter { (key, text) -> text.length > SHORT && key !in theirs && text in theirs.values }
        assertEquals(emptyMap(), apart)
    }

    // A gap for a number or a text is written in another way by each.
    private fun String.gapless() = replace(GAP, "{$1}")

    private companion object {
        val LINE = Regex("""^"([^"]+)" = "(.*)";$""")
        val GAP = Regex("""%(\d)\$(?:ld|@|d|s)""")
        const val MOST = 400
        const val SHORT = 20
    }
}
