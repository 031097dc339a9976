package app.mingmen.ui

import app.mingmen.core.DayKind
import app.mingmen.core.LibraryFilter
import app.mingmen.core.MingmenException
import app.mingmen.ui.part.Tab
import app.mingmen.ui.state.Place
import app.mingmen.ui.state.RoutineRemark
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.assertNotEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

class MeasureFlowTest {
    private fun measured(newSeed: () -> UInt = Pocket.seeds(), test: Pocket.() -> Unit) = Pocket(newSeed).use {
        it.state.open(Tab.LIBRARY)
        it.state.measure.open()
        it.test()
    }

    private fun Pocket.make(day: DayKind = DayKind.STIFF, minutes: Int = 15) {
        val at = at<Place.AtMeasure>()
        state.measure.change(at, at.draft.copy(day = day, minutes = minutes.toUShort()))
        state.measure.make(at())
    }

    private fun Pocket.shown() = at<Place.AtRoutine>()

    @Test fun `a routine made to measure says why each movement is in it`() = measured {
        make()
        assertEquals(15, shown().page.routine.minutes.toInt())
        assertTrue(shown().page.lines.all { it.why.isNotEmpty() })
    }

    @Test fun `another one comes from another seed and the choices stay`() = measured {
        make()
        val first = shown()
        state.measure.another(first)
        assertNotEquals(first.page.routine.segments, shown().page.routine.segments)
        assertEquals(first.made?.copy(seed = shown().made!!.seed), shown().made)
        assertNotEquals(first.made, shown().made)
        state.back()
        assertEquals(DayKind.STIFF, at<Place.AtMeasure>().draft.day, "back at the form, as it was left")
    }

    @Test fun `the seeds are the state's, so the same seeds make the same`() {
        val made = List(2) {
            var page: Any? = null
            measured {
                make()
                state.measure.another(shown())
                page = shown().page
            }
            page
        }
        assertEquals(made[0], made[1])
    }

    @Test fun `where there is no other one the page says so`() = measured({ 7u }) {
        make()
        state.measure.another(shown())
        assertEquals(RoutineRemark.ONLY_ONE, shown().remark)
    }

    @Test fun `what is kept is the person's own and leads back to the form`() = measured {
        make()
        val segments = shown().page.routine.segments.map { it.variant to it.minutes }
        state.measure.keep(shown())
        assertNotNull(shown().page.own)
        assertNull(shown().made)
        assertEquals(segments, shown().page.routine.segments.map { it.variant to it.minutes })
        state.back()
        assertIs<Place.AtMeasure>(state.place)
        assertEquals(1, ask { library(LibraryFilter(null, null, null)) }.own.size)
    }

    @Test fun `where nothing fits the form says so in the core's own sentence`() = measured {
        val at = at<Place.AtMeasure>()
        val nothing = at.draft.copy(avoid = at.movements.map { it.id })
        val said = assertFailsWith<MingmenException.NothingFits> { ask { madeToMeasure(nothing) } }.said
        state.measure.change(at, nothing)
        state.measure.make(at())
        assertEquals(said, at<Place.AtMeasure>().refusal)
        assertNull(state.trouble)
        state.measure.change(at(), at.draft)
        assertEquals("", at<Place.AtMeasure>().refusal, "another choice is another question")
    }
}
