package app.mingmen.android

import android.content.Context
import android.content.Intent
import app.mingmen.ui.player.Outside
import app.mingmen.ui.player.OutsideKey

/**
 * Where the window and [PracticeService] meet: what is practised now, for the notification, and what was pressed there, for the
 * practice. The service lives from the first to the last that is shown.
 */
internal class PracticeOutside(private val app: Context) {
    /** What is practised; `null` while nothing is. */
    var shown: Outside? = null
        private set

    /** Gets what was pressed in the notification, and what else holds a practice, such as a call. */
    var onAsked: (OutsideKey) -> Unit = {}

    private var service: PracticeService? = null

    fun show(practice: Outside?) {
        shown = practice
        val running = service
        when {
            running != null -> running.refresh()
            practice != null -> start()
        }
    }

    fun ask(key: OutsideKey) = onAsked(key)

    /** The service is there from now on. */
    fun came(running: PracticeService) {
        service = running
    }

    /** The service goes, and whatever is shown next needs another. */
    fun left(gone: PracticeService) {
        if (service === gone) service = null
    }

    // A phone that refuses still practises, as long as the window is seen.
    private fun start() {
        try {
            app.startForegroundService(Intent(app, PracticeService::class.java))
        } catch (_: IllegalStateException) {
            service = null
        }
    }
}
