package app.mingmen.ui

import app.mingmen.core.DayState
import app.mingmen.core.Weekday
import app.mingmen.ui.part.Tab
import app.mingmen.ui.state.CalendarRemark
import app.mingmen.ui.state.Place
import app.mingmen.ui.state.weekBegins
import java.time.Instant
import java.time.LocalDate
import java.util.Locale
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue

class MonthFlowTest {
    private val pocket = Pocket()
    private val state get() = pocket.state

    @AfterTest fun close() = pocket.close()

    private fun page() = pocket.at<Place.AtMonth>()

    @Test fun `the calendar opens on today and goes from month to month and back`() {
        pocket.ask { enrol(enrolForm().preset) }
        state.open(Tab.PLAN)
        state.month.open()
        assertEquals("May 2026", page().page.title)
        assertEquals(LocalDate.of(2026, 5, 11), page().chosen)
        assertEquals(DayState.DUE, page().page.days.first { it.isToday }.state)
        state.month.turn(page(), 1)
        assertEquals("June 2026", page().page.title)
        assertNull(page().chosen, "today is not in it")
        repeat(2) { state.month.turn(page(), -1) }
        assertEquals("April 2026", page().page.title)
        state.back()
        assertIs<Place.AtPlan>(state.place)
    }

    @Test fun `a day that is pressed is the one that is told of`() {
        state.month.open()
        state.month.choose(page(), LocalDate.of(2026, 5, 20))
        assertEquals(LocalDate.of(2026, 5, 20), page().chosen)
    }

    @Test fun `the month after one of 31 days is the next one, from whichever day it was opened`() {
        pocket.now = Instant.parse("2026-01-31T09:00:00Z")
        state.month.open()
        state.month.turn(page(), 1)
        assertEquals("February 2026", page().page.title)
        state.month.turn(page(), 1)
        assertEquals("March 2026", page().page.title)
    }

    @Test fun `the plan is handed over for one's own calendar app, and the page says what is in it`() {
        pocket.ask { enrol(enrolForm().preset) }
        state.month.open()
        state.month.handOver(page())
        assertTrue(assertIs<CalendarRemark.Says>(page().remark).words.startsWith("36 practices."))
        assertEquals("mingmen.ics", pocket.device.shared.single().first)
        pocket.device.fails = true
        state.month.handOver(page())
        assertEquals(CalendarRemark.NotWritten, page().remark)
    }

    @Test fun `whoever comes back the next day finds today moved on, and what was said still there`() {
        pocket.ask { enrol(enrolForm().preset) }
        state.month.open()
        state.month.handOver(page())
        pocket.now = Instant.parse("2026-05-12T08:00:00Z")
        state.cameBack()
        assertEquals(12, page().page.days.first { it.isToday }.date.dayOfMonth)
        assertIs<CalendarRemark.Says>(page().remark)
    }

    @Test fun `where nothing is planned no file is handed over, and the page says so`() {
        state.month.open()
        state.month.handOver(page())
        assertTrue(assertIs<CalendarRemark.Says>(page().remark).words.startsWith("Nothing is planned yet"))
        assertEquals(emptyList(), pocket.device.shared)
    }

    @Test fun `a week begins where the person lives`() {
        assertEquals(listOf(Weekday.MONDAY, Weekday.SUNDAY, Weekday.SATURDAY), listOf("en-GB", "en-US", "ar-EG").map { weekBegins(Locale.forLanguageTag(it)) })
        state.month.open()
        assertEquals("Mon", page().page.weekdays.first())
    }
}
