package app.mingmen.ui

import app.mingmen.core.Weekday
import app.mingmen.ui.state.ClassFault
import app.mingmen.ui.state.Place
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

class ClassesFlowTest {
    private val pocket = Pocket()
    private val state get() = pocket.state

    @AfterTest fun close() = pocket.close()

    private fun list() = pocket.at<Place.AtClasses>()

    private fun page() = pocket.at<Place.AtClass>()

    @Test fun `a class of the articles rings once it is ticked, and is silent again`() {
        state.classes.open()
        val sunday = list().rows.last()
        assertNull(sunday.id)
        state.classes.ring(sunday, true)
        val kept = list().rows.first { it.item == sunday.item }
        assertTrue(kept.rings)
        assertEquals(kept.id, list().kept)
        state.classes.ring(kept, false)
        assertEquals(listOf(false, false), list().rows.map { it.rings })
        assertEquals(2, list().rows.size, "it is kept once")
    }

    @Test fun `a class that moved is changed, and the list says its new time`() {
        state.classes.open()
        state.classes.change(list(), list().rows.first())
        val schedule = page().draft.schedule
        assertEquals(listOf("Europe/London"), page().zones)
        state.classes.edit(page(), page().draft.copy(schedule = schedule.copy(weekday = Weekday.FRIDAY)))
        state.classes.keep(page())
        assertEquals("Friday 19:00" to "", list().rows.first().run { here to there }, "said once: it is the same there")
    }

    @Test fun `a class of one's own on the clock of another place`() {
        state.classes.open()
        state.classes.add(list())
        state.classes.edit(page(), page().draft.copy(name = "Park"))
        state.classes.write(page(), " Asia/Seoul ")
        state.classes.keep(page())
        val own = list().rows.first { it.name == "Park" }
        assertEquals(listOf("Asia/Seoul", "Saturday 02:00 where you are"), listOf(own.schedule.zone, own.here))
        state.classes.change(list(), own)
        assertEquals(listOf("Europe/London", "Asia/Seoul"), page().zones)
        state.classes.choose(page(), "Europe/London")
        state.classes.keep(page())
        assertEquals("Saturday 10:00", list().rows.first { it.name == "Park" }.here)
    }

    @Test fun `what cannot be kept stays on the page, and the page says what to mend`() {
        state.classes.open()
        state.classes.add(list())
        state.classes.keep(page())
        assertEquals(ClassFault.NAME, page().fault)
        state.classes.edit(page(), page().draft.copy(name = "Park"))
        assertNull(page().fault, "it goes as soon as something is changed")
        state.classes.write(page(), "Mars/Olympus")
        state.classes.keep(page())
        assertEquals(ClassFault.ZONE, page().fault)
        assertEquals("Mars/Olympus", page().written)
        assertNull(state.trouble, "the page says it, and nothing else has to")
    }

    @Test fun `removing is asked about once, and a class of the articles stays to be kept again`() {
        state.classes.open()
        state.classes.ring(list().rows.first(), true)
        state.classes.change(list(), list().rows.first())
        state.classes.askToRemove(page())
        state.back()
        assertNotNull(page().draft.id, "it was kept after all")
        state.classes.askToRemove(page())
        state.classes.remove(pocket.at())
        assertEquals(listOf(null, null), list().rows.map { it.id })
        state.back()
        assertIs<Place.FirstBreath>(state.place)
    }

    @Test fun `the page of the reminders knows of a class that was just kept`() {
        state.reminders.open()
        state.classes.open()
        state.classes.ring(list().rows.first(), true)
        state.back()
        assertTrue(pocket.at<Place.AtReminders>().page.next.isNotEmpty())
    }
}
