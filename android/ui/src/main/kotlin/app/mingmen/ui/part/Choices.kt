package app.mingmen.ui.part

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch

/** A checkbox that is the whole row, with a line of [support] in it; [aside] stands at its end and [below] under it, both outside the touch of the row. */
@Composable
fun CheckRow(
    text: String,
    on: Boolean,
    onTick: (Boolean) -> Unit,
    support: String = "",
    aside: @Composable () -> Unit = {},
    below: @Composable ColumnScope.() -> Unit = {},
) {
    val large = Theme.largeText
    Column(Modifier.fillMaxWidth()) {
        Row(verticalAlignment = if (large) Alignment.Top else Alignment.CenterVertically) {
            Row(
                Modifier.weight(1f).heightIn(min = Touch.key.dp).tick(on, onTick = onTick)
                    .padding(start = 16.dp, top = 9.dp, bottom = 9.dp, end = if (large) 4.dp else 12.dp),
                horizontalArrangement = Arrangement.spacedBy(14.dp),
                verticalAlignment = if (large) Alignment.Top else Alignment.CenterVertically,
            ) {
                Box(Modifier.padding(top = if (large) 5.dp else 0.dp)) { CheckMark(on) }
                Column(Modifier.weight(1f)) {
                    Text(text, style = if (on) Theme.type.bodyStrong else Theme.type.bodyMedium)
                    if (support.isNotEmpty()) Text(support, style = Theme.type.support, color = Theme.colours.inkSoft)
                }
            }
            aside()
        }
        below()
    }
}

@Composable
private fun CheckMark(on: Boolean) {
    val c = Theme.colours
    val size = if (Theme.largeText) 34.dp else 28.dp
    val shape = RoundedCornerShape(8.dp)
    val look = if (on) Modifier.background(c.jade, shape) else Modifier.border(2.dp, c.outline, shape)
    Box(Modifier.size(size).then(look), contentAlignment = Alignment.Center) {
        if (on) Icon(Glyphs.boldCheck, size = 20.dp, colour = c.onJade)
    }
}

/** One of a few lines of which one holds. */
@Composable
fun RadioRow(title: String, detail: String, chosen: Boolean, onChoose: () -> Unit) {
    val c = Theme.colours
    Row(
        Modifier.fillMaxWidth().heightIn(min = 56.dp).choose(chosen, onChoose).padding(horizontal = 16.dp, vertical = 5.dp),
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = if (Theme.largeText) Alignment.Top else Alignment.CenterVertically,
    ) {
        Box(Modifier.padding(top = if (Theme.largeText) 7.dp else 0.dp).size(26.dp).border(2.dp, if (chosen) c.jade else c.outline, CircleShape), contentAlignment = Alignment.Center) {
            if (chosen) Box(Modifier.size(14.dp).background(c.jade, CircleShape))
        }
        Column(Modifier.weight(1f)) {
            Text(title, style = if (chosen) Theme.type.bodyStrong else Theme.type.bodyMedium)
            Text(detail, style = Theme.type.support, color = c.inkSoft)
        }
    }
}

/** A chip that is on or off. Chips wrap; with very large text each has a line of its own. */
@Composable
fun Chip(text: String, on: Boolean, modifier: Modifier = Modifier, radio: Boolean = false, onTick: (Boolean) -> Unit) {
    val c = Theme.colours
    val edge = if (on) c.jade else c.outline
    val wide = if (Theme.largeText) modifier.fillMaxWidth() else modifier
    val touch = if (radio) Modifier.choose(on) { onTick(true) } else Modifier.tick(on, Role.Checkbox, onTick)
    Row(
        wide.heightIn(min = Touch.min.dp).clip(Shapes.chip).background(if (on) c.jadeSoft else c.paper.copy(alpha = 0f))
            .border(1.5.dp, edge, Shapes.chip).then(touch).padding(horizontal = 16.dp, vertical = 8.dp),
        horizontalArrangement = Arrangement.spacedBy(8.dp, Alignment.CenterHorizontally),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (on) Icon(Glyphs.check, size = 18.dp, colour = c.onJadeSoft)
        Text(text, style = if (on) Theme.type.factStrong else Theme.type.fact, color = if (on) c.onJadeSoft else c.ink, textAlign = TextAlign.Center)
    }
}

/** Chips beside each other as long as they fit. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun Chips(modifier: Modifier = Modifier, content: @Composable () -> Unit) {
    FlowRow(
        modifier.fillMaxWidth(),
        horizontalArrangement = Arrangement.spacedBy(8.dp),
        verticalArrangement = Arrangement.spacedBy(8.dp),
    ) { content() }
}

/** A group of which one holds: chips under their title. */
@Composable
fun <T> OneOf(title: String, all: List<T>, name: @Composable (T) -> String, chosen: T?, onChoose: (T) -> Unit) {
    Gap(20)
    GroupLabel(title)
    Chips(Modifier.selectableGroup()) { all.forEach { one -> Chip(name(one), one == chosen, radio = true) { onChoose(one) } } }
}

/** Keys in rows of [columns], all of one width, the last row left as it is. */
@Composable
fun <T> KeyGrid(keys: List<T>, columns: Int, gap: Int, modifier: Modifier = Modifier, key: @Composable (T) -> Unit) {
    Column(modifier.fillMaxWidth().selectableGroup(), verticalArrangement = Arrangement.spacedBy(gap.dp)) {
        keys.chunked(columns).forEach { row ->
            Row(horizontalArrangement = Arrangement.spacedBy(gap.dp), verticalAlignment = Alignment.CenterVertically) {
                row.forEach { Box(Modifier.weight(1f)) { key(it) } }
                repeat(columns - row.size) { Box(Modifier.weight(1f)) }
            }
        }
    }
}
