package app.mingmen.android

import android.net.Uri
import android.os.SystemClock
import android.view.KeyEvent
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import app.mingmen.core.ErrorKey
import app.mingmen.core.MingmenClient
import app.mingmen.core.MingmenException
import app.mingmen.core.Now
import app.mingmen.core.OpenOptions
import app.mingmen.core.key
import app.mingmen.core.of
import app.mingmen.core.randomSeed
import app.mingmen.ui.onKey
import app.mingmen.ui.state.MingmenAppState
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.isActive
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import java.time.ZoneId
import java.util.Locale
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
    val device = PhoneDevice(app, app.outside)

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
            is Opening.Done -> now.state.cameBack()
        }
    }

    /** Nobody sees the figure any more. A running practice goes on by voice, sound and touch. */
    fun left() {
        away = true
    }

    /** A key of a keyboard was pressed; false where it is for the page. */
    fun onKey(event: KeyEvent): Boolean = (opening as? Opening.Done)?.state?.onKey(ComposeKeyEvent(event)) == true

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
            if (!isActive && opened is Opening.Done) opened.core.close() else opening = opened
        }
    }

    private suspend fun openCore(): Opening = try {
        val options = OpenOptions(app.database.path, randomSeed(), Locale.getDefault().language, country(app))
        val core = MingmenClient.open(options, { Now.of(app.clock, ZoneId.systemDefault()) })
        val state = MingmenAppState(core, viewModelScope, device, SystemClock::elapsedRealtime)
        app.outside.onAsked = state::ask
        state.start()
        Opening.Done(core, state)
    } catch (problem: MingmenException) {
        Opening.Failed(problem.key)
    }

    override fun onCleared() {
        (opening as? Opening.Done)?.core?.close()
        device.close()
    }
}
