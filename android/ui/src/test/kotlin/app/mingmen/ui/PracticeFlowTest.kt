package app.mingmen.ui

import app.mingmen.core.CueAction
import app.mingmen.core.PracticeChange
import app.mingmen.core.SayKind
import app.mingmen.core.VoiceDetail
import app.mingmen.ui.player.OutsideKey
import app.mingmen.ui.player.PlayerModel
import app.mingmen.ui.state.Place
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNotEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** A practice, and what a person changes about it before it and in the middle of it. */
class PracticeFlowTest {
    private fun pocket(speaks: Boolean = true, test: Pocket.() -> Unit) = Pocket().use {
        it.device.speaks = speaks
        it.test()
    }

    private fun Pocket.gentle() = ask { today() }.gentle.last()

    private fun Pocket.begin() {
        state.practice.begin(gentle(), ask = true)
        state.practice.start(at(), null)
    }

    private val Pocket.model: PlayerModel get() = at<Place.Playing>().model

    private fun Pocket.rings() = model.timeline.script.cues.count { it.action is CueAction.Chime }

    @Test fun `where there is no voice chimes lead the breath, and nowhere else`() {
        val rings = listOf(true, false).map { speaks ->
            var count = 0
            pocket(speaks) {
                begin()
                count = rings()
            }
            count
        }
        assertTrue(rings[1] > rings[0] + 20, "$rings")
    }

    @Test fun `chimes for want of a voice are not kept as a choice`() = pocket(speaks = false) {
        begin()
        assertFalse(ask { guidanceForm() }.chosen.breathChimes)
    }

    @Test fun `how one is led is kept for good, and the page says what goes around the practice`() = pocket {
        state.practice.begin(gentle(), ask = true)
        val before = at<Place.Ready>()
        state.practice.openLed(before)
        val chosen = at<Place.AtLed>().form.chosen
        state.practice.lead(at(), chosen.copy(voice = VoiceDetail.QUIET, gratitude = true, warmUp = true))
        val around = at<Place.AtLed>().wholeMs - before.wholeMs
        assertTrue(around >= 60_000, "$around ms more")
        state.back()
        assertEquals(VoiceDetail.QUIET, at<Place.Ready>().led.chosen.voice)
        assertEquals(before.wholeMs + around, at<Place.Ready>().wholeMs)
        state.practice.start(at(), null)
        assertEquals(before.wholeMs + around, model.timeline.lengthMs)
        assertTrue(model.timeline.script.segments.any { it.around })
    }

    @Test fun `a card that was made before a choice is led by that choice`() = pocket {
        val card = gentle()
        val quiet = ask { guidanceForm() }.chosen.copy(voice = VoiceDetail.QUIET)
        ask { chooseGuidance(quiet) }
        state.practice.begin(card, ask = false)
        assertTrue(model.timeline.script.cues.none { (it.action as? CueAction.Say)?.kind == SayKind.STEP })
    }

    @Test fun `while something is changed the practice is held, and it goes on where it was`() = pocket {
        begin()
        play(40)
        state.practice.openChange(at())
        assertTrue(model.paused)
        val position = model.positionMs()
        val phase = model.timeline.phaseAt(position)
        state.practice.change(at(), PracticeChange.Minutes(2u))
        assertEquals("2:00", at<Place.Playing>().changing?.left)
        assertEquals(position + 120_000, model.timeline.lengthMs)
        assertEquals(position to phase, model.positionMs() to model.timeline.phaseAt(position))
        state.practice.keepGoing(at())
        assertNull(at<Place.Playing>().changing)
        assertTrue(model.running)
        play(5)
        assertTrue(model.positionMs() in position + 1_000..position + 3_000, "${model.positionMs()} after $position")
    }

    @Test fun `each change is there when the page to change is opened again`() = pocket {
        begin()
        state.practice.openChange(at())
        val led = assertNotNull(at<Place.Playing>().changing).guidance.chosen
        val own = led.copy(breathMs = null, voice = VoiceDetail.KEY)
        state.practice.change(at(), PracticeChange.Guidance(own))
        state.back()
        assertNull(at<Place.Playing>().changing, "back leads to the practice")
        state.practice.openChange(at())
        assertEquals(own, at<Place.Playing>().changing?.guidance?.chosen)
        assertNotEquals(own, ask { guidanceForm() }.chosen, "for this practice alone")
    }

    @Test fun `a practice is shown outside the window until it ends, and can be held and ended from there`() = pocket {
        begin()
        val shown = assertNotNull(device.outside)
        assertEquals(model.timeline.segment(0).name, shown.movement)
        assertEquals(model.timeline.ends[0] + 3_000L, shown.endsAt!!.toEpochMilli() - now.toEpochMilli())
        val times = device.shownTimes
        play(10)
        assertEquals(times, device.shownTimes, "a second that goes by is no news")
        state.ask(OutsideKey.PAUSE)
        assertTrue(model.paused)
        assertNull(assertNotNull(device.outside).endsAt)
        state.ask(OutsideKey.GO_ON)
        assertTrue(model.running)
        state.ask(OutsideKey.END)
        assertNull(device.outside)
    }

    @Test fun `stop puts it away at once, and nothing outside the window brings it back`() = pocket {
        begin()
        state.practice.stop(model)
        assertNull(device.outside)
        state.ask(OutsideKey.GO_ON)
        val stopped = assertIs<Place.Stopped>(state.place)
        assertTrue(assertNotNull(stopped.practice).paused)
        state.practice.doneForToday(stopped)
        assertNull(device.outside)
    }

    @Test fun `others are made quieter while it runs, and let go while it is held`() = pocket {
        begin()
        assertTrue(device.ducks)
        state.practice.pauseOrGoOn(model)
        assertFalse(device.ducks)
    }

    @Test fun `a screen reader is told what comes next, and no step`() = pocket {
        begin()
        val milestones = mutableSetOf<String>()
        repeat(model.timeline.lengthMs / 1_000 + 2) {
            play(1)
            milestones += model.milestone
        }
        val told = setOf(SayKind.NEXT, SayKind.HALF_WAY, SayKind.LAST_MINUTE, SayKind.CLOSING)
        val said = model.timeline.script.cues.mapNotNull { it.action as? CueAction.Say }.filter { it.kind in told }
        assertEquals(said.map { it.text }.toSet() + "", milestones + "")
        assertTrue(said.size < 15, "few: ${said.size}")
    }
}
