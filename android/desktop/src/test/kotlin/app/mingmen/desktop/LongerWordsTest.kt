package app.mingmen.desktop

import app.mingmen.desktop.offscreen.Showing
import app.mingmen.desktop.offscreen.Story
import app.mingmen.desktop.offscreen.Telling
import app.mingmen.desktop.offscreen.firstDay
import app.mingmen.desktop.offscreen.laterDays
import app.mingmen.desktop.offscreen.ownDay
import app.mingmen.desktop.offscreen.planDay
import java.nio.file.Files
import kotlin.test.Test
import kotlin.test.assertEquals

/** Every screen of all stories in the made-up language, whose words are two fifths longer: nothing is cut off or too narrow. */
class LongerWordsTest {
    @Test fun `the first day has room for longer words`() = told(Story::firstDay)

    @Test fun `what is one's own has room for longer words`() = told(Story::ownDay)

    @Test fun `the pages of the plans have room for longer words`() = told(Story::planDay)

    @Test fun `the days after the first have room for longer words`() = told(Story::laterDays)

    private fun told(day: Story.() -> Unit) {
        val problems = mutableListOf<String>()
        val showing = Showing.LIGHT
        val database = Files.createTempDirectory("longer-words").resolve("day.sqlite")
        val telling = Telling(database, showing.screen, showing.look, locale = "en-XA") { name, _, phone ->
            problems += faults(phone, showing.screen).map { "$name: $it" }
        }
        Story(telling).use(day)
        assertEquals(emptyList(), problems)
    }
}
