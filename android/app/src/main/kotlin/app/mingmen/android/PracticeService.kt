package app.mingmen.android

import android.app.Service
import android.content.Intent
import android.content.pm.ServiceInfo
import android.os.Build
import android.os.IBinder
import android.os.PowerManager
import app.mingmen.ui.player.OutsideKey

/**
 * Keeps a practice going while nobody sees the window, and shows it in a notification. The processor is kept awake only while
 * time runs: while the practice is held the phone may sleep.
 */
class PracticeService : Service() {
    private val outside get() = (application as MingmenApplication).outside
    private val notice by lazy { PracticeNotice(this) }
    private val wakeLock by lazy {
        checkNotNull(getSystemService(PowerManager::class.java)).newWakeLock(PowerManager.PARTIAL_WAKE_LOCK, "mingmen:practice").apply { setReferenceCounted(false) }
    }

    override fun onStartCommand(intent: Intent?, flags: Int, startId: Int): Int {
        // Asked for in the foreground, it owes the phone a notification, even where the practice is over already.
        if (!isShown) comeForward()
        outside.came(this)
        key(intent)?.let(outside::ask)
        refresh()
        return START_NOT_STICKY
    }

    /** Shows what is practised now, or ends with the practice. */
    internal fun refresh() {
        val practice = outside.shown
        stayAwake(practice?.endsAt != null)
        if (practice == null) return end()
        if (isShown) notice.post(practice)
    }

    /** The person swiped the app away: that puts the practice away too. It can be taken up again. */
    override fun onTaskRemoved(rootIntent: Intent?) {
        outside.ask(OutsideKey.PAUSE)
        end()
    }

    override fun onDestroy() {
        stayAwake(false)
        outside.left(this)
        super.onDestroy()
    }

    override fun onBind(intent: Intent?): IBinder? = null

    private var isShown = false

    private fun comeForward() {
        val first = notice.of(outside.shown)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q) {
            startForeground(PracticeNotice.ID, first, ServiceInfo.FOREGROUND_SERVICE_TYPE_MEDIA_PLAYBACK)
        } else {
            startForeground(PracticeNotice.ID, first)
        }
        isShown = true
    }

    private fun end() {
        if (isShown) stopForeground(STOP_FOREGROUND_REMOVE)
        isShown = false
        outside.left(this)
        stopSelf()
    }

    private fun stayAwake(on: Boolean) = if (on) wakeLock.acquire(LONGEST_MS) else if (wakeLock.isHeld) wakeLock.release() else Unit

    internal companion object {
        /** No practice is longer: should anything go wrong, the phone sleeps after this. */
        private const val LONGEST_MS = 3 * 60 * 60 * 1000L

        /** What a press in the notification is called in an [Intent]. */
        fun name(key: OutsideKey) = "app.mingmen.android.${key.name}"

        private fun key(intent: Intent?): OutsideKey? = OutsideKey.entries.firstOrNull { name(it) == intent?.action }
    }
}
