package app.mingmen.desktop

import app.mingmen.core.MingmenClient
import app.mingmen.core.Now
import app.mingmen.core.PracticeEnding
import app.mingmen.desktop.offscreen.Golden
import app.mingmen.desktop.offscreen.Showing
import app.mingmen.desktop.offscreen.Story
import app.mingmen.desktop.offscreen.Telling
import app.mingmen.desktop.offscreen.firstDay
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
            problems += faults(phone, showing.screen).map { "$name: $it" }
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
}
