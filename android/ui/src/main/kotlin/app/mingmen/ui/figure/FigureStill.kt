package app.mingmen.ui.figure

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import app.mingmen.core.Posture
import app.mingmen.ui.theme.Ring

/** The one still that tells a movement; the ring stands for what has no figure. */
@Composable
fun FigureStill(motion: String?, posture: Posture, backdrop: Backdrop, behind: Color, modifier: Modifier = Modifier, spoken: String = "") {
    val frames = LocalFigures.current.frames(motion, posture)
    val seen = if (motion == null) Backdrop.Breath(guide = false) { Ring.maxScale } else backdrop
    FigureScene(frames, { frames?.stillPhase ?: 0f }, seen, behind, modifier, spoken)
}
