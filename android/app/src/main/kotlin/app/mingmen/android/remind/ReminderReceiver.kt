package app.mingmen.android.remind

import android.app.AlarmManager
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.util.Log
import app.mingmen.android.MingmenApplication
import app.mingmen.core.LookReason
import app.mingmen.core.MingmenException
import app.mingmen.core.ReminderAnswer
import kotlinx.coroutines.launch

/** What the phone tells the app while nobody looks at it: an alarm, a restart, a clock that was set, a key of a notification. */
class ReminderReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val app = context.applicationContext as MingmenApplication
        val work = work(app.reminding, intent) ?: return
        val pending = goAsync()
        app.scope.launch {
            try {
                work()
            } catch (problem: MingmenException) {
                // Nobody is there to read it. The next look, at the latest when the app opens, finds what was missed.
                Log.w(TAG, "reminders could not be looked at: ${problem::class.simpleName}")
            } finally {
                pending?.finish()
            }
        }
    }

    private fun work(reminding: Reminding, intent: Intent): (suspend () -> Unit)? {
        REASONS[intent.action]?.let { reason -> return { reminding.look(reason) } }
        val id = ReminderNotices.idOf(intent) ?: return null
        return when (intent.action) {
            PUT_OFF -> ({ reminding.answer(id, ReminderAnswer.PutOff(HALF_AN_HOUR)) })
            NOT_TODAY -> ({ reminding.answer(id, ReminderAnswer.NotToday) })
            else -> null
        }
    }

    internal companion object {
        const val ALARM = "app.mingmen.android.ALARM"
        const val PUT_OFF = "app.mingmen.android.PUT_OFF"
        const val NOT_TODAY = "app.mingmen.android.NOT_TODAY"

        private const val TAG = "mingmen"
        private val HALF_AN_HOUR: UShort = 30u
        private val REASONS = mapOf(
            ALARM to LookReason.ALARM,
            Intent.ACTION_BOOT_COMPLETED to LookReason.BOOTED,
            Intent.ACTION_MY_PACKAGE_REPLACED to LookReason.REPLACED,
            Intent.ACTION_TIME_CHANGED to LookReason.CLOCK_SET,
            Intent.ACTION_TIMEZONE_CHANGED to LookReason.CLOCK_SET,
            AlarmManager.ACTION_SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED to LookReason.LEAVE_GIVEN,
        )
    }
}
