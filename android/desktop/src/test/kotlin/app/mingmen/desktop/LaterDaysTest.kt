package app.mingmen.desktop

import app.mingmen.desktop.offscreen.Golden
import app.mingmen.desktop.offscreen.Showing
import app.mingmen.desktop.offscreen.Story
import app.mingmen.desktop.offscreen.Telling
import app.mingmen.desktop.offscreen.compareLater
import app.mingmen.desktop.offscreen.laterDays
import app.mingmen.ui.state.Place
import java.nio.file.Files
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs

/** The days after the first, pressed through over the real core. */
class LaterDaysTest {
    @Test fun `the days after the first, in light`() = told(Showing.LIGHT)

    @Test fun `the days after the first, in dark`() = told(Showing.DARK)

    @Test fun `the days after the first, on a small phone with text doubled in dark`() = told(Showing.LARGE_DARK)

    private fun told(showing: Showing) {
        val database = Files.createTempDirectory("later-days").resolve("day.sqlite")
        val root = Path.of(System.getProperty("mingmen.root"))
        val golden = Golden(root.resolve("tests/golden/desktop"), root.resolve("target/shots"), System.getProperty("golden.write") == "true")
        val problems = mutableListOf<String>()
        val telling = Telling(database, showing.screen, showing.look) { name, _, phone ->
            problems += faults(phone, showing.screen).map { "$name: $it" }
            golden.compareLater(showing, name, phone)
        }
        Story(telling).use {
            it.laterDays()
            assertEquals("mingmen.ics", it.device.shared.single().first)
            assertIs<Place.Screening>(it.state.place, "a high number of pain asks the questions again")
        }
        assertEquals(emptyList(), problems + golden.problems)
    }
}
