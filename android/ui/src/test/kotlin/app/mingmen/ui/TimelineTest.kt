package app.mingmen.ui

import app.mingmen.core.Breath
import app.mingmen.core.Cue
import app.mingmen.core.CueAction
import app.mingmen.core.Posture
import app.mingmen.core.SayKind
import app.mingmen.core.Script
import app.mingmen.core.ScriptSegment
import app.mingmen.ui.player.Timeline
import app.mingmen.ui.theme.Ring
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Ten seconds of being told, one breath in a wave, then a still movement that only breathes. */
class TimelineTest {
    private val timeline = Timeline(
        Script(
            routine = "routine-test",
            title = "Test",
            contentVersion = 1u,
            lengthMs = 40_000u,
            segments = listOf(segment("Spinal Wave", 0u, 20_000u), segment("Closing Breath", 20_000u, 40_000u)),
            cues = listOf(
                cue(0u, 6_000u, CueAction.Say("Sit tall.", SayKind.STEP)),
                cue(10_000u, 4_000u, CueAction.Breathe(Breath.IN)),
                cue(10_000u, 4_000u, CueAction.Move("Arch", 0u, 500u)),
                cue(14_000u, 4_000u, CueAction.Breathe(Breath.OUT)),
                cue(14_000u, 4_000u, CueAction.Move("Round", 500u, 1_000u)),
                cue(15_000u, 2_000u, CueAction.Say("Round your back.", SayKind.REMINDER)),
                cue(26_000u, 3_000u, CueAction.Breathe(Breath.OWN)),
                cue(30_000u, 4_000u, CueAction.Breathe(Breath.IN)),
                cue(34_000u, 4_000u, CueAction.Breathe(Breath.NATURAL)),
            ),
        ),
    )

    private fun segment(name: String, from: UInt, until: UInt) =
        ScriptSegment(name, name, name, Posture.SEATED, name, "How $name goes.", around = false, from, until)

    private fun cue(at: UInt, length: UInt, action: CueAction) = Cue(at, length, action)

    @Test fun `the ring grows through the in-breath and shrinks through the out-breath`() {
        val sizes = (10_000..18_000 step 500).map(timeline::ringAt)
        assertEquals(Ring.minScale, sizes.first(), 0.001f)
        assertEquals(Ring.maxScale, timeline.ringAt(14_000), 0.001f)
        assertTrue(sizes.take(9).zipWithNext().all { (a, b) -> b > a }, "$sizes")
        assertTrue(sizes.drop(8).dropLast(1).zipWithNext().all { (a, b) -> b < a }, "$sizes")
    }

    @Test fun `the ring is still where the breath is natural or none is asked`() =
        listOf(3_000, 19_000, 25_000, 27_000, 35_000).forEach { assertEquals(Ring.maxScale, timeline.ringAt(it), "at $it") }

    @Test fun `without motion the ring knows seven sizes`() =
        assertTrue((10_000..18_000).map(timeline::steppedRingAt).distinctBy { Math.round(it * 1000) }.size == 7)

    @Test fun `the figure goes through its loop with the moves and rests where they left it`() {
        assertEquals(listOf(0f, 0.25f, 0.5f, 0.75f, 1f, 1f), listOf(10_000, 12_000, 14_000, 16_000, 18_000, 19_000).map(timeline::phaseAt))
        assertEquals(0f, timeline.phaseAt(5_000))
    }

    @Test fun `a movement without moves follows the breath, and takes nothing over from the one before`() {
        assertEquals(0f, timeline.phaseAt(25_000))
        assertEquals(0.25f, timeline.phaseAt(32_000))
    }

    @Test fun `the large line is what to do, else what is said, else the name`() =
        assertEquals(listOf("Sit tall.", "Spinal Wave", "Arch", "Round", "Closing Breath"), listOf(0, 7_000, 10_000, 15_000, 21_000).map(timeline::lineAt))

    @Test fun `what is said while something is done is read below it, and nothing is read twice`() =
        assertEquals(listOf(null, null, null, "Round your back.", null), listOf(0, 7_000, 10_000, 15_500, 17_500).map(timeline::captionAt))

    @Test fun `without motion a pose shows as soon as its beat begins`() {
        assertEquals(listOf(0f, 0.5f, 0.5f, 1f, 1f), listOf(9_999, 10_000, 13_999, 14_000, 19_999).map(timeline::beatAt))
        assertEquals(listOf(0f, 0f, 0.5f, 0f), listOf(25_000, 27_000, 30_000, 34_000).map(timeline::beatAt))
    }

    @Test fun `the figure is told in words, with what it does now`() =
        assertEquals(listOf("How Spinal Wave goes.", "Arch. How Spinal Wave goes."), listOf(5_000, 11_000).map(timeline::figureTextAt))

    @Test fun `a breath in one's own time sets no pace`() {
        assertEquals(Breath.OWN, timeline.breathAt(27_000))
        assertEquals(listOf(0f, 0f), listOf(26_000, 28_999).map(timeline::phaseAt))
    }

    @Test fun `a breath holds from its start up to its end`() {
        assertNull(timeline.breathAt(9_999))
        assertEquals(listOf(Breath.IN, Breath.IN, Breath.OUT), listOf(10_000, 13_999, 14_000).map(timeline::breathAt))
        assertNull(timeline.breathAt(18_000))
    }

    @Test fun `the next cue is the first at a moment or after it`() =
        assertEquals(listOf(0, 10_000, 10_000, 14_000, null), listOf(0, 1, 10_000, 10_001, 34_001).map(timeline::firstCueFrom))

    @Test fun `the last moment belongs to the last movement`() = assertEquals(listOf(0, 1, 1), listOf(19_999, 20_000, 40_000).map(timeline::segmentAt))
}
