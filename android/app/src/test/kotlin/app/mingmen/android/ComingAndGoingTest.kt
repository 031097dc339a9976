package app.mingmen.android

import android.os.Looper
import android.view.KeyEvent
import android.view.View
import app.mingmen.core.MingmenException
import app.mingmen.core.TodayState
import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label
import kotlinx.coroutines.runBlocking
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import java.io.File
import java.time.Duration
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertSame
import kotlin.test.assertTrue

@RunWith(RobolectricTestRunner::class)
class ComingAndGoingTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication

    @Test
    fun `turning the phone keeps the practice that is running`() = inTheFirstBreath { phone ->
        val before = phone.playing
        val at = before.positionMs()
        phone.turn()
        assertSame(before, phone.playing)
        assertFalse(phone.playing.paused)
        phone.practise(Duration.ofSeconds(5))
        assertTrue(phone.playing.positionMs() >= at + 5_000, "${phone.playing.positionMs()} after $at")
        phone.keepPicture("player-turned")
    }

    @Test
    fun `a practice goes on while nobody sees the window`() = inTheFirstBreath { phone ->
        val at = phone.playing.positionMs()
        phone.leave()
        phone.practise(Duration.ofSeconds(30))
        assertTrue(phone.playing.playing)
        assertTrue(phone.playing.positionMs() >= at + 29_000, "${phone.playing.positionMs()} after $at")
        phone.comeBack()
        phone.practise(Duration.ofSeconds(2))
        assertTrue(phone.playing.positionMs() >= at + 31_000, "${phone.playing.positionMs()} after $at")
    }

    @Test
    fun `a practice that comes to its end while nobody sees it has its check-in when one comes back`() = inTheFirstBreath { phone ->
        phone.leave()
        phone.practise(Duration.ofSeconds(120))
        phone.comeBack()
        phone.waitFor<Place.CheckIn>()
    }

    @Test
    fun `a day later the app shows that day`() = Phone.open().use { phone ->
        phone.answerTheScreening()
        phone.beginTheFirstBreath()
        phone.endTheFirstBreath()
        phone.setUpThePlan()
        val monday = phone.waitFor<Place.AtToday>().today.date
        phone.leave()
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofDays(1))
        phone.comeBack()
        phone.waitUntil("Tuesday") { (phone.state.place as? Place.AtToday)?.today?.date == monday.plusDays(1) }
    }

    @Test
    fun `a killed process is offered its practice again, and goes on where it was`() = inTheFirstBreath { killed ->
        val at = killed.playing.positionMs()
        app.database = app.database.asAKillLeavesIt()
        Phone.open().use { phone ->
            val open = phone.waitFor<Place.AtToday>().today.openPractice
            assertEquals(killed.playing.practice, open?.id)
            phone.keepPicture("today-after-kill")
            phone.press(Label.GO_ON)
            phone.waitFor<Place.Playing>()
            val from = phone.playing.positionMs()
            assertTrue(from in at - LONGEST_LOSS_MS..at + 2_000, "$from after $at")
            phone.endTheFirstBreath()
        }
    }

    @Test
    fun `closing the app shuts the core down and keeps the practice for the next time`() {
        lateinit var closed: AppModel
        inTheFirstBreath { phone -> closed = phone.model }
        val core = (closed.opening as Opening.Done).core
        assertFailsWith<MingmenException.Closed> { runBlocking { core.today() } }
        Phone.open().use { phone ->
            val today = phone.waitFor<Place.AtToday>().today
            assertTrue(today.openPractice != null && today.state is TodayState.NotEnrolled, "$today")
        }
    }

    @Test
    fun `the screen stays on while a practice runs, and not after it`() = inTheFirstBreath { phone ->
        assertTrue(phone.keepsScreenOn())
        phone.turn()
        assertTrue(phone.keepsScreenOn())
        phone.endTheFirstBreath()
        assertFalse(phone.keepsScreenOn())
    }

    @Test
    fun `back goes to the page before, and in a practice asks whether to end it`() = Phone.open().use { phone ->
        phone.waitFor<Place.Welcome>()
        assertFalse(phone.activity.onBackPressedDispatcher.hasEnabledCallbacks(), "back on Welcome leaves the app")
        phone.press(Label.BEGIN)
        phone.waitFor<Place.Screening>()
        phone.back()
        phone.answerTheScreening()
        phone.beginTheFirstBreath()
        phone.back()
        phone.waitUntil("the question") { (phone.state.place as? Place.Playing)?.asking == true }
        assertTrue(phone.playing.paused)
    }

    @Test
    fun `the space bar of a keyboard holds the practice and lets it go on`() = inTheFirstBreath { phone ->
        phone.type(KeyEvent.KEYCODE_SPACE)
        phone.waitUntil("the pause") { phone.playing.paused }
        phone.type(KeyEvent.KEYCODE_SPACE)
        phone.waitUntil("going on") { phone.playing.running }
    }

    private fun inTheFirstBreath(then: (Phone) -> Unit) = Phone.open().use { phone ->
        phone.answerTheScreening()
        phone.beginTheFirstBreath()
        then(phone)
    }

    private val Phone.playing get() = (state.place as Place.Playing).model

    private fun Phone.back() {
        activity.onBackPressedDispatcher.onBackPressed()
        pass(Phone.SETTLE)
    }

    private fun Phone.type(key: Int) {
        listOf(KeyEvent.ACTION_DOWN, KeyEvent.ACTION_UP).forEach { activity.dispatchKeyEvent(KeyEvent(it, key)) }
        pass(Phone.SETTLE)
    }

    private fun Phone.keepsScreenOn() = views(activity.window.decorView).any(View::getKeepScreenOn)

    // A killed process writes nothing more: what is in its files at that moment is all there will be.
    private fun File.asAKillLeavesIt(): File {
        val copy = resolveSibling("killed.db")
        listOf("", "-wal").map { File(path + it) to File(copy.path + it) }.filter { (from, _) -> from.exists() }.forEach { (from, to) -> from.copyTo(to) }
        return copy
    }

    private companion object {
        /** The core writes the place down about once a breath. */
        const val LONGEST_LOSS_MS = 15_000
    }
}
