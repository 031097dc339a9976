package app.mingmen.android

import android.app.Notification
import android.app.NotificationManager
import android.app.Service
import android.content.Intent
import android.content.pm.ServiceInfo
import android.media.AudioManager
import android.os.PowerManager
import app.mingmen.ui.player.OutsideKey
import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label
import org.junit.After
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ServiceController
import org.robolectric.shadows.ShadowPowerManager
import java.time.Duration
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** A practice outside the window: the service that keeps it going, and the notification that shows it. */
@RunWith(RobolectricTestRunner::class)
class PracticeServiceTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication
    private val labels get() = ResourceLabels(app.resources, app.packageName)
    private val notices get() = shadowOf(app.getSystemService(NotificationManager::class.java))
    private var controller: ServiceController<PracticeService>? = null

    @After
    fun end() {
        controller?.destroy()
    }

    @Test
    fun `a practice brings up the service, which says what is done and counts down its time`() = practising { phone ->
        val shadow = shadowOf(service)
        assertEquals(ServiceInfo.FOREGROUND_SERVICE_TYPE_MEDIA_PLAYBACK, service.foregroundServiceType)
        val notice = assertNotNull(shadow.lastForegroundNotification)
        val segment = phone.playing.timeline.segment(0)
        assertEquals(segment.name, notice.extras.getString(Notification.EXTRA_TITLE))
        assertEquals(listOf(labels[Label.PAUSE], labels[Label.END]), notice.actions.map { "${it.title}" })
        assertTrue(notice.extras.getBoolean(Notification.EXTRA_SHOW_CHRONOMETER) && notice.extras.getBoolean(Notification.EXTRA_CHRONOMETER_COUNT_DOWN))
        val left = notice.`when` - app.clock.millis()
        val expected = segment.endsMs.toLong() - phone.playing.positionMs()
        assertTrue(left in expected - 1_500..expected + 1_500, "$left of $expected")
        assertEquals("android.app.Notification\$MediaStyle", notice.extras.getString(Notification.EXTRA_TEMPLATE))
    }

    @Test
    fun `it is quiet, and a lock screen that hides what is private does not say which movement`() = practising { phone ->
        val channel = checkNotNull(app.getSystemService(NotificationManager::class.java)?.getNotificationChannel(PracticeNotice.CHANNEL))
        assertEquals(NotificationManager.IMPORTANCE_LOW to labels[Label.PRACTICE], channel.importance to "${channel.name}")
        val notice = shadowOf(service).lastForegroundNotification
        assertEquals(Notification.VISIBILITY_PRIVATE, notice.visibility)
        val unnamed = assertNotNull(notice.publicVersion)
        assertEquals(labels[Label.PRACTICE], unnamed.extras.getString(Notification.EXTRA_TITLE))
        val name = phone.playing.timeline.segment(0).name
        val told = listOf(Notification.EXTRA_TITLE, Notification.EXTRA_TEXT, Notification.EXTRA_SUB_TEXT).map { "${unnamed.extras.getCharSequence(it)}" }
        assertFalse(told.any { name in it || phone.playing.timeline.script.title in it }, "$told")
    }

    @Test
    fun `the processor is kept awake while time runs, and no longer`() = practising { phone ->
        val lock = assertNotNull(ShadowPowerManager.getLatestWakeLock())
        phone.waitUntil("being kept awake") { lock.isHeld }
        phone.press(Label.PAUSE)
        phone.waitUntil("the pause") { phone.playing.paused }
        phone.waitUntil("being let sleep") { !lock.isHeld }
        phone.press(Label.GO_ON)
        phone.waitUntil("going on") { phone.playing.running }
        phone.waitUntil("being kept awake again") { lock.isHeld }
        phone.endTheFirstBreath()
        phone.waitUntil("being let sleep at the end") { !lock.isHeld }
    }

    @Test
    fun `pause and go on are pressed in the notification, with the screen off`() = practising { phone ->
        phone.leave()
        press(0)
        phone.waitUntil("the pause") { phone.playing.paused }
        val held = notices.getNotification(PracticeNotice.ID)
        assertEquals(listOf(labels[Label.GO_ON], labels[Label.END]), held.actions.map { "${it.title}" })
        assertEquals(labels[Label.PAUSED], held.extras.getString(Notification.EXTRA_TEXT))
        val at = phone.playing.positionMs()
        phone.practise(Duration.ofSeconds(20))
        assertEquals(at, phone.playing.positionMs())
        press(0)
        phone.waitUntil("going on") { phone.playing.running }
        phone.practise(Duration.ofSeconds(8))
        assertTrue(phone.playing.positionMs() > at)
    }

    @Test
    fun `to end it in the notification keeps what was done, and the service goes`() = practising { phone ->
        phone.leave()
        press(1)
        phone.waitUntil("the end") { shadowOf(service).isStoppedBySelf }
        assertTrue(shadowOf(service).isForegroundStopped)
        phone.comeBack()
        phone.waitFor<Place.CheckIn>()
    }

    @Test
    fun `the service goes when the practice is over`() = practising { phone ->
        phone.endTheFirstBreath()
        phone.waitUntil("the end of the service") { shadowOf(service).isStoppedBySelf }
    }

    @Test
    fun `the service goes when the practice is stopped because something hurts`() = practising { phone ->
        phone.press(Label.STOP)
        phone.waitFor<Place.Stopped>()
        phone.waitUntil("the end of the service") { shadowOf(service).isStoppedBySelf }
    }

    @Test
    fun `turning the phone neither holds the practice nor shows it anew`() = practising { phone ->
        phone.turn()
        phone.practise(Duration.ofSeconds(5))
        assertTrue(phone.playing.playing)
        assertFalse(shadowOf(service).isStoppedBySelf)
        assertNull(shadowOf(app).peekNextStartedService(), "there is one already")
    }

    @Test
    fun `whoever closes the app takes the service with it`() {
        practising { }
        assertTrue(shadowOf(service).isStoppedBySelf)
    }

    @Test
    fun `whoever swipes the app away puts the practice away`() = practising { phone ->
        service.onTaskRemoved(null)
        phone.waitUntil("the pause") { phone.playing.paused }
        phone.waitUntil("the end of the service") { shadowOf(service).isStoppedBySelf }
    }

    @Test
    fun `a call holds the practice and says so, and it goes on after a count of three`() = practising { phone ->
        val audio = shadowOf(app.getSystemService(AudioManager::class.java))
        audio.lastAudioFocusRequest.listener.onAudioFocusChange(AudioManager.AUDIOFOCUS_LOSS_TRANSIENT)
        phone.waitUntil("the pause") { phone.playing.paused }
        phone.pass(Phone.SETTLE)
        assertTrue(labels[Label.PAUSED] in phone.words(), "${phone.words()}")
        assertEquals(labels[Label.PAUSED], notices.getNotification(PracticeNotice.ID).extras.getString(Notification.EXTRA_TEXT))
        assertNotNull(audio.lastAbandonedAudioFocusRequest, "the call is as loud as it wants to be")
        val at = phone.playing.positionMs()
        phone.press(Label.GO_ON)
        phone.waitUntil("the count-in") { phone.playing.countIn() != null }
        assertEquals(at, phone.playing.positionMs())
        phone.practise(Duration.ofSeconds(4))
        assertTrue(phone.playing.playing)
        assertTrue(phone.playing.positionMs() in at + 1..at + 4_000, "${phone.playing.positionMs()} after $at")
    }

    @Test
    fun `a service that comes up when the practice is over already shows itself once, as it owes the phone, and goes`() {
        controller = Robolectric.buildService(PracticeService::class.java).create().startCommand(0, 1)
        assertTrue(shadowOf(service).isForegroundStopped, "what was shown is taken away again")
        assertTrue(shadowOf(service).isStoppedBySelf)
    }

    @Test
    fun `every press has its own name`() = assertEquals(OutsideKey.entries.size, OutsideKey.entries.map(PracticeService::name).toSet().size)

    private val service: PracticeService get() = checkNotNull(controller).get()
    private val Phone.playing get() = (state.place as Place.Playing).model

    /** In the first breath, with the service as the phone would have started it. */
    private fun practising(then: (Phone) -> Unit) = Phone.open().use { phone ->
        phone.answerTheScreening()
        phone.press(Label.START)
        phone.waitFor<Place.Playing>()
        // The core's first answer brings it up, some time after the page.
        phone.waitUntil("the service") { shadowOf(app).peekNextStartedService() != null }
        val asked = shadowOf(app).nextStartedService
        assertEquals(PracticeService::class.java.name, asked.component?.className)
        controller = Robolectric.buildService(PracticeService::class.java, asked).create().startCommand(0, 1)
        phone.practise(Duration.ofSeconds(20))
        then(phone)
    }

    private fun press(action: Int) {
        val notice = notices.getNotification(PracticeNotice.ID) ?: shadowOf(service).lastForegroundNotification
        val intent: Intent = shadowOf(notice.actions[action].actionIntent).savedIntent
        service.onStartCommand(intent, 0, Service.START_STICKY)
    }
}
