package app.mingmen.ui

import app.mingmen.ui.part.Tab
import app.mingmen.ui.state.LibrarySide
import app.mingmen.ui.state.Place
import app.mingmen.ui.state.chosen
import kotlin.test.AfterTest
import kotlin.test.BeforeTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

class BodyCheckFlowTest {
    private val pocket = Pocket()
    private val state get() = pocket.state

    @BeforeTest fun `the check is open`() {
        state.open(Tab.LIBRARY)
        state.bodyCheck.open()
    }

    @AfterTest fun close() = pocket.close()

    private fun check() = pocket.at<Place.AtBodyCheck>()

    private fun answers(question: String, vararg options: String) = options.forEach { id ->
        val asked = check().form.questions.first { it.id == question }
        state.bodyCheck.choose(check(), asked, asked.options.first { it.id == id })
    }

    private fun chosen(question: String) = check().chosen(check().form.questions.first { it.id == question })

    @Test fun `one answer takes the place of another and the same one again takes it back`() {
        answers("stress", "little", "much")
        assertEquals(listOf("much"), chosen("stress"))
        answers("stress", "much")
        assertEquals(emptyList(), check().answers)
    }

    @Test fun `where several fit they stay together, from the list and from the picture alike`() {
        answers("where", "neck")
        state.bodyCheck.choose(check(), area = "low-back")
        assertEquals(listOf("neck", "low-back"), chosen("where"))
        state.bodyCheck.choose(check(), area = "neck")
        assertEquals(listOf("low-back"), chosen("where"))
    }

    @Test fun `answers stand in the order of the questions, in whatever order they were given`() {
        answers("time", "minutes-10")
        answers("where", "low-back")
        assertEquals(listOf("where", "time"), check().answers.map { it.question })
    }

    @Test fun `some answers lead to things to practise and to read, each with a reason, and no diagnosis`() {
        answers("where", "low-back")
        answers("since", "sitting")
        answers("stress", "some")
        answers("time", "minutes-10")
        state.bodyCheck.finish(check())
        val at = pocket.at<Place.AtSuggestions>()
        val suggestions = assertNotNull(at.suggestions)
        assertTrue(suggestions.practise.isNotEmpty() && suggestions.read.isNotEmpty())
        assertTrue((suggestions.practise + suggestions.read).all { it.reason.text.isNotEmpty() })
        assertTrue(at.notice.startsWith("This is no diagnosis"))
        suggestions.practise.firstNotNullOf { it.card }.let(state.library::begin)
        assertIs<Place.Ready>(state.place)
        state.back()
        assertIs<Place.AtSuggestions>(state.place)
    }

    @Test fun `passing over every question is fine and keeps nothing`() {
        state.bodyCheck.finish(check())
        assertNull(pocket.at<Place.AtSuggestions>().suggestions)
        assertNull(pocket.ask { suggestions() })
        assertNull(state.trouble)
        state.bodyCheck.look(LibrarySide.LEARN)
        assertEquals(LibrarySide.LEARN, pocket.at<Place.AtLibrary>().side)
    }

    @Test fun `the latest suggestions can be seen again without answering`() {
        answers("where", "neck")
        state.bodyCheck.finish(check())
        val made = pocket.at<Place.AtSuggestions>().suggestions
        state.back()
        state.bodyCheck.open()
        state.bodyCheck.showLast(check())
        assertEquals(made?.practise, pocket.at<Place.AtSuggestions>().suggestions?.practise)
        state.bodyCheck.again(pocket.at())
        assertEquals(emptyList(), check().answers, "the questions come fresh")
    }
}
