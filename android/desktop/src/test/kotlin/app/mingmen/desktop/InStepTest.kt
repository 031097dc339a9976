package app.mingmen.desktop

import app.mingmen.core.Breath
import app.mingmen.core.Chime
import app.mingmen.core.Cue
import app.mingmen.core.CueAction
import app.mingmen.core.SayKind
import app.mingmen.desktop.offscreen.InStep
import app.mingmen.desktop.offscreen.Timed
import app.mingmen.ui.player.SilentDevice
import kotlin.test.Test
import kotlin.test.assertEquals

/** What holds a practice against the clock sees what is late, missing or out of turn. */
class InStepTest {
    private var nowMs = 0L
    private var positionMs = 0L
    private val cues = listOf(
        Cue(0u, 2_000u, CueAction.Say("Sit tall.", SayKind.STEP)),
        Cue(4_000u, 4_000u, CueAction.Breathe(Breath.IN)),
        Cue(4_000u, 0u, CueAction.Chime(Chime.IN)),
    )
    private val inStep = InStep({ cues }) { nowMs }
    private val device = Timed(SilentDevice(), inStep) { positionMs }

    private fun at(ms: Long, happens: () -> Unit) {
        nowMs = ms
        happens()
    }

    @Test fun `a practice in step with the clock has no fault`() {
        listOf("3", "2", "1").forEachIndexed { second, number -> at(second * 1_000L) { device.say(number) } }
        at(3_010) { device.say("Sit tall.") }
        at(5_000) { inStep.shows(1_996) }
        at(7_000) { device.chime(Chime.IN) }
        assertEquals(emptyList(), inStep.faultsAtTheEnd())
        assertEquals(listOf(10L, 4L, 2L), listOf(inStep.furthestCueMs, inStep.furthestFigureMs, inStep.performed.toLong()))
        assertEquals(listOf(0L, 10L), listOf(50, 99).map(inStep::cuesWithinMs))
    }

    @Test fun `a count-in that was said late does not make what follows early`() {
        at(60) { device.say("3") }
        at(1_002) { device.say("2") }
        at(3_000) { device.say("Sit tall.") }
        assertEquals(2, inStep.furthestCueMs)
    }

    @Test fun `what is late, and what is missing, is told`() {
        at(0) { device.say("3") }
        at(3_050) { device.say("Sit tall.") }
        at(5_000) { inStep.shows(1_900) }
        val expected = listOf("1 cues never came", "a cue came 50 ms from its moment", "the figure was 100 ms away from the clock")
        assertEquals(expected, inStep.faultsAtTheEnd())
    }

    @Test fun `what comes twice is told`() {
        at(0) { device.say("3") }
        at(3_000) { repeat(2) { device.say("Sit tall.") } }
        at(7_000) { device.chime(Chime.IN) }
        assertEquals(listOf("Sit tall. instead of IN"), inStep.faultsAtTheEnd())
    }

    @Test fun `a pause moves what comes after it, by as much`() {
        at(0) { device.say("3") }
        at(3_000) { device.say("Sit tall.") }
        at(4_000) { inStep.holds() }
        positionMs = 1_000
        at(24_000) { device.say("3") }
        at(30_000) { device.chime(Chime.IN) }
        assertEquals(emptyList(), inStep.faultsAtTheEnd())
    }
}
