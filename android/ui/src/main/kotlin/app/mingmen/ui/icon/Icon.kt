package app.mingmen.ui.icon

import androidx.compose.foundation.layout.size
import androidx.compose.material3.LocalContentColor
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.scale
import androidx.compose.ui.graphics.vector.PathParser
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import androidx.compose.foundation.layout.Box

private const val GRID = 24f
private const val LARGEST = 34f

/** Draws [glyph]. It grows with the text up to 34; [spoken] is only for one that stands without words. */
@Composable
fun Icon(glyph: Glyph, modifier: Modifier = Modifier, size: Dp = 24.dp, colour: Color = LocalContentColor.current, spoken: String? = null) {
    val line = remember(glyph) { parsed(glyph.line) }
    val fill = remember(glyph) { parsed(glyph.fill) }
    val mirrored = glyph.mirrors && LocalLayoutDirection.current == LayoutDirection.Rtl
    val named = if (spoken == null) modifier else modifier.semantics { contentDescription = spoken }
    Box(
        named.size(grown(size)).drawBehind {
            scale(if (mirrored) -this.size.width / GRID else this.size.width / GRID, this.size.height / GRID, pivot(mirrored)) {
                drawPath(fill, colour)
                drawPath(line, colour, style = Stroke(glyph.width, cap = StrokeCap.Round, join = StrokeJoin.Round))
            }
        },
    )
}

/** The size of an icon beside text of this scale. */
@Composable
private fun grown(size: Dp): Dp {
    val scale = LocalDensity.current.fontScale
    if (scale <= 1f || size.value >= LARGEST) return size
    return (size.value * scale).coerceAtMost(LARGEST * size.value.coerceAtLeast(GRID) / GRID).dp
}

// Scaling about this point puts the grid's corner into the corner of the icon, mirrored or not.
private fun DrawScope.pivot(mirrored: Boolean): Offset {
    if (!mirrored) return Offset.Zero
    val factor = -size.width / GRID
    return Offset(size.width / (1 - factor), 0f)
}

private fun parsed(data: String): Path = if (data.isEmpty()) Path() else PathParser().parsePathString(data).toPath()
