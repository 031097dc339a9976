package app.mingmen.ui

import app.mingmen.core.HealthPoint
import app.mingmen.core.HealthState
import app.mingmen.core.LookReason
import app.mingmen.core.PhoneLeave
import app.mingmen.core.PhoneReport
import app.mingmen.core.RemindersPage
import app.mingmen.ui.state.Place
import kotlinx.coroutines.CompletableDeferred
import java.time.LocalDate
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull

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

    @Test fun `a test is said to come until it has rung, and the page is read again then`() {
        val over = CompletableDeferred<Unit>()
        pocket.waiting = { over.await() }
        state.reminders.open()
        assertNull(page().testComing)
        state.reminders.test()
        assertEquals("It rings in about ten seconds. You can lock the phone or put it down.", page().testComing)
        state.reminders.set(page().page.settings.copy(milestones = false))
        assertNotNull(page().testComing, "whatever else is pressed meanwhile")
        val before = page().page
        pocket.now = pocket.now.plusSeconds(12)
        pocket.ask { lookAtReminders(PhoneReport(LookReason.ALARM, ALLOWED, 1u, ringsAlone = false, pending = emptyList(), shown = emptyList())) }
        over.complete(Unit)
        assertNull(page().testComing)
        assertEquals(HealthState.UNKNOWN to HealthState.GOOD, before.delivery to page().page.delivery)
    }

    @Test fun `a test that has rung changes no other page`() {
        val over = CompletableDeferred<Unit>()
        pocket.waiting = { over.await() }
        state.reminders.open()
        state.reminders.test()
        state.reminders.day(page().page.days.first())
        over.complete(Unit)
        assertIs<Place.AtReminderDay>(state.place)
    }

    private val RemindersPage.delivery get() = health.first { it.point == HealthPoint.DELIVERY }.state

    @Test fun `the page of one day leads back to the reminders`() {
        state.reminders.open()
        state.reminders.day(page().page.days.first())
        state.back()
        assertIs<Place.AtReminders>(state.place)
    }

    private companion object {
        val ALLOWED = PhoneLeave(notifications = true, exactAlarms = true, battery = true)
    }
}
