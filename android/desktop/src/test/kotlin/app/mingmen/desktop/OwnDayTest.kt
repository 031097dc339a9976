package app.mingmen.desktop

import app.mingmen.desktop.offscreen.Golden
import app.mingmen.desktop.offscreen.Showing
import app.mingmen.desktop.offscreen.Story
import app.mingmen.desktop.offscreen.Telling
import app.mingmen.desktop.offscreen.compareOwn
import app.mingmen.desktop.offscreen.ownDay
import app.mingmen.ui.state.Place
import java.nio.file.Files
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs

/** What a person makes their own, pressed through over the real core. */
class OwnDayTest {
    @Test fun `what is one's own, in light`() = told(Showing.LIGHT)

    @Test fun `what is one's own, on a small phone with text doubled in dark`() = told(Showing.LARGE_DARK)

    private fun told(showing: Showing) {
        val database = Files.createTempDirectory("own-day").resolve("day.sqlite")
        val root = Path.of(System.getProperty("mingmen.root"))
        val golden = Golden(root.resolve("tests/golden/desktop"), root.resolve("target/shots"), System.getProperty("golden.write") == "true")
        val problems = mutableListOf<String>()
        val telling = Telling(database, showing.screen, showing.look) { name, _, phone ->
            problems += faults(phone, showing.screen).map { "$name: $it" }
            golden.compareOwn(showing, name, phone)
        }
        Story(telling).use {
            it.ownDay()
            assertIs<Place.RedFlag>(it.state.place, "a sign of emergency shuts practice")
            assertEquals("Before breakfast.mingmen-routine.json", it.device.shared.single().first)
        }
        assertEquals(emptyList(), problems + golden.problems)
    }
}
