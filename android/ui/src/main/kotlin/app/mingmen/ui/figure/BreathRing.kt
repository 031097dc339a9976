package app.mingmen.ui.figure

import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Brush
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import app.mingmen.ui.theme.Ring
import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.min
import kotlin.math.pow
import kotlin.math.sin

/**
 * One brush stroke round [centre], swelling and thinning, with a gap where the brush was lifted.
 *
 * [share] is how much of it is drawn, 0 to 1; [thin] how thin its ends are against [width].
 */
internal fun brushRing(
    centre: Offset,
    radius: Float,
    width: Float,
    share: Float = 1f,
    start: Float = Ring.startDegrees.toFloat(),
    gap: Float = Ring.gapDegrees.toFloat(),
    thin: Float = 0.22f,
): Path {
    val steps = 96
    val sweep = (360f - gap) * share
    val outer = ArrayList<Offset>(steps + 1)
    val inner = ArrayList<Offset>(steps + 1)
    for (i in 0..steps) {
        val t = i / steps.toFloat()
        val angle = (start + sweep * t) * PI / 180
        val along = t * share
        val swell = sin(PI * min(1.0, along * 1.02 + 0.06)).coerceAtLeast(0.0).pow(0.8).toFloat()
        val w = width * (thin + (1 - thin) * swell * (1 - 0.35f * along))
        val r = radius + width * 0.08f * sin(5 * along)
        val direction = Offset(cos(angle).toFloat(), sin(angle).toFloat())
        outer += centre + direction * (r + w / 2)
        inner += centre + direction * (r - w / 2)
    }
    return Path().apply {
        (outer + inner.reversed()).forEachIndexed { i, p -> if (i == 0) moveTo(p.x, p.y) else lineTo(p.x, p.y) }
        close()
    }
}

/** How the ring stands behind the figure: the circle it grows towards, and the radius it grows to. */
internal data class RingPlace(val centre: Offset, val guide: Float, val radius: Float, val floor: Float, val unit: Float)

/** The breath ring, rising from the floor like a moon: it fades out towards the floor line. [scale] follows the breath. */
internal fun DrawScope.breathRing(place: RingPlace, scale: Float, colour: Color, guide: Color?) {
    val width = Ring.strokeDp * place.unit
    val ring = brushRing(place.centre, place.radius * scale, width)
    drawPath(ring, fade(place, colour))
    if (guide == null) return
    drawCircle(fade(place, guide), place.guide, place.centre, style = Stroke(Ring.guideStrokeDp * place.unit))
}

/** The still disc of a card, cut by the floor. */
internal fun DrawScope.disc(place: RingPlace, colour: Color) {
    drawCircle(colour, DISC * place.unit, place.centre)
}

private const val DISC = 132f

private fun fade(place: RingPlace, colour: Color): Brush {
    val top = place.centre.y - place.guide
    val height = place.floor - top
    return Brush.verticalGradient(
        0f to colour, Ring.fadeFrom to colour, Ring.fadeTo to colour.copy(alpha = 0f), 1f to colour.copy(alpha = 0f),
        startY = top, endY = top + height,
    )
}
