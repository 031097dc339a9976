package app.mingmen.android

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.graphics.drawable.Icon
import app.mingmen.ui.player.Outside
import app.mingmen.ui.player.OutsideKey
import app.mingmen.ui.words.Label

/**
 * The notification of a practice: the movement, the time that it still takes, which the phone counts down by itself, and two keys.
 * On a lock screen that hides what is private it says that there is a practice, and not which: what somebody practises may tell
 * what hurts.
 */
internal class PracticeNotice(private val context: Context) {
    private val labels = ResourceLabels(context.resources, context.packageName)
    private val manager = checkNotNull(context.getSystemService(NotificationManager::class.java))

    init {
        // Low: it is seen, and makes no sound.
        val channel = NotificationChannel(CHANNEL, labels[Label.PRACTICE], NotificationManager.IMPORTANCE_LOW)
        channel.setShowBadge(false)
        channel.lockscreenVisibility = Notification.VISIBILITY_PRIVATE
        manager.createNotificationChannel(channel)
    }

    fun post(practice: Outside) = manager.notify(ID, of(practice))

    fun of(practice: Outside?): Notification {
        val unnamed = built(practice, labels[Label.PRACTICE]).setVisibility(Notification.VISIBILITY_PUBLIC).build()
        if (practice == null) return unnamed
        return built(practice, practice.movement).setSubText(practice.routine.takeIf { it != practice.movement })
            .setVisibility(Notification.VISIBILITY_PRIVATE).setPublicVersion(unnamed).build()
    }

    private fun built(practice: Outside?, title: String): Notification.Builder {
        val endsAt = practice?.endsAt
        val builder = Notification.Builder(context, CHANNEL).setSmallIcon(R.drawable.practice).setContentTitle(title)
            .setCategory(Notification.CATEGORY_TRANSPORT).setOnlyAlertOnce(true).setOngoing(endsAt != null).setContentIntent(opens())
        if (practice == null) return builder
        if (endsAt == null) {
            builder.setContentText(labels[Label.PAUSED]).setShowWhen(false)
            builder.addAction(action(R.drawable.go_on, Label.GO_ON, OutsideKey.GO_ON))
        } else {
            builder.setWhen(endsAt.toEpochMilli()).setShowWhen(true).setUsesChronometer(true).setChronometerCountDown(true)
            builder.addAction(action(R.drawable.hold, Label.PAUSE, OutsideKey.PAUSE))
        }
        builder.addAction(action(R.drawable.end, Label.END, OutsideKey.END))
        return builder.setStyle(Notification.MediaStyle().setShowActionsInCompactView(0, 1))
    }

    private fun action(icon: Int, label: Label, key: OutsideKey): Notification.Action {
        val intent = Intent(context, PracticeService::class.java).setAction(PracticeService.name(key))
        val pressed = PendingIntent.getService(context, key.ordinal, intent, PendingIntent.FLAG_IMMUTABLE)
        return Notification.Action.Builder(Icon.createWithResource(context, icon), labels[label], pressed).build()
    }

    private fun opens(): PendingIntent =
        PendingIntent.getActivity(context, 0, Intent(context, MainActivity::class.java), PendingIntent.FLAG_IMMUTABLE)

    companion object {
        const val ID = 1
        const val CHANNEL = "practice"
    }
}
