package app.mingmen.ui

import app.mingmen.core.LibraryFilter
import app.mingmen.ui.part.Tab
import app.mingmen.ui.state.MakingFault
import app.mingmen.ui.state.Place
import app.mingmen.ui.state.RefusedFile
import app.mingmen.ui.state.RoutineRemark
import kotlin.test.AfterTest
import kotlin.test.BeforeTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNull

class OwnRoutineFlowTest {
    private val pocket = Pocket()
    private val state get() = pocket.state
    private val own get() = pocket.state.own

    @BeforeTest fun `the Library is open`() = state.open(Tab.LIBRARY)

    @AfterTest fun close() = pocket.close()

    private fun kept() = pocket.ask { library(LibraryFilter(null, null, null)) }.own.map { it.link.title }

    private fun takes(vararg forms: String) {
        own.choose(pocket.at())
        forms.forEach { id -> pocket.at<Place.AtChoosing>().let { at -> own.take(at, at.at.form.forms.first { it.link.id == id }) } }
        own.done(pocket.at())
    }

    private fun makes(name: String = "Morning") {
        own.make()
        takes("pelvic-tilt", "closing-breath")
        pocket.at<Place.AtMaking>().let { own.edit(it, it.making.copy(name = name)) }
        own.save(pocket.at(), "My routine")
    }

    private fun shown() = pocket.at<Place.AtRoutine>().page

    @Test fun `a routine is made from scratch and stands in the Library`() {
        makes()
        assertEquals("Morning" to listOf("pelvic-tilt", "closing-breath"), shown().routine.name to shown().lines.map { it.variant })
        state.back()
        assertEquals(listOf("Morning"), pocket.at<Place.AtLibrary>().page.own.map { it.link.title })
    }

    @Test fun `going back from the list keeps what was taken in`() {
        own.make()
        own.choose(pocket.at())
        pocket.at<Place.AtChoosing>().let { own.take(it, it.at.form.forms.first()) }
        state.back()
        assertEquals(1, pocket.at<Place.AtMaking>().making.lines.size)
        state.back()
        assertIs<Place.AtLibrary>(state.place)
        assertEquals(emptyList(), kept(), "what was not saved is not kept")
    }

    @Test fun `a routine that was left half made is there again until it is saved`() {
        own.make()
        takes("pelvic-tilt")
        state.back()
        assertEquals(1, own.halfMade?.lines?.size)
        own.make()
        assertEquals(listOf("pelvic-tilt"), pocket.at<Place.AtMaking>().making.lines.map { it.choice.link.id })
        own.save(pocket.at(), "My routine")
        assertEquals(null, own.halfMade)
        state.back()
        own.make()
        assertEquals(emptyList(), pocket.at<Place.AtMaking>().making.lines)
    }

    @Test fun `what is put away can be brought back`() {
        own.make()
        takes("pelvic-tilt", "closing-breath")
        own.putAway(pocket.at())
        assertEquals(emptyList(), pocket.at<Place.AtMaking>().making.lines)
        assertEquals(null, own.halfMade)
        own.bringBack(pocket.at())
        assertEquals(2, pocket.at<Place.AtMaking>().making.lines.size)
        assertEquals(2, own.halfMade?.lines?.size)
    }

    @Test fun `changes that are left wait at their routine, and are put away for what it was`() {
        makes()
        own.change(pocket.at())
        pocket.at<Place.AtMaking>().let { own.edit(it, it.making.without(it.making.lines[0])) }
        state.back()
        own.change(pocket.at())
        assertEquals(listOf("closing-breath"), pocket.at<Place.AtMaking>().making.lines.map { it.choice.link.id })
        own.putAway(pocket.at())
        assertEquals(listOf("pelvic-tilt", "closing-breath"), pocket.at<Place.AtMaking>().making.lines.map { it.choice.link.id })
    }

    @Test fun `a routine that is changed is still the same one and its old page is gone`() {
        makes()
        val before = shown().own
        own.change(pocket.at())
        pocket.at<Place.AtMaking>().let { own.edit(it, it.making.moved(it.making.lines[1], -1)) }
        own.save(pocket.at(), "My routine")
        assertEquals(before to listOf("closing-breath", "pelvic-tilt"), shown().own to shown().lines.map { it.variant })
        state.back()
        assertIs<Place.AtLibrary>(state.place)
        assertEquals(listOf("Morning"), kept())
    }

    @Test fun `what does not fit is said by where it stands and everything stays`() {
        own.make()
        takes("pelvic-tilt")
        pocket.at<Place.AtMaking>().let { own.edit(it, it.making.copy(name = "x".repeat(61))) }
        own.save(pocket.at(), "My routine")
        assertEquals(MakingFault.NAME, pocket.at<Place.AtMaking>().fault)
        val three = generateSequence(pocket.at<Place.AtMaking>().making.copy(name = "")) { it.with(it.lines[0].choice) }.elementAt(2)
        val long = three.lines.fold(three) { making, line -> making.longer(line, 60) }
        own.edit(pocket.at(), long)
        assertNull(pocket.at<Place.AtMaking>().fault, "what is being mended is not blamed any longer")
        own.save(pocket.at(), "My routine")
        assertEquals(MakingFault.MOVEMENTS to 180, pocket.at<Place.AtMaking>().let { it.fault to it.making.minutes })
        assertNull(state.trouble)
        assertEquals(emptyList(), kept())
    }

    @Test fun `a copy has a name of its own and leads back to what it was copied from`() {
        makes()
        own.duplicate(shown().own!!)
        assertEquals("Morning 2", shown().routine.name)
        state.back()
        assertEquals("Morning", shown().routine.name)
    }

    @Test fun `deleting is asked once and leads back to the Library`() {
        makes()
        own.askToDelete(pocket.at())
        state.back()
        assertEquals(listOf("Morning"), kept(), "asking deletes nothing")
        own.askToDelete(pocket.at())
        own.delete(pocket.at())
        assertEquals(emptyList(), pocket.at<Place.AtLibrary>().page.own)
    }

    @Test fun `what is shared can be taken in again`() {
        makes()
        own.share(pocket.at(), shown().own!!)
        val (name, text) = pocket.device.shared.single()
        assertEquals("Morning.mingmen-routine.json", name)
        own.make()
        own.takeIn(text.toByteArray())
        assertEquals("Morning", shown().routine.name)
        assertEquals(listOf("Morning", "Morning"), kept())
    }

    @Test fun `a file that could not be written is said so`() {
        makes()
        pocket.device.fails = true
        own.share(pocket.at(), shown().own!!)
        assertEquals(RoutineRemark.NOT_SHARED, pocket.at<Place.AtRoutine>().remark)
    }

    @Test fun `a bad file says its place and the reason and nothing is kept`() {
        own.make()
        val bad = """{
            |  "format": "mingmen-routine",
            |  "version": 1,
            |  "name": "Evening",
            |  "segments": [ { "movement": "closing-breath", "minutes": 200 } ]
            |}
        """.trimMargin()
        own.takeIn(bad.toByteArray())
        assertEquals(RefusedFile.NotARoutine(5, 60, "segments[0].minutes", "a movement takes 1 to 60 minutes"), pocket.at<Place.AtMaking>().refused)
        assertNull(state.trouble, "the page says it, and better")
        own.takeIn("Grüß\nG".toByteArray() + byteArrayOf(-1))
        assertEquals(RefusedFile.NotText(2, 2), pocket.at<Place.AtMaking>().refused)
        own.takeIn(null)
        assertEquals(RefusedFile.Unreadable, pocket.at<Place.AtMaking>().refused)
        own.takeIn(ByteArray(100_000) { ' '.code.toByte() })
        assertIs<RefusedFile.NotARoutine>(pocket.at<Place.AtMaking>().refused)
        assertEquals(emptyList(), kept())
    }
}
