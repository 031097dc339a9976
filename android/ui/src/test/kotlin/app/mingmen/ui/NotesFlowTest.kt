package app.mingmen.ui

import app.mingmen.core.Gate
import app.mingmen.core.StopNext
import app.mingmen.core.TodayState
import app.mingmen.ui.part.Tab
import app.mingmen.ui.screen.CheckInDraftView
import app.mingmen.ui.state.Place
import java.time.Duration
import java.time.LocalDate
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNull

class NotesFlowTest {
    private val pocket = Pocket()
    private val state get() = pocket.state

    @AfterTest fun close() = pocket.close()

    private fun page() = pocket.at<Place.AtNotes>()

    private fun notes(kind: String, option: String? = null, text: String = "") {
        state.notes.unfold(page(), page().form.kinds.first { it.id == kind })
        state.notes.note(page(), page().draft!!.copy(option = option, text = text))
        state.notes.keep(page())
    }

    private fun texts() = page().days.map { day -> day.notes.map { it.text } }

    @Test fun `a note is kept by itself and can be taken back`() {
        state.notes.open()
        notes("sleep", option = "broken")
        notes("gratitude", text = "A quiet morning")
        assertEquals(listOf(listOf("I woke often", "A quiet morning")), texts())
        assertNull(page().draft, "what is kept is no longer being written")
        state.notes.remove(page().days[0].notes[0])
        assertEquals(listOf(listOf("A quiet morning")), texts())
    }

    @Test fun `opening a kind again shuts it and keeps nothing`() {
        state.notes.open()
        val kind = page().form.kinds.first()
        state.notes.unfold(page(), kind)
        state.notes.unfold(page(), kind)
        assertNull(page().draft)
        assertEquals(emptyList(), page().days)
    }

    @Test fun `notes of earlier days come after those of today, and Progress shows those of its week`() {
        state.notes.open()
        notes("sleep", option = "good")
        pocket.now = pocket.now.plus(Duration.ofDays(1))
        state.back()
        state.notes.open()
        notes("sleep", option = "poor")
        assertEquals(listOf(listOf("I slept badly"), listOf("I slept well")), texts())
        state.open(Tab.PROGRESS)
        assertEquals(listOf(11, 12), pocket.at<Place.AtProgress>().noted.map { it.date.dayOfMonth })
        state.notes.remove(pocket.at<Place.AtProgress>().noted[0].notes[0])
        assertEquals(listOf(LocalDate.of(2026, 5, 12)), pocket.at<Place.AtProgress>().noted.map { it.date })
        state.week(pocket.at(), -1)
        assertEquals(emptyList(), pocket.at<Place.AtProgress>().noted)
    }

    @Test fun `a sensation that felt wrong is kept and leads to the stop signs`() {
        state.notes.open()
        notes("de-qi", option = "burning")
        assertNull(pocket.at<Place.Stopped>().practice)
        assertEquals(1, pocket.ask { dayLog(LocalDate.of(2026, 5, 11)) }.notes.size)
    }

    @Test fun `a sign of emergency without a practice shuts practice`() {
        state.notes.open()
        notes("de-qi", option = "new-numbness")
        val sign = pocket.at<Place.Stopped>().form.emergency.first { it.next == StopNext.EMERGENCY }
        state.practice.sign(pocket.at(), sign)
        assertIs<Gate.Shut>(pocket.ask { gate() })
        state.practice.afterSign(pocket.at<Place.AfterStop>().sign)
        assertIs<Place.RedFlag>(state.place)
        state.start()
        assertIs<TodayState.Shut>(pocket.ask { today() }.state)
    }

    @Test fun `a sign that only asks for rest leaves practice open`() {
        state.notes.open()
        notes("de-qi", option = "unpleasant")
        val stopped = pocket.at<Place.Stopped>()
        state.practice.sign(stopped, stopped.form.signs.first { it.next == StopNext.REST })
        assertIs<Gate.Open>(pocket.ask { gate() })
    }

    @Test fun `what was noted before something felt wrong after a practice is kept`() {
        val card = (state.place as Place.FirstBreath).card
        state.practice.begin(card, ask = false)
        val model = pocket.at<Place.Playing>().model
        state.practice.end(pocket.at())
        state.practice.ended(model)
        val at = pocket.at<Place.CheckIn>().copy(draft = CheckInDraftView(pain = 6))
        state.practice.feltWrong(at)
        assertNull(pocket.at<Place.Stopped>().practice)
        assertEquals(listOf(6), pocket.ask { dayLog(LocalDate.of(2026, 5, 11)) }.checkIns.mapNotNull { it.noted.pain?.toInt() })
    }

    @Test fun `a mood and a line of text can be kept after a practice, and nothing else need be said`() {
        state.practice.begin((state.place as Place.FirstBreath).card, ask = false)
        val model = pocket.at<Place.Playing>().model
        state.practice.end(pocket.at())
        state.practice.ended(model)
        val at = pocket.at<Place.CheckIn>()
        assertFalse(at.draft.something)
        val good = at.form.moods.last().mood.toInt()
        state.practice.save(at.copy(draft = CheckInDraftView(mood = good, line = " By the window ")))
        val kept = pocket.ask { dayLog(LocalDate.of(2026, 5, 11)) }.checkIns.single().noted
        assertEquals(good, kept.mood?.toInt())
        assertEquals("By the window", kept.note)
    }
}
