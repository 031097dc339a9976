package app.mingmen.ui

import app.mingmen.core.FigureRange
import app.mingmen.core.FigureSkin
import app.mingmen.core.Posture
import app.mingmen.ui.part.Tab
import app.mingmen.ui.state.Place
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNotEquals

class FigureFlowTest {
    private val pocket = Pocket()
    private val state get() = pocket.state

    @AfterTest fun close() = pocket.close()

    private fun page() = pocket.at<Place.AtFigure>()

    private fun choose(text: String) = state.figure.choose(page(), page().form.questions.flatMap { it.options }.first { it.text == text })

    private fun frames() = checkNotNull(state.frames("torso-twists", Posture.STANDING))

    @Test fun `each choice is kept at once, and the way back leads to the plan`() {
        state.open(Tab.PLAN)
        state.figure.open()
        choose("Smaller")
        choose("Dark")
        assertEquals(FigureRange.SMALLER, page().form.chosen.range)
        assertEquals(FigureSkin.DARK, pocket.ask { figureForm() }.chosen.skin)
        state.back()
        assertIs<Place.AtPlan>(state.place)
    }

    @Test fun `whoever is chosen shows the movements from then on`() {
        state.figure.open()
        state.frames("torso-twists", Posture.STANDING)
        val before = frames().clip
        choose("Dark")
        state.frames("torso-twists", Posture.STANDING)
        assertNotEquals(before.tones.skin, frames().clip.tones.skin)
        assertEquals(before.cycleMs, frames().clip.cycleMs)
    }
}
