package app.mingmen.ui.part

import androidx.compose.foundation.relocation.BringIntoViewRequester
import androidx.compose.foundation.relocation.bringIntoViewRequester
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.runtime.withFrameNanos
import androidx.compose.ui.Modifier

/** Scrolls the page until this is seen: when it comes up, and again whenever [cause] changes to another that is not `null`. */
@Composable
fun Modifier.comesIntoSight(cause: Any?): Modifier {
    val sight = remember { BringIntoViewRequester() }
    LaunchedEffect(cause) {
        if (cause == null) return@LaunchedEffect
        // It lies nowhere yet before it has been laid out once.
        repeat(2) { withFrameNanos { } }
        sight.bringIntoView()
    }
    return bringIntoViewRequester(sight)
}
