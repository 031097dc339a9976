package app.mingmen.ui.part

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.gestures.detectTapGestures
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.core.AreaId
import app.mingmen.core.BodyShape
import app.mingmen.core.BodyView
import app.mingmen.core.ItemId
import app.mingmen.core.MapLine
import app.mingmen.core.MapPoint
import app.mingmen.ui.theme.Palette
import app.mingmen.ui.theme.Theme
import kotlin.math.abs

/**
 * The body from one side, with the parts in [areas] to tap, those in [chosen] filled, and points and channels. Whatever
 * can be tapped here stands in a list beside it too, so the picture is one thing to a screen reader.
 */
@Composable
fun BodyPicture(
    view: BodyView,
    modifier: Modifier = Modifier,
    areas: Set<AreaId> = emptySet(),
    chosen: Set<AreaId> = emptySet(),
    small: Boolean = false,
    onArea: (AreaId) -> Unit = {},
    onItem: (ItemId) -> Unit = {},
) {
    val c = Theme.colours
    val guard = LocalPageGuard.current
    val taps = rememberUpdatedState<(MapPoint, Float) -> Unit> { at, reach ->
        val point = view.points.minByOrNull { it.at.apart(at) }?.takeIf { it.at.apart(at) <= reach * reach }
        val area = view.small(areas).lastOrNull { shape -> shape.outlines.any { it.holds(at) } }
        val action = point?.let { { onItem(it.item) } } ?: area?.let { { onArea(it.area) } }
        if (action != null) guard?.pass(action) ?: action()
    }
    Column(modifier, Arrangement.spacedBy(4.dp), Alignment.CenterHorizontally) {
        Canvas(
            Modifier.height(if (small) 240.dp else 500.dp).aspectRatio(view.width.toFloat() / TALL, matchHeightConstraintsFirst = true)
                .semantics { contentDescription = view.title; role = Role.Image }
                .pointerInput(view) {
                    detectTapGestures { at ->
                        val scale = size.height / TALL
                        taps.value(MapPoint((at.x / scale).toInt().coerceAtLeast(0).toUShort(), (at.y / scale).toInt().coerceAtLeast(0).toUShort()), REACH.toPx() / scale)
                    }
                },
        ) { body(view, areas, chosen, c) }
        if (small) Text(view.title, Modifier.fillMaxWidth().padding(bottom = 10.dp), style = Theme.type.support, color = c.inkSoft, textAlign = TextAlign.Center)
    }
}

private fun DrawScope.body(view: BodyView, areas: Set<AreaId>, chosen: Set<AreaId>, c: Palette) {
    val scale = size.height / TALL
    val edge = Stroke(1.dp.toPx(), join = StrokeJoin.Round)
    view.outlines.forEach { drawPath(it.path(scale, close = true), c.sunken) }
    view.small(areas).flatMap { shape -> shape.outlines.map { it to (shape.area in chosen) } }.forEach { (outline, on) ->
        val path = outline.path(scale, close = true)
        drawPath(path, if (on) c.jade else c.jadeSoft)
        drawPath(path, c.jadeMid, style = edge)
    }
    view.outlines.forEach { drawPath(it.path(scale, close = true), c.outline, style = edge) }
    view.channels.forEach { drawPath(it.line.path(scale, close = false), c.jade, style = Stroke(2.dp.toPx(), cap = StrokeCap.Round, join = StrokeJoin.Round)) }
    view.points.forEach {
        val at = Offset(it.at.x.toFloat(), it.at.y.toFloat()) * scale
        drawCircle(c.paper, 5.5.dp.toPx(), at)
        drawCircle(c.ember, 4.dp.toPx(), at)
    }
}

// The smallest last, so that it lies on top and is the one that is meant; what is nearly all of the body is left to the list, unless
// the view shows nothing else, as it does of the sole.
private fun BodyView.small(areas: Set<AreaId>): List<BodyShape> {
    val body = outlines.sumOf { it.size }
    val sizes = this.areas.filter { it.area in areas }.associateWith { shape -> shape.outlines.sumOf { it.size } }
    val parts = if (sizes.size > 1) sizes.filterValues { it < body * MOST_OF_IT } else sizes
    return parts.toList().sortedByDescending { it.second }.map { it.first }
}

/** How much it holds, in squares of the map. */
private val MapLine.size: Double
    get() = abs(points.indices.sumOf { i ->
        val (one, other) = points[i] to points[(i + 1) % points.size]
        one.x.toDouble() * other.y.toDouble() - other.x.toDouble() * one.y.toDouble()
    }) / 2

private const val MOST_OF_IT = 0.6

private fun MapLine.path(scale: Float, close: Boolean) = Path().apply {
    points.forEachIndexed { i, p -> if (i == 0) moveTo(p.x.toFloat() * scale, p.y.toFloat() * scale) else lineTo(p.x.toFloat() * scale, p.y.toFloat() * scale) }
    if (close) close()
}

private fun MapPoint.apart(other: MapPoint): Float {
    val across = x.toFloat() - other.x.toFloat()
    val down = y.toFloat() - other.y.toFloat()
    return across * across + down * down
}

/** Whether a point lies inside: a line from it to the right crosses the outline an odd number of times. */
internal fun MapLine.holds(at: MapPoint): Boolean {
    var inside = false
    val (x, y) = at.x.toFloat() to at.y.toFloat()
    points.forEachIndexed { i, one ->
        val other = points[(i + points.lastIndex) % points.size]
        val (y1, y2) = one.y.toFloat() to other.y.toFloat()
        if ((y1 > y) != (y2 > y) && x < (other.x.toFloat() - one.x.toFloat()) * (y - y1) / (y2 - y1) + one.x.toFloat()) inside = !inside
    }
    return inside
}

private const val TALL = 1000f
private val REACH = 14.dp
