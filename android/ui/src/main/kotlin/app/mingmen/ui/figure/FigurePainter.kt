package app.mingmen.ui.figure

import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Brush
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Fill
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.withTransform
import androidx.compose.ui.graphics.lerp
import app.mingmen.core.FigureKind
import app.mingmen.core.FigurePaint
import app.mingmen.core.FigureShape
import app.mingmen.core.FigureTone
import app.mingmen.ui.theme.FigurePalette
import kotlin.math.abs
import kotlin.math.cos
import kotlin.math.sin

/** Where a figure stands on a canvas: clip coordinates times [scale], moved by [left] and [top]. */
internal data class Placement(val scale: Float, val left: Float, val top: Float)

/** The colour as it is on a dark background, or on a light one. */
internal fun FigureTone.colour(onDark: Boolean) = Color((if (onDark) dark else light).toLong() or OPAQUE)

private const val OPAQUE = 0xFF000000L

/** Paints one phase of a clip, shape by shape from back to front, in the colours of the theme. */
internal class FigurePainter(private val frames: FigureFrames, private val colours: FigurePalette, private val dark: Boolean) {
    private val farShare = if (dark) 0.36f else 0.26f
    private val shadow = if (dark) 0.45f else 0.16f
    private val points = frames.points()
    private val path = Path()

    /** A rim of the colour [behind] round the body, so that nothing behind it touches it. */
    fun DrawScope.halo(phase: Float, place: Placement, behind: Color, width: Float) {
        pose(phase, place)
        frames.shapes.forEach { if (it.isBody) outline(it, place.scale) { drawPath(path, behind, style = rim(width)) } }
    }

    /** Paints the phase. [behind] is the colour of what lies behind the figure. */
    fun DrawScope.figure(phase: Float, place: Placement, behind: Color, alpha: Float = 1f) {
        pose(phase, place)
        val light = light(place)
        frames.shapes.forEach { paint(it, place.scale, light, behind, alpha) }
    }

    private fun pose(phase: Float, place: Placement) {
        frames.blend(phase, points)
        for (i in points.indices step 2) {
            points[i] = place.left + points[i] * place.scale
            points[i + 1] = place.top + points[i + 1] * place.scale
        }
    }

    private fun DrawScope.paint(shape: FigureShape, scale: Float, light: Light, behind: Color, alpha: Float) {
        val opacity = shape.opacityPermille.toInt() / PERMILLE * (if (shape.paint == FigurePaint.SHADOW) shadow else 1f) * alpha
        val far = shape.farPermille.toInt() / PERMILLE * farShare
        val colour = lerp(colourOf(shape.paint, behind), colours.far, far)
        if (shape.kind == FigureKind.GLOW) return glow(shape, colour, opacity)
        val brush = shade(shape.paint, colour, light)
        val style = if (shape.kind == FigureKind.LINE) line(shape.width * scale) else Fill
        outline(shape, scale) {
            if (brush == null) drawPath(path, colour, opacity, style) else drawPath(path, brush, opacity, style)
        }
    }

    // Leaves the outline in `path`; discs come one at a time.
    private inline fun outline(shape: FigureShape, scale: Float, draw: () -> Unit) {
        val first = shape.firstPoint.toInt()
        val count = shape.pointCount.toInt()
        when (shape.kind) {
            FigureKind.FILL -> { polygon(first, count, close = true); draw() }
            FigureKind.LINE -> { polygon(first, count, close = false); draw() }
            FigureKind.HULL -> { hull(first, count, shape.radii, 0, scale); draw() }
            FigureKind.DOTS -> for (i in 0 until count) { hull(first + i, 1, shape.radii, i, scale); draw() }
            FigureKind.GLOW -> Unit
        }
    }

    private fun polygon(first: Int, count: Int, close: Boolean) {
        path.rewind()
        for (i in first until first + count) to(points[2 * i], points[2 * i + 1], i == first)
        if (close) path.close()
    }

    // The outline round a set of discs: in each direction the point that lies farthest out.
    private fun hull(first: Int, count: Int, radii: List<Float>, firstRadius: Int, scale: Float) {
        path.rewind()
        for (k in 0 until DIRECTIONS) {
            var best = Float.NEGATIVE_INFINITY
            var x = 0f
            var y = 0f
            for (i in 0 until count) {
                val r = radii[firstRadius + i] * scale
                val px = points[2 * (first + i)] + COS[k] * r
                val py = points[2 * (first + i) + 1] + SIN[k] * r
                val out = px * COS[k] + py * SIN[k]
                if (out > best) { best = out; x = px; y = py }
            }
            to(x, y, k == 0)
        }
        path.close()
    }

    private fun to(x: Float, y: Float, first: Boolean) = if (first) path.moveTo(x, y) else path.lineTo(x, y)

    private fun DrawScope.glow(shape: FigureShape, colour: Color, opacity: Float) {
        val i = 2 * shape.firstPoint.toInt()
        val rx = abs(points[i + 2] - points[i])
        val ry = abs(points[i + 3] - points[i + 1])
        if (rx < HIDDEN || ry < HIDDEN) return
        val middle = Offset(points[i], points[i + 1])
        val brush = Brush.radialGradient(
            0f to colour, 0.45f to colour.copy(alpha = 0.6f), 1f to colour.copy(alpha = 0f),
            center = middle, radius = rx,
        )
        withTransform({ scale(1f, ry / rx, middle) }) { drawCircle(brush, rx, middle, opacity) }
    }

    // One light over the whole figure from the upper right, or the parts of a limb would show seams.
    private fun shade(paint: FigurePaint, colour: Color, light: Light): Brush? {
        val strength = when (paint) {
            FigurePaint.JACKET, FigurePaint.TROUSERS, FigurePaint.HAIR -> 0.10f
            FigurePaint.SKIN -> 0.05f
            else -> return null
        }
        return Brush.linearGradient(
            listOf(lerp(colour, LIGHT, strength), lerp(colour, colours.far, strength * 1.6f)), light.from, light.to,
        )
    }

    private fun light(place: Placement): Light {
        val view = frames.clip.view
        val left = place.left + view.left * place.scale
        val top = place.top + view.top * place.scale
        return Light(Offset(left + view.width * place.scale, top), Offset(left, top + view.height * place.scale))
    }

    private fun colourOf(paint: FigurePaint, behind: Color) = when (paint) {
        FigurePaint.SHADOW -> colours.shadow
        FigurePaint.MAT -> colours.mat
        FigurePaint.WOOD -> colours.wood
        FigurePaint.JACKET -> colours.jacket
        FigurePaint.JACKET_LINE -> colours.jacketLine
        FigurePaint.TROUSERS -> colours.trousers
        FigurePaint.SKIN -> own(frames.clip.tones.skin)
        FigurePaint.FACE_LINE -> own(frames.clip.tones.faceLine)
        FigurePaint.HAIR -> own(frames.clip.tones.hair)
        FigurePaint.SHOE -> colours.shoe
        FigurePaint.GAP -> behind
        FigurePaint.ACCENT -> colours.accent
        FigurePaint.ATTENTION -> colours.attention
    }

    // Skin and hair are the person's own: the core hands them over with the clip.
    private fun own(tone: FigureTone) = tone.colour(dark)

    private val FigureShape.isBody
        get() = opacityPermille.toInt() == 1000 && when (paint) {
            FigurePaint.JACKET, FigurePaint.TROUSERS, FigurePaint.SKIN, FigurePaint.HAIR, FigurePaint.SHOE -> true
            else -> false
        }

    private fun line(width: Float) = Stroke(width, cap = StrokeCap.Round, join = StrokeJoin.Round)

    private fun rim(halo: Float) = Stroke(halo * 2, join = StrokeJoin.Round)

    private data class Light(val from: Offset, val to: Offset)

    private companion object {
        const val PERMILLE = 1000f
        const val DIRECTIONS = 40
        const val HIDDEN = 0.01f
        val LIGHT = Color(1f, 0.97f, 0.9f)
        val COS = FloatArray(DIRECTIONS) { cos(it * 2 * Math.PI / DIRECTIONS).toFloat() }
        val SIN = FloatArray(DIRECTIONS) { sin(it * 2 * Math.PI / DIRECTIONS).toFloat() }
    }
}
