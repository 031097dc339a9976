package app.mingmen.ui

import app.mingmen.core.ItemKind
import app.mingmen.core.ItemLink
import app.mingmen.core.MakeChoice
import app.mingmen.core.Posture
import app.mingmen.ui.state.Making
import kotlin.test.Test
import kotlin.test.assertEquals

class MakingTest {
    private fun choice(id: String, minutes: Int = 5) =
        MakeChoice(ItemLink(id, ItemKind.MOVEMENT, id, ""), minutes.toUShort(), null, Posture.SEATED, "")

    private val abc = listOf("a", "b", "c").fold(Making()) { making, id -> making.with(choice(id)) }

    private fun Making.order() = lines.joinToString("") { it.choice.link.id }

    @Test fun `a movement is moved one place at a time and stops at either end`() {
        val c = abc.lines.last()
        assertEquals(listOf("acb", "cab", "cab"), generateSequence(abc.moved(c, -1)) { it.moved(c, -1) }.take(3).map { it.order() }.toList())
        assertEquals("abc", abc.moved(c, 1).order())
        assertEquals("bac", abc.moved(abc.lines.first(), 1).order())
    }

    @Test fun `the one that was moved last is known`() {
        val moved = abc.moved(abc.lines.last(), -1)
        assertEquals(abc.lines.last().key, moved.moved)
        assertEquals(null, moved.without(moved.lines.first()).moved)
    }

    @Test fun `the same movement may be in it twice and each is changed by itself`() {
        val twice = abc.with(choice("a"))
        assertEquals(2, twice.times("a"))
        val longer = twice.longer(twice.lines.last(), 2)
        assertEquals(listOf(5, 5, 5, 7), longer.lines.map { it.minutes })
        assertEquals("bca", longer.without(longer.lines.first()).order())
    }

    @Test fun `what is taken in after something was taken out is still told apart`() {
        val again = abc.without(abc.lines[1]).with(choice("b")).with(choice("b"))
        assertEquals(again.lines.size, again.lines.map { it.key }.toSet().size)
    }

    @Test fun `a movement lasts a minute at least and an hour at most`() {
        val one = Making().with(choice("a", 90))
        assertEquals(60, one.minutes)
        assertEquals(60, one.longer(one.lines[0], 1).minutes)
        val short = Making().with(choice("a", 1))
        assertEquals(1, short.longer(short.lines[0], -1).minutes)
    }

    @Test fun `without a name of its own it takes the one that was offered`() {
        assertEquals("My routine", abc.copy(name = "  ").asDraft("My routine").name)
        assertEquals("Morning", abc.copy(name = "Morning").asDraft("My routine").name)
    }
}
