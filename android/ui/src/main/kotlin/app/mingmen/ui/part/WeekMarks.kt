package app.mingmen.ui.part

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import app.mingmen.core.DayState
import app.mingmen.core.DaySummary
import app.mingmen.core.WeekSummary
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.fitting
import app.mingmen.ui.words.short
import app.mingmen.ui.words.weekday
import app.mingmen.ui.words.words

/** The week as seven marks; a screen reader hears it, and very large text reads it, as one sentence from the core. */
@Composable
fun WeekMarks(week: WeekSummary, modifier: Modifier = Modifier) {
    if (Theme.largeText) {
        Text(week.spoken, modifier, style = Theme.type.support, color = Theme.colours.inkSoft)
        return
    }
    Row(modifier.fillMaxWidth().clearAndSetSemantics { contentDescription = week.spoken }) {
        week.days.forEach { DayMark(it, Modifier.weight(1f)) }
    }
}

@Composable
private fun DayMark(day: DaySummary, modifier: Modifier) {
    val c = Theme.colours
    Column(modifier, verticalArrangement = Arrangement.spacedBy(5.dp), horizontalAlignment = Alignment.CenterHorizontally) {
        val name = words.short(day.date.weekday)
        Text(
            name,
            style = Theme.type.tab.copy(fontWeight = if (day.isToday) FontWeight.SemiBold else FontWeight.Medium).fitting(name, LETTERS),
            color = if (day.isToday) c.ink else c.inkSoft,
            softWrap = false,
        )
        Mark(day.state)
    }
}

/** How a day stands, by shape: a tick, a ring with its heart, a ring, a dash, two bars. */
@Composable
internal fun Mark(state: DayState, size: Dp = 32.dp) {
    val c = Theme.colours
    val whole = Modifier.size(size)
    when (state) {
        DayState.DONE -> Box(whole.background(c.jade, CircleShape), Alignment.Center) { Icon(Glyphs.boldCheck, size = size * 9 / 16, colour = c.onJade) }
        DayState.DUE -> Box(whole.border(2.5.dp, c.ember, CircleShape), Alignment.Center) { Box(Modifier.size(size * 3 / 8).background(c.ember, CircleShape)) }
        DayState.PLANNED -> Box(whole.border(2.dp, c.outline, CircleShape))
        DayState.REST -> Box(whole, Alignment.Center) { Bar(10.dp, 3.dp) }
        DayState.PAUSED -> Row(whole, Arrangement.spacedBy(4.dp, Alignment.CenterHorizontally), Alignment.CenterVertically) { repeat(2) { Bar(3.dp, 12.dp) } }
    }
}

@Composable
private fun Bar(width: Dp, height: Dp) = Box(Modifier.size(width, height).background(Theme.colours.outline, RoundedCornerShape(2.dp)))

/** So many letters fit into a seventh of a small phone. */
internal const val LETTERS = 4
