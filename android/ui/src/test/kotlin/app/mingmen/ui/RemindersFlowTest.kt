package app.mingmen.ui

import app.mingmen.ui.state.Place
import java.time.LocalDate
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs

class RemindersFlowTest {
    private val pocket = Pocket()
    private val state get() = pocket.state

    @AfterTest fun close() = pocket.close()

    private fun page() = pocket.at<Place.AtReminders>()

    @Test fun `what is set holds at once, and the day through which all is quiet is named`() {
        state.reminders.open()
        assertEquals("", page().quietUntil)
        state.reminders.set(page().page.settings.copy(quietUntil = LocalDate.of(2026, 5, 17)))
        assertEquals("Sunday 17 May", page().quietUntil)
    }

    @Test fun `the page of one day leads back to the reminders`() {
        state.reminders.open()
        state.reminders.day(page().page.days.first())
        state.back()
        assertIs<Place.AtReminders>(state.place)
    }
}
