package app.mingmen.android

import android.content.Intent
import android.net.Uri
import android.os.SystemClock
import android.util.Log
import android.view.KeyEvent
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.runtime.snapshotFlow
import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import app.mingmen.android.remind.ReminderNotices
import app.mingmen.core.ErrorKey
import app.mingmen.core.LookReason
import app.mingmen.core.MingmenClient
import app.mingmen.core.MingmenException
import app.mingmen.core.ReminderAnswer
import app.mingmen.core.Subject
import app.mingmen.core.key
import app.mingmen.ui.onKey
import app.mingmen.ui.state.MingmenAppState
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.flow.filterIsInstance
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.onSubscription
import kotlinx.coroutines.isActive
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import androidx.compose.ui.input.key.KeyEvent as ComposeKeyEvent

/** How far the opening of the store has come. */
internal sealed interface Opening {
    data object Running : Opening

    data class Done(val core: MingmenClient, val state: MingmenAppState) : Opening

    data class Failed(val error: ErrorKey) : Opening
}

/**
 * The open core and what the app shows of it, for as long as the app's window stays: through turns of the phone, not
 * through the death of the process. The core keeps what must survive that.
 */
internal class AppModel(private val app: MingmenApplication) : ViewModel() {
    private val core = app.core
    val device = PhoneDevice(app, app.outside, app.leave)

    var opening: Opening by mutableStateOf(Opening.Running)
        private set

    private var away = false

    init {
        open()
    }

    /**
     * The window can be seen, for the first time or again. After a while away a store that would not open is tried
     * again, and Today may be another day.
     */
    fun came() {
        if (!away) return
        away = false
        when (val now = opening) {
            Opening.Running -> Unit
            is Opening.Failed -> open()
            is Opening.Done -> {
                now.state.cameBack()
                viewModelScope.launch { look(LookReason.OPENED) }
            }
        }
    }

    /** Nobody sees the figure any more. A running practice goes on by voice, sound and touch. */
    fun left() {
        away = true
    }

    /** The person came by way of a reminder. */
    fun cameBy(intent: Intent) {
        val id = ReminderNotices.idOf(intent) ?: return
        val starts = intent.action == ReminderNotices.START
        viewModelScope.launch {
            val opened = snapshotFlow { opening }.filterIsInstance<Opening.Done>().first()
            app.reminding.answer(id, if (starts) ReminderAnswer.Start else ReminderAnswer.Open)
            if (starts) opened.state.startDue()
        }
    }

    /** A key of a keyboard was pressed; false where it is for the page. */
    fun onKey(event: KeyEvent): Boolean = (opening as? Opening.Done)?.state?.onKey(ComposeKeyEvent(event)) == true

    /** The person was asked for leave to show notifications, and said something. */
    fun leaveWasAsked() {
        app.leave.wasAsked()
        viewModelScope.launch {
            look(LookReason.LEAVE_GIVEN)
            (opening as? Opening.Done)?.state?.cameBack()
        }
    }

    /** The person chose a file; nobody waits for it who has chosen none. */
    fun fileChosen(address: Uri?) {
        if (address == null) return
        viewModelScope.launch { device.give(withContext(Dispatchers.IO) { read(app.contentResolver, address) }) }
    }

    private fun open() {
        opening = Opening.Running
        viewModelScope.launch {
            // Not cancelled half way, so that a core that has come open is never left without an owner.
            val opened = withContext(NonCancellable) { openCore() }
            if (!isActive && opened is Opening.Done) return@launch core.giveBack()
            opening = opened
            if (opened is Opening.Done) keepReminders(opened.core)
        }
    }

    /** Looks now, and again after each change that reminders are made of. */
    private suspend fun keepReminders(core: MingmenClient) {
        val changes = core.changes.onSubscription { look(LookReason.OPENED) }
        changes.collect { changed -> if (changed.any(MOVE_REMINDERS::contains)) look(LookReason.CHANGED) }
    }

    // A reminder that could not be kept is no reason to stop what the person does; the next look finds it.
    private suspend fun look(reason: LookReason) {
        try {
            app.reminding.look(reason)
        } catch (problem: MingmenException) {
            Log.w(TAG, "reminders could not be looked at: ${problem::class.simpleName}")
        }
    }

    private suspend fun openCore(): Opening = try {
        val taken = core.take()
        val state = MingmenAppState(taken, viewModelScope, device, SystemClock::elapsedRealtime)
        app.outside.onAsked = state::ask
        state.start()
        Opening.Done(taken, state)
    } catch (problem: MingmenException) {
        Opening.Failed(problem.key)
    }

    override fun onCleared() {
        if (opening is Opening.Done) core.giveBack()
        device.close()
    }

    private companion object {
        const val TAG = "mingmen"

        /** What reminders are made of. */
        val MOVE_REMINDERS = setOf(Subject.PLAN, Subject.PRACTICE, Subject.SAFETY, Subject.REMINDERS)
    }
}
