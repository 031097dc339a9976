package app.mingmen.desktop

import app.mingmen.core.MingmenClient
import app.mingmen.core.Now
import app.mingmen.core.PhoneLeave
import app.mingmen.desktop.offscreen.Golden
import app.mingmen.desktop.offscreen.Showing
import app.mingmen.desktop.offscreen.Story
import app.mingmen.desktop.offscreen.Telling
import app.mingmen.desktop.offscreen.comparePlan
import app.mingmen.desktop.offscreen.planDay
import app.mingmen.ui.state.Place
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs

/** The pages of the plans, pressed through over the real core. */
class PlanDayTest {
    @Test fun `a plan is bent and paused and another one followed, in light`() = told(Showing.LIGHT)

    @Test fun `a plan is bent and paused and another one followed, on a small phone with text doubled in dark`() = told(Showing.LARGE_DARK)

    private fun told(showing: Showing) {
        val database = Files.createTempDirectory("plan-day").resolve("day.sqlite")
        val root = Path.of(System.getProperty("mingmen.root"))
        val golden = Golden(root.resolve("tests/golden/desktop"), root.resolve("target/shots"), System.getProperty("golden.write") == "true")
        val problems = mutableListOf<String>()
        val telling = Telling(database, showing.screen, showing.look) { name, _, phone ->
            problems += faults(phone, showing.screen).map { "$name: $it" }
            golden.comparePlan(showing, name, phone)
        }
        Story(telling).use {
            it.planDay()
            assertIs<Place.AtPlan>(it.state.place)
        }
        assertEquals(emptyList(), problems + golden.problems)
        assertBent(database)
    }

    // On the first Tuesday of both: what was pressed is what is due.
    private fun assertBent(database: Path) = runBlocking {
        val now = Now(Instant.parse("2026-05-11T07:10:00Z"), "Europe/London")
        MingmenClient.open(options(database), { now }, Dispatchers.Unconfined).use { core ->
            val (back, arms) = core.enrolments()
            val week = core.sessions(LocalDate.of(2026, 5, 18), LocalDate.of(2026, 5, 24))
            assertEquals(listOf(18, 20, 22, 23), week.filter { it.enrolment == back.id }.map { it.date.dayOfMonth }, "Saturday came to Monday, Wednesday and Friday")
            assertEquals(setOf(LocalTime.of(8, 15)), week.filter { it.enrolment == back.id }.map { it.time }.toSet())
            assertEquals(12, week.count { it.enrolment == arms.id }, "twice a day on six days")
            assertEquals(5, arms.start.weeks?.toInt())
            val rings = core.remindersPage(PhoneLeave(null, null, null))
            val asked = rings.proposed.copy(
                weekReview = rings.proposed.weekReview?.copy(time = LocalTime.of(18, 15)),
                quietHours = rings.proposed.quietHours?.copy(from = LocalTime.of(21, 15)),
                quietUntil = null,
            )
            assertEquals(asked, rings.settings, "switched on as proposed, two times by a quarter of an hour, and the quiet days taken back")
        }
    }
}
