package app.mingmen.ui.figure

import androidx.compose.animation.core.Animatable
import androidx.compose.animation.core.tween
import androidx.compose.foundation.Canvas
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.derivedStateOf
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.clipRect
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import app.mingmen.ui.theme.Motion
import app.mingmen.ui.theme.Palette
import app.mingmen.ui.theme.Theme
import kotlin.math.abs
import kotlin.math.min

/** What is behind the figure. */
sealed interface Backdrop {
    /** Nothing but the floor line. */
    data object Plain : Backdrop

    /** Neither a disc nor a floor line: for thumbnails. */
    data object Bare : Backdrop

    /** A still disc: for cards. */
    data object Disc : Backdrop

    /** The breath ring at [scale], with the circle it grows to as a guide. */
    data class Breath(val guide: Boolean, val scale: () -> Float) : Backdrop
}

/**
 * The person on the floor line, in front of [backdrop].
 *
 * [phase] is read while drawing, so that a frame neither composes nor lays out anything.
 */
@Composable
fun FigureScene(
    frames: FigureFrames?,
    phase: () -> Float,
    backdrop: Backdrop,
    behind: Color,
    modifier: Modifier = Modifier,
    spoken: String = "",
) {
    val palette = Theme.colours
    val colours = Theme.figure
    val dark = Theme.look.dark
    val painter = remember(frames, colours, dark) { frames?.let { FigurePainter(it, colours, dark) } }
    val pose = if (Theme.look.reducedMotion && frames != null) keyPose(frames, phase) else null
    Canvas(modifier.semantics { if (spoken.isNotEmpty()) contentDescription = spoken }) {
        val stage = Stage(size, frames, backdrop)
        backdrop(backdrop, stage, palette)
        val place = stage.place
        val halo = if (backdrop is Backdrop.Breath) HALO * stage.unit else 0f
        if (painter == null || place == null) return@Canvas floor(backdrop, stage, palette)
        if (halo > 0f) with(painter) { halo(pose?.to ?: phase(), place, behind, halo) }
        floor(backdrop, stage, palette)
        if (pose != null) return@Canvas poses(pose, painter, place, behind)
        with(painter) { figure(phase(), place, behind) }
    }
}

/** Where things stand on a canvas of [size], in units of which a scene is 300 wide and 288 high. */
private class Stage(size: Size, frames: FigureFrames?, backdrop: Backdrop) {
    val unit = min(size.width / WIDTH, size.height / HEIGHT)
    val middle = size.width / 2
    val floor = size.height - FLOOR * unit - if (backdrop is Backdrop.Breath) (size.height - HEIGHT * unit).coerceAtLeast(0f) / 2 else 0f
    val left = middle - WIDTH / 2 * unit
    val ring = RingPlace(Offset(middle, floor - CENTRE * unit), GUIDE * unit, RADIUS * unit, floor, unit)

    /** A lying figure takes the width that there is, and no disc fits behind it. */
    val lies = frames?.clip?.view?.let { it.width > it.height * LIES } ?: false

    val place = frames?.clip?.view?.let { view ->
        val below = (view.top + view.height).coerceAtLeast(0)
        val tall = (floor - SKY * unit) / (-view.top).coerceAtLeast(1)
        val wide = (size.width - 2 * SIDE * unit) / view.width
        val stature = if (backdrop == Backdrop.Plain) TALL_STATURE else STATURE
        val natural = if (lies) LYING_STATURE * size.width else stature * unit
        val scale = minOf(tall, wide, natural / CLIP_STATURE)
        Placement(scale, middle - (view.left + view.width / 2f) * scale, floor - (below * scale - BELOW * unit).coerceAtLeast(0f))
    }

    private companion object {
        const val WIDTH = 300f
        const val HEIGHT = 288f
        const val FLOOR = 11f
        const val SKY = 8f
        const val SIDE = 4f
        const val CENTRE = 129f
        const val GUIDE = 146f
        const val RADIUS = 137f
        const val BELOW = 5f
        const val STATURE = 318f

        // Without a disc or ring to fit into.
        const val TALL_STATURE = 410f
        const val LYING_STATURE = 1f
        const val LIES = 1.5f
        const val CLIP_STATURE = 10_000f
    }
}

private fun DrawScope.backdrop(backdrop: Backdrop, stage: Stage, c: Palette) {
    clipRect(bottom = stage.floor) {
        when (backdrop) {
            is Backdrop.Breath -> breathRing(stage.ring, backdrop.scale(), c.jadeMid, c.line.takeIf { backdrop.guide })
            Backdrop.Disc -> if (!stage.lies) disc(stage.ring, c.jadeSoft)
            Backdrop.Plain, Backdrop.Bare -> Unit
        }
    }
}

// A lying figure has its mat.
private fun DrawScope.floor(backdrop: Backdrop, stage: Stage, c: Palette) {
    if (backdrop == Backdrop.Bare || stage.lies) return
    val width = FLOOR_LINE * stage.unit
    val reach = stage.middle - stage.left - EDGE * stage.unit
    drawLine(c.outline, Offset(stage.middle - reach, stage.floor), Offset(stage.middle + reach, stage.floor), width, StrokeCap.Round)
}

private const val HALO = 7f
private const val FLOOR_LINE = 2.5f
private const val EDGE = 6f

/** Two key poses and how far the second has come: what reduced motion shows instead of movement. */
private class Poses(val from: Float, val to: Float, val share: () -> Float)

@Composable
private fun keyPose(frames: FigureFrames, phase: () -> Float): Poses {
    val current = rememberUpdatedState(phase)
    val now by remember(frames) { derivedStateOf { nearest(frames.keyPhases, current.value()) } }
    val held = remember(frames) { HeldPose(now) }
    val share = remember(frames) { Animatable(1f) }
    LaunchedEffect(now) {
        if (held.to == now) return@LaunchedEffect
        held.from = held.to
        held.to = now
        share.snapTo(0f)
        share.animateTo(1f, tween(Motion.standardMs))
    }
    return Poses(held.from, held.to) { share.value }
}

private fun nearest(keys: List<Float>, phase: Float): Float = keys.minByOrNull { key ->
    val apart = abs(phase - key) % 1f
    min(apart, 1f - apart)
} ?: 0f

private class HeldPose(first: Float) {
    var from = first
    var to = first
}

private fun DrawScope.poses(pose: Poses, painter: FigurePainter, place: Placement, behind: Color) = with(painter) {
    val share = pose.share()
    if (share < 1f) figure(pose.from, place, behind, alpha = 1f - share)
    figure(pose.to, place, behind, alpha = share)
}
