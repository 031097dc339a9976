package app.mingmen.ui.part

import androidx.compose.animation.core.Animatable
import androidx.compose.animation.core.tween
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.progressBarRangeInfo
import androidx.compose.ui.semantics.ProgressBarRangeInfo
import androidx.compose.ui.unit.dp
import app.mingmen.ui.figure.brushRing
import app.mingmen.ui.theme.Ease
import app.mingmen.ui.theme.Motion
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** Sessions done of sessions due as a brush stroke on a full track. It settles once when it comes up. */
@Composable
fun GoalRing(done: Int, due: Int, modifier: Modifier = Modifier) {
    val share = if (due == 0) (if (done > 0) 1f else 0f) else (done.toFloat() / due).coerceAtMost(1f)
    val reduced = Theme.look.reducedMotion
    val drawn = remember { Animatable(if (reduced) share else 0f) }
    LaunchedEffect(share) { if (reduced) drawn.snapTo(share) else drawn.animateTo(share, tween(Motion.settleMs, easing = Ease.calm)) }
    val c = Theme.colours
    val size = if (Theme.largeText) 168.dp else 116.dp
    val spoken = words.format(Label.RING_SPOKEN, done, due)
    Box(
        modifier.size(size).clearAndSetSemantics { contentDescription = spoken }.drawBehind {
            val unit = this.size.width / 120f
            val centre = Offset(this.size.width / 2, this.size.height / 2)
            drawCircle(c.sunken, 50 * unit, centre, style = Stroke(9 * unit))
            if (drawn.value > 0f) drawPath(brushRing(centre, 50 * unit, 12 * unit, drawn.value, start = -90f, gap = 8f, thin = 0.5f), c.jade)
        },
        contentAlignment = Alignment.Center,
    ) {
        Column(horizontalAlignment = Alignment.CenterHorizontally) {
            Text("$done", style = Theme.type.cue)
            Text(words.format(Label.OF_COUNT, due), style = Theme.type.support, color = c.inkSoft)
        }
    }
}

/** The movements of a practice as bars, each as wide as its share of the time; [position] is where the practice stands. */
@Composable
fun SegmentsBar(ends: List<Int>, position: () -> Int, spoken: String, modifier: Modifier = Modifier) {
    val c = Theme.colours
    val length = ends.lastOrNull() ?: 0
    Row(
        modifier.fillMaxWidth().clearAndSetSemantics {
            contentDescription = spoken
            progressBarRangeInfo = ProgressBarRangeInfo(position().toFloat(), 0f..length.coerceAtLeast(1).toFloat())
        },
        horizontalArrangement = Arrangement.spacedBy(5.dp),
    ) {
        ends.forEachIndexed { i, end ->
            val start = if (i == 0) 0 else ends[i - 1]
            val share = ((position() - start).toFloat() / (end - start).coerceAtLeast(1)).coerceIn(0f, 1f)
            Box(Modifier.weight((end - start).coerceAtLeast(1).toFloat()).height(8.dp).clip(BAR).background(c.track)) {
                Box(Modifier.fillMaxWidth(share).fillMaxHeight().clip(BAR).background(c.jade))
            }
        }
    }
}

private val BAR = RoundedCornerShape(4.dp)
