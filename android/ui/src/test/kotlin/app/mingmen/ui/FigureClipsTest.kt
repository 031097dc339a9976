package app.mingmen.ui

import app.mingmen.core.LibraryFilter
import app.mingmen.core.Posture
import app.mingmen.ui.figure.FigureFrames
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFalse

/** Clips of the real core. */
class FigureClipsTest {
    private val clips: Map<String, FigureFrames> = Pocket().use { pocket ->
        val cards = pocket.ask { library(LibraryFilter(null, null, null)) }.movements
        val forms = cards.flatMap { card -> pocket.ask { movementPage(card.link.id) }.movement.variants }
        val shown = forms.flatMap { form -> form.postures.mapNotNull { offer -> form.motion?.let { it to offer.posture } } }.toSet()
        shown.associate { (motion, posture) -> name(motion, posture) to FigureFrames(pocket.ask { figureClip(motion, posture) }) }
    }

    private fun name(motion: String, posture: Posture) = "$motion, $posture"

    @Test fun `only what leads from one posture to another does not close`() =
        assertEquals(setOf("getting-down", "getting-up"), clips.filterValues { !it.closes }.keys.map { it.substringBefore(',') }.toSet())

    @Test fun `what leads to another posture stays there after its last beat`() = clips.values.filter { !it.closes }.forEach { frames ->
        val (last, end, begin) = listOf(1f, 2f, 0f).map { phase -> frames.points().also { frames.blend(phase, it) } }
        assertContentEquals(last, end)
        assertFalse(last.contentEquals(begin))
    }

    @Test fun `a loop ends where it begins`() = clips.values.filter { it.closes }.forEach { frames ->
        val (end, begin) = listOf(1f, 0f).map { phase -> frames.points().also { frames.blend(phase, it) } }
        assertContentEquals(begin, end)
    }
}
