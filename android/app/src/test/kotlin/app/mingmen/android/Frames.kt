package app.mingmen.android

import android.view.Choreographer
import androidx.compose.runtime.MonotonicFrameClock
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.InternalComposeUiApi
import androidx.compose.ui.platform.WindowRecomposerPolicy
import androidx.compose.ui.platform.createLifecycleAwareWindowRecomposer
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.suspendCancellableCoroutine

/** Frames of the display that is there now. */
private object Frames : MonotonicFrameClock {
    override suspend fun <R> withFrameNanos(onFrame: (frameTimeNanos: Long) -> R): R = suspendCancellableCoroutine { waiting ->
        Choreographer.getInstance().postFrameCallback { nanos -> waiting.resumeWith(runCatching { onFrame(nanos) }) }
    }
}

/**
 * Lets windows compose by the display of the running test.
 *
 * Compose holds on to the first display it has seen for as long as the process lives, and Robolectric gives each test
 * one of its own: without this, only the first test of a run would see anything move.
 */
@OptIn(InternalComposeUiApi::class, ExperimentalComposeUiApi::class)
internal fun composeByThisDisplay() {
    WindowRecomposerPolicy.setFactory { view -> view.createLifecycleAwareWindowRecomposer(Dispatchers.Main + Frames) }
}
