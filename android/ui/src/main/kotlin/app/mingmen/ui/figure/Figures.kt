package app.mingmen.ui.figure

import androidx.compose.runtime.staticCompositionLocalOf
import app.mingmen.core.Posture

/**
 * Where figures come from. A figure that is not there yet is `null`, and is there at a later composition; without a motion
 * there is none.
 */
fun interface Figures {
    fun frames(motion: String?, posture: Posture): FigureFrames?
}

/** The figures of this app. */
val LocalFigures = staticCompositionLocalOf { Figures { _, _ -> null } }
