package app.mingmen.android.remind

import android.Manifest
import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationManager
import android.content.Intent
import android.content.pm.PackageManager
import app.mingmen.android.ResourceLabels
import app.mingmen.core.HealthPoint
import app.mingmen.core.HealthState
import app.mingmen.core.LookReason
import app.mingmen.core.Weekday
import app.mingmen.ui.words.Label
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager
import java.time.Instant
import kotlin.test.BeforeTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** Reminders on a phone with the real core: each thing that the phone tells the app, and what it lets the app do. */
@RunWith(RobolectricTestRunner::class)
class RemindingTest {
    private val phone = Ringing()
    private val labels get() = ResourceLabels(phone.app.resources, phone.app.packageName)

    @BeforeTest
    fun aMondayMorning() {
        phone.allowAll()
        phone.at("2026-10-19T05:00:00Z", "Europe/London")
    }

    @Test
    fun `one alarm is set, on the minute, and wakes the phone`() {
        phone.enrol()
        val alarm = assertNotNull(phone.alarm)
        assertEquals(Instant.parse("2026-10-19T07:00:00Z"), phone.ringsAt)
        assertEquals(AlarmManager.RTC_WAKEUP, alarm.getType())
        assertTrue(alarm.isAllowWhileIdle)
        assertEquals(0L, alarm.windowLengthMs)
    }

    @Test
    fun `what rings says nothing about health, and can be begun, put off and let go`() {
        phone.enrol()
        phone.goOff()
        assertEquals(listOf("Time for your practice: Ten quiet minutes, when you are ready."), phone.shown())
        assertEquals(listOf(Label.START, Label.IN_HALF_AN_HOUR, Label.NOT_TODAY).map(labels::get), phone.one().actions.map { "${it.title}" })
        assertEquals(Notification.VISIBILITY_PUBLIC, phone.one().visibility)
        val channel = phone.notifications.getNotificationChannel(phone.one().channelId)
        assertEquals(NotificationManager.IMPORTANCE_HIGH to labels[Label.REMINDERS_PRACTICE], channel.importance to "${channel.name}")
    }

    @Test
    fun `what is put off rings half an hour later, and what is let go rings tomorrow`() {
        phone.enrol()
        phone.goOff()
        press(1)
        assertEquals(emptyList(), phone.shown())
        assertEquals("2026-10-19T07:30", "${phone.ringsAt}".take(16))
        phone.goOff()
        assertEquals(1, phone.shown().size)
        press(2)
        assertEquals(emptyList(), phone.shown())
        assertEquals(Instant.parse("2026-10-20T07:00:00Z"), phone.ringsAt)
    }

    @Test
    fun `a restart, a new version, a clock that was set and another zone each set the alarm again`() {
        phone.enrol()
        for (action in listOf(Intent.ACTION_BOOT_COMPLETED, Intent.ACTION_MY_PACKAGE_REPLACED, Intent.ACTION_TIME_CHANGED, Intent.ACTION_TIMEZONE_CHANGED, AlarmManager.ACTION_SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED)) {
            Alarm(phone.app).set(null)
            assertNull(phone.alarm)
            phone.tell(action)
            assertEquals(Instant.parse("2026-10-19T07:00:00Z"), phone.ringsAt, action)
        }
        phone.at("2026-10-19T06:00:00Z", "Europe/Berlin")
        phone.tell(Intent.ACTION_TIMEZONE_CHANGED)
        // Eight o'clock in Berlin is now.
        assertEquals(Instant.parse("2026-10-20T06:00:00Z"), phone.ringsAt)
    }

    @Test
    fun `every broadcast that it waits for is one that the phone sends it`() {
        val declared = phone.app.packageManager.getPackageInfo(phone.app.packageName, PackageManager.GET_RECEIVERS)
        assertTrue(declared.receivers.orEmpty().any { it.name == ReminderReceiver::class.java.name && !it.exported })
        for (action in listOf(Intent.ACTION_BOOT_COMPLETED, Intent.ACTION_MY_PACKAGE_REPLACED, Intent.ACTION_TIME_CHANGED, Intent.ACTION_TIMEZONE_CHANGED, AlarmManager.ACTION_SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED)) {
            val receivers = phone.app.packageManager.queryBroadcastReceivers(Intent(action).setPackage(phone.app.packageName), 0)
            assertEquals(listOf(ReminderReceiver::class.java.name), receivers.map { it.activityInfo.name }, action)
        }
    }

    @Test
    fun `a phone that was off over a reminder shows it with words that know the time, and yesterday's not at all`() {
        phone.enrol()
        phone.at("2026-10-19T09:00:00Z", "Europe/London")
        phone.tell(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(listOf("Time for your practice: There is still time for ten quiet minutes, if you like."), phone.shown())
        phone.at("2026-10-21T05:00:00Z", "Europe/London")
        phone.tell(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(emptyList(), phone.shown(), "Monday's is taken down, and Tuesday's never shown")
        val tuesday = phone.core { it.reminderDay(java.time.LocalDate.of(2026, 10, 20)) }
        assertEquals(listOf("Silent: your phone was off, or had just started."), tuesday.lines.map { it.text })
    }

    @Test
    fun `without leave to ring on the minute the alarm is a loose one, and the page says so`() {
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        phone.enrol()
        assertNotNull(phone.alarm)
        assertFalse(assertNotNull(phone.alarm).windowLengthMs == 0L, "it is not exact")
        val exact = phone.core { it.remindersPage(phone.app.leave.now()) }.health.first { it.point == HealthPoint.EXACT_ALARMS }
        assertEquals(HealthState.ATTENTION, exact.state)
    }

    @Test
    fun `leave that is taken back in silence is noticed when the app opens`() {
        phone.enrol()
        // The phone stops the app and drops its alarms, and tells nobody.
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        Alarm(phone.app).set(null)
        phone.at("2026-10-19T13:00:00Z", "Europe/London")
        phone.look(LookReason.OPENED)
        val monday = phone.core { it.reminderDay(java.time.LocalDate.of(2026, 10, 19)) }
        assertEquals(listOf("Silent: the leave to ring on the minute was taken back, and your phone dropped what it held."), monday.lines.map { it.text })
        assertEquals(Instant.parse("2026-10-20T07:00:00Z"), phone.ringsAt)
    }

    @Test
    fun `nobody is asked for notifications before there is something to ring, and nothing is set until they are allowed`() {
        phone.app.getSharedPreferences("leave", 0).edit().clear().commit()
        shadowOf(phone.app).denyPermissions(Manifest.permission.POST_NOTIFICATIONS)
        assertFalse(phone.look(LookReason.OPENED))
        phone.enrol(days = listOf(Weekday.MONDAY, Weekday.THURSDAY))
        assertTrue(phone.look(LookReason.OPENED))
        assertNull(phone.alarm)
        phone.app.leave.wasAsked()
        assertFalse(phone.look(LookReason.OPENED))
        shadowOf(phone.app).grantPermissions(Manifest.permission.POST_NOTIFICATIONS)
        phone.look(LookReason.LEAVE_GIVEN)
        assertNotNull(phone.alarm)
    }

    @Test
    fun `a test rings after ten seconds as every reminder does, and proves that they reach the person`() {
        phone.enrol()
        assertEquals(HealthState.UNKNOWN, delivery())
        phone.core { it.ringTest() }
        phone.look(LookReason.CHANGED)
        assertEquals(Instant.parse("2026-10-19T05:00:10Z"), phone.ringsAt)
        phone.goOff()
        assertEquals(listOf("A test: This is how a reminder reaches you."), phone.shown())
        assertNull(phone.one().actions, "there is nothing to begin or put off")
        assertEquals(ReminderNotices.PRACTICE, phone.one().channelId)
        assertEquals(HealthState.GOOD, delivery())
        assertEquals(Instant.parse("2026-10-19T07:00:00Z"), phone.ringsAt, "the practice rings at its time")
        phone.notifications.cancelAll()
        phone.look(LookReason.OPENED)
        assertEquals(emptyList(), phone.shown())
    }

    private fun delivery() = phone.core { it.remindersPage(phone.app.leave.now()) }.health.first { it.point == HealthPoint.DELIVERY }.state

    @Test
    fun `an alarm that goes off twice shows its reminder once`() {
        phone.enrol()
        phone.goOff()
        phone.notifications.cancelAll()
        phone.tell(ReminderReceiver.ALARM)
        assertEquals(emptyList(), phone.shown())
    }

    private fun press(action: Int) {
        phone.one().actions[action].actionIntent.send()
        phone.settle()
    }
}
