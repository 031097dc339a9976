package app.mingmen.android.remind

import android.app.AlarmManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.os.Build
import java.time.Instant

/** The phone's one alarm: setting it replaces the one before. */
internal class Alarm(private val context: Context) {
    private val manager = checkNotNull(context.getSystemService(AlarmManager::class.java))

    /**
     * Whether it may ring on the minute. Before Android 12 every app may; since Android 14 a person gives leave for it
     * (developer.android.com/about/versions/14/changes/schedule-exact-alarms).
     */
    val mayBeExact: Boolean get() = Build.VERSION.SDK_INT < Build.VERSION_CODES.S || manager.canScheduleExactAlarms()

    /** Rings at an instant and at no other; `null`: not at all. */
    fun set(at: Instant?) {
        val rings = intent()
        if (at == null) return manager.cancel(rings)
        if (!mayBeExact || !setExact(at, rings)) manager.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at.toEpochMilli(), rings)
    }

    // Leave may go between the question and the setting.
    private fun setExact(at: Instant, rings: PendingIntent): Boolean = try {
        manager.setExactAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at.toEpochMilli(), rings)
        true
    } catch (_: SecurityException) {
        false
    }

    private fun intent(): PendingIntent {
        val intent = Intent(context, ReminderReceiver::class.java).setAction(ReminderReceiver.ALARM)
        return PendingIntent.getBroadcast(context, 0, intent, PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE)
    }
}
