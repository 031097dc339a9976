package app.mingmen.desktop

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.TextLayoutResult
import app.mingmen.core.MingmenClient
import app.mingmen.core.Now
import app.mingmen.core.PracticeEnding
import app.mingmen.desktop.offscreen.Golden
import app.mingmen.desktop.offscreen.Phone
import app.mingmen.desktop.offscreen.Showing
import app.mingmen.desktop.offscreen.Story
import app.mingmen.desktop.offscreen.Telling
import app.mingmen.desktop.offscreen.firstDay
import app.mingmen.ui.theme.Touch
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.LocalDate
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs

/** The first day, pressed through over the real core, in each showing. */
class FirstDayTest {
    @Test fun `the first day in light`() = told(Showing.LIGHT)

    @Test fun `the first day in dark`() = told(Showing.DARK)

    @Test fun `the first day on a small phone with text doubled`() = told(Showing.LARGE)

    @Test fun `the first day on a small phone with text doubled in dark`() = told(Showing.LARGE_DARK)

    @Test fun `the first day with the phone on its side`() = told(Showing.SIDEWAYS)

    private fun told(showing: Showing) {
        val folder = Files.createTempDirectory("first-day")
        val root = Path.of(System.getProperty("mingmen.root"))
        val golden = Golden(root.resolve("tests/golden/desktop"), root.resolve("target/shots"), System.getProperty("golden.write") == "true")
        val problems = mutableListOf<String>()
        val telling = Telling(folder.resolve("day.sqlite"), showing.screen, showing.look) { name, _, phone ->
            problems += (cutText(phone) + smallTargets(phone, showing) + namelessTargets(phone)).map { "$name: $it" }
            golden.compare(showing, name, phone.picture())
        }
        Story(telling).use(Story::firstDay)
        assertEquals(emptyList(), problems + golden.problems)
        assertKept(folder.resolve("day.sqlite"))
    }

    private fun assertKept(database: Path) = runBlocking {
        val now = Now(Instant.parse("2026-05-12T18:00:00Z"), "Europe/London")
        MingmenClient.open(options(database), { now }, Dispatchers.Unconfined).use { core ->
            val monday = core.dayLog(LocalDate.of(2026, 5, 11))
            assertEquals(listOf(120_000u, 600_000u), monday.practices.map { it.plannedMs }, "the first breath and the session of week 1")
            assertEquals(4, monday.practices.size + monday.checkIns.count { it.noted.practice != null } - 1, "a number before one of them, and after both")
            val week = core.progress(LocalDate.of(2026, 5, 11)).week
            assertEquals(1, week.sessionsDone.toInt())
            assertEquals(listOf(5, 4), week.days.first().let { listOf(it.painBefore?.toInt(), it.painAfter?.toInt()) })
            assertIs<PracticeEnding.StoppedForSign>(core.dayLog(LocalDate.of(2026, 5, 12)).practices.single().ending)
        }
    }

    private fun cutText(phone: Phone): List<String> = phone.nodes(merged = false).mapNotNull { node ->
        val layouts = mutableListOf<TextLayoutResult>()
        node.config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(layouts)
        layouts.firstOrNull(::isCut)?.let { "cut: ${it.layoutInput.text}" }
    }

    // Measured by the lines themselves: the paragraph counts as overflowing as soon as it could have been wider.
    private fun isCut(text: TextLayoutResult): Boolean {
        val last = text.lineCount - 1
        val widest = (0..last).maxOf { text.getLineRight(it) - text.getLineLeft(it) }
        return widest > text.size.width + 1 || text.getLineBottom(last) > text.size.height + 1 ||
            text.getLineEnd(last) < text.layoutInput.text.length || (0..last).any(text::isLineEllipsized) || breaksWord(text)
    }

    private fun breaksWord(text: TextLayoutResult): Boolean = (0 until text.lineCount - 1).map(text::getLineEnd).any { end ->
        val words = text.layoutInput.text
        end in 1 until words.length && words[end - 1].isLetter() && words[end].isLetter()
    }

    private fun smallTargets(phone: Phone, showing: Showing): List<String> = phone.touchables().filter { node ->
        val least = Touch.min * showing.screen.density
        node.size.width < least || node.size.height < least
    }.map { "too small to touch: ${phone.wordsOf(it)} ${it.size}" }

    private fun namelessTargets(phone: Phone): List<String> = phone.touchables().filter { phone.wordsOf(it).isEmpty() }.map(SemanticsNode::toString)
}
