package app.mingmen.ui.figure

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import app.mingmen.core.Posture

/** The one still that tells a movement. */
@Composable
fun FigureStill(motion: String?, posture: Posture, backdrop: Backdrop, behind: Color, modifier: Modifier = Modifier, spoken: String = "") {
    val frames = LocalFigures.current.frames(motion, posture)
    FigureScene(frames, { frames?.stillPhase ?: 0f }, backdrop, behind, modifier, spoken)
}
