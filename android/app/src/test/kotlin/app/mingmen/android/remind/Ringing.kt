package app.mingmen.android.remind

import android.Manifest
import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationManager
import android.content.Intent
import android.os.Looper
import app.mingmen.android.TestApplication
import app.mingmen.core.LookReason
import app.mingmen.core.MingmenClient
import app.mingmen.core.Weekday
import app.mingmen.core.WeeklySlot
import kotlinx.coroutines.job
import kotlinx.coroutines.runBlocking
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager
import java.time.Instant
import java.time.LocalTime
import java.time.ZoneId
import java.util.TimeZone

/** A phone that rings, with the real core behind it and nobody looking at a window. */
internal class Ringing {
    val app = RuntimeEnvironment.getApplication() as TestApplication
    val notifications: NotificationManager = checkNotNull(app.getSystemService(NotificationManager::class.java))
    private val alarms = shadowOf(app.getSystemService(AlarmManager::class.java))

    /** The one alarm that is set. */
    val alarm: ShadowAlarmManager.ScheduledAlarm? get() = alarms.scheduledAlarms.also { check(it.size <= 1) { "$it" } }.firstOrNull()

    /** The instant that it rings at. */
    val ringsAt: Instant? get() = alarm?.let { Instant.ofEpochMilli(it.triggerAtMs) }

    /** Everything is allowed, as on a phone whose person said yes. */
    fun allowAll() {
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        shadowOf(notifications).setNotificationsEnabled(true)
        app.leave.wasAsked()
        shadowOf(app).grantPermissions(Manifest.permission.POST_NOTIFICATIONS)
    }

    fun at(instant: String, zone: String) {
        app.setClock(Instant.parse(instant))
        TimeZone.setDefault(TimeZone.getTimeZone(zone))
    }

    fun <T> core(ask: suspend (MingmenClient) -> T): T = runBlocking { app.core.use(ask) }

    /** Screened, and enrolled for every day at 08:00 unless told otherwise, from today on. */
    fun enrol(days: List<Weekday> = Weekday.entries, time: LocalTime = LocalTime.of(8, 0)) {
        core { core ->
            core.answerScreening(emptyList())
            val slots = days.map { WeeklySlot(it, time) }
            core.enrol(core.enrolForm().preset.copy(startsOn = core.today().date, slots = slots))
        }
        look(LookReason.CHANGED)
    }

    fun look(reason: LookReason): Boolean = runBlocking { app.reminding.look(reason) }

    /** The phone tells the app something. */
    fun tell(action: String) {
        app.sendBroadcast(Intent(action).setClass(app, ReminderReceiver::class.java))
        settle()
    }

    /** Time goes on to the alarm, which goes off. */
    fun goOff() {
        val due = checkNotNull(alarm) { "no alarm is set" }
        app.setClock(Instant.ofEpochMilli(due.triggerAtMs))
        alarms.fireAlarm(due)
        settle()
    }

    /** What can be seen, as title and text. */
    fun shown(): List<String> = notifications.activeNotifications.map { it.notification.words() }

    fun one(): Notification = notifications.activeNotifications.single().notification

    fun settle() {
        repeat(3) {
            shadowOf(Looper.getMainLooper()).idle()
            runBlocking { app.scope.coroutineContext.job.children.toList().forEach { it.join() } }
        }
    }

    private fun Notification.words() = "${extras.getCharSequence(Notification.EXTRA_TITLE)}: ${extras.getCharSequence(Notification.EXTRA_TEXT)}"

    /** The date and time that the phone's clock shows. */
    fun clock(): String = "%tF %<tR".format(app.clock.instant().atZone(ZoneId.systemDefault()))
}
