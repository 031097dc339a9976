package app.mingmen.android.remind

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.graphics.drawable.Icon
import android.net.Uri
import app.mingmen.android.MainActivity
import app.mingmen.android.R
import app.mingmen.android.ResourceLabels
import app.mingmen.core.Reminder
import app.mingmen.core.ReminderId
import app.mingmen.core.ReminderKind
import app.mingmen.ui.words.Label

/**
 * Reminders on the phone's screen, each under its id. Their words come from the core and say nothing about health unless the
 * person asked for it, so a lock screen may show them.
 */
internal class ReminderNotices(private val context: Context) {
    private val labels = ResourceLabels(context.resources, context.packageName)
    private val manager = checkNotNull(context.getSystemService(NotificationManager::class.java))

    init {
        channel(PRACTICE, Label.REMINDERS_PRACTICE, NotificationManager.IMPORTANCE_HIGH)
        channel(QUIET, Label.REMINDERS_OTHER, NotificationManager.IMPORTANCE_DEFAULT)
    }

    private fun channel(id: String, name: Label, importance: Int) {
        val channel = NotificationChannel(id, labels[name], importance)
        channel.lockscreenVisibility = Notification.VISIBILITY_PUBLIC
        manager.createNotificationChannel(channel)
    }

    fun show(reminder: Reminder) = manager.notify(reminder.id, ID, built(reminder))

    fun takeDown(id: ReminderId) = manager.cancel(id, ID)

    /** Those that can still be seen. */
    fun shown(): List<ReminderId> = manager.activeNotifications.filter { it.id == ID }.mapNotNull { it.tag }

    private fun built(reminder: Reminder): Notification {
        val builder = Notification.Builder(context, if (reminder.kind in LOUD) PRACTICE else QUIET)
            .setSmallIcon(R.drawable.practice).setContentTitle(reminder.title).setContentText(reminder.text)
            .setStyle(Notification.BigTextStyle().bigText(reminder.text))
            .setCategory(Notification.CATEGORY_REMINDER).setVisibility(Notification.VISIBILITY_PUBLIC).setAutoCancel(true)
            .setWhen(reminder.instant.toEpochMilli()).setShowWhen(true)
            .setContentIntent(opens(reminder, OPEN))
        if (!reminder.canStart) return builder.build()
        builder.addAction(action(R.drawable.go_on, Label.START, opens(reminder, START)))
        builder.addAction(action(R.drawable.hold, Label.IN_HALF_AN_HOUR, answers(reminder, ReminderReceiver.PUT_OFF)))
        builder.addAction(action(R.drawable.end, Label.NOT_TODAY, answers(reminder, ReminderReceiver.NOT_TODAY)))
        return builder.build()
    }

    private fun action(icon: Int, label: Label, pressed: PendingIntent): Notification.Action =
        Notification.Action.Builder(Icon.createWithResource(context, icon), labels[label], pressed).build()

    // Since Android 12 what is pressed opens the window itself: a receiver may not do it on its behalf.
    private fun opens(reminder: Reminder, action: String): PendingIntent {
        val intent = Intent(context, MainActivity::class.java).setAction(action).setData(address(reminder.id))
        return PendingIntent.getActivity(context, 0, intent, PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE)
    }

    private fun answers(reminder: Reminder, action: String): PendingIntent {
        val intent = Intent(context, ReminderReceiver::class.java).setAction(action).setData(address(reminder.id))
        return PendingIntent.getBroadcast(context, 0, intent, PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE)
    }

    companion object {
        const val ID = 2
        const val PRACTICE = "reminders"
        const val QUIET = "other-reminders"
        const val OPEN = "app.mingmen.android.OPEN_REMINDER"
        const val START = "app.mingmen.android.START_REMINDER"

        private const val SCHEME = "mingmen-reminder"
        private val LOUD = setOf(ReminderKind.PRACTICE, ReminderKind.SECOND_NUDGE, ReminderKind.CLASS, ReminderKind.TEST)

        /** A reminder's id as the data of an intent, which tells intents apart as extras do not. */
        private fun address(id: ReminderId): Uri = Uri.fromParts(SCHEME, id, null)

        fun idOf(intent: Intent): ReminderId? = intent.data?.takeIf { it.scheme == SCHEME }?.schemeSpecificPart
    }
}
