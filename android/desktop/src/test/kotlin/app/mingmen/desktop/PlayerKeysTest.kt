package app.mingmen.desktop

import androidx.compose.ui.input.key.Key
import app.mingmen.desktop.offscreen.Screen
import app.mingmen.desktop.offscreen.Story
import app.mingmen.desktop.offscreen.Telling
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Look
import app.mingmen.ui.words.Label
import java.nio.file.Files
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNotEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** What a hand and a keyboard do in the Player, whatever its size. */
class PlayerKeysTest {
    private fun practising(screen: Screen = Screen(density = 1f), look: Look = Look(), then: Story.() -> Unit) {
        val database = Files.createTempDirectory("player-keys").resolve("day.sqlite")
        Story(Telling(database, screen, look) { _, _, _ -> }).use {
            it.press(Label.BEGIN)
            repeat(2) { page -> it.phone.press((it.state.place as Place.Screening).form.pages[page].none) }
            it.press(Label.START)
            it.phone.pass(6_500)
            it.then()
        }
    }

    private val Story.playing get() = assertIs<Place.Playing>(state.place)

    private fun Story.touch(label: Label) = phone.touch(label(label))

    @Test fun `a touch that was on its way when the question came up ends nothing`() = practising {
        state.back()
        phone.pass(100)
        touch(Label.END)
        phone.pass(100)
        assertTrue(playing.asking)
        assertTrue(playing.model.paused)
        phone.pass(300)
        touch(Label.END)
        phone.settle()
        assertIs<Place.CheckIn>(state.place)
    }

    @Test fun `a touch that was on its way when the page to change came up changes nothing`() = practising {
        touch(Label.CHANGE_REST)
        phone.pass(100)
        val form = assertNotNull(playing.changing)
        val minutes = label(Label.MINUTES_SHORT, form.minutes.last().toInt())
        val length = playing.model.timeline.lengthMs
        phone.touch(minutes)
        phone.pass(100)
        assertEquals(length, playing.model.timeline.lengthMs)
        phone.pass(300)
        phone.touch(minutes)
        phone.settle()
        assertNotEquals(length, playing.model.timeline.lengthMs)
    }

    @Test fun `a touch that was on its way when the practice came to its end passes over no check-in`() = practising {
        time.pass(113_000)
        repeat(60) { if (state.place is Place.Playing) phone.pass(100) }
        phone.pass(16)
        touch(Label.SKIP)
        phone.pass(100)
        assertIs<Place.CheckIn>(state.place)
    }

    @Test fun `space holds the practice and lets it go on, whatever was touched before`() = practising {
        phone.type(Key.Spacebar)
        assertTrue(playing.model.paused)
        phone.type(Key.Spacebar)
        assertTrue(playing.model.running)
        press(Label.PAUSE)
        phone.type(Key.Spacebar)
        assertTrue(playing.model.running)
    }

    @Test fun `escape asks whether to end, and once more takes the question back`() = practising {
        phone.type(Key.Escape)
        assertTrue(playing.asking && playing.model.paused)
        phone.type(Key.Escape)
        assertFalse(playing.asking)
        assertTrue(playing.model.running)
    }

    @Test fun `on the page to change space is for its keys, and escape leads back to the practice`() = practising {
        press(Label.CHANGE_REST)
        phone.type(Key.Spacebar)
        assertTrue(playing.model.paused)
        assertNotNull(playing.changing)
        phone.type(Key.Escape)
        assertNull(playing.changing)
        assertTrue(playing.model.running)
    }

    @Test fun `upright and on its side, with small text and large, by day and by night, everything can be read and pressed`() {
        val problems = mutableListOf<String>()
        for (screen in SCREENS) for (dark in listOf(false, true)) practising(screen, Look(dark)) {
            val name = "${screen.width} by ${screen.height}, text ${screen.textScale}, dark $dark"
            problems += faults(phone, screen).map { "$name: $it" }
            // Without scrolling: a hurting person never searches.
            touch(Label.PAUSE)
            phone.settle()
            if (!playing.model.paused) problems += "$name: not paused"
            touch(Label.STOP)
            phone.settle()
            if (state.place !is Place.Stopped) problems += "$name: not stopped"
        }
        assertEquals(emptyList(), problems)
    }

    private companion object {
        val UPRIGHT = listOf(Screen(density = 1f), Screen(width = 320, height = 690, density = 1f))
        val SCREENS = (UPRIGHT + UPRIGHT.map { Screen(it.height, it.width, density = 1f) }).flatMap { listOf(it, it.copy(textScale = 2f)) }
    }
}
