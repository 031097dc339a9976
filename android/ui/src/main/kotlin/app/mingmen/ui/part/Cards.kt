package app.mingmen.ui.part

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Shape
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import app.mingmen.ui.icon.Glyph
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch

/** A raised area with a hairline round it. Depth is tone, never shadow. */
@Composable
fun Card(modifier: Modifier = Modifier, shape: Shape = Shapes.card, content: @Composable ColumnScope.() -> Unit) {
    val c = Theme.colours
    Column(modifier.fillMaxWidth().clip(shape).background(c.raised).border(1.dp, c.line, shape), content = content)
}

/** The hairline between rows of a card. */
@Composable
fun Hairline() = Box(Modifier.fillMaxWidth().height(1.dp).background(Theme.colours.line))

/** What a [NoticeRow] or [Notice] is about. */
enum class Mood { PLAIN, GENTLE, DOCTOR }

private class Tint(val back: Color, val words: Color, val support: Color, val icon: Color)

@Composable
private fun tint(mood: Mood): Tint {
    val c = Theme.colours
    return when (mood) {
        Mood.PLAIN -> Tint(c.raised, c.ink, c.inkSoft, c.inkSoft)
        Mood.GENTLE -> Tint(c.emberSoft, c.onEmberSoft, c.onEmberSoft, c.ember)
        Mood.DOCTOR -> Tint(c.earthSoft, c.onEarthSoft, c.onEarthSoft, c.earth)
    }
}

/** A whole card that is one button: an icon, a title, a line under it. */
@Composable
fun NoticeRow(
    glyph: Glyph,
    title: String,
    modifier: Modifier = Modifier,
    support: String = "",
    mood: Mood = Mood.PLAIN,
    height: Dp = 72.dp,
    iconColour: Color? = null,
    onPress: () -> Unit,
) {
    val t = tint(mood)
    val edge = if (mood == Mood.PLAIN) Modifier.border(1.dp, Theme.colours.line, Shapes.card) else Modifier
    Box(modifier.fillMaxWidth().clip(Shapes.card).background(t.back).then(edge).press(onPress = onPress)) {
        IconRow(glyph, iconColour ?: t.icon, height, chevron = t.support) {
            Text(title, style = Theme.type.bodyStrong, color = t.words)
            if (support.isNotEmpty()) Text(support, style = Theme.type.support, color = t.support)
        }
    }
}

/** A coloured note that is only read. */
@Composable
fun Notice(text: String, modifier: Modifier = Modifier, glyph: Glyph = Glyphs.leaf, mood: Mood = Mood.GENTLE, style: TextStyle = Theme.type.fact) {
    val t = tint(mood)
    Row(
        modifier.fillMaxWidth().clip(Shapes.card).background(t.back).padding(horizontal = 16.dp, vertical = 14.dp),
        horizontalArrangement = Arrangement.spacedBy(12.dp),
    ) {
        Icon(glyph, colour = t.icon)
        Text(text, style = style, color = t.words)
    }
}

/** An icon before words, a chevron after them. With very large text the icon stands above, and the words get the whole width. */
@Composable
fun IconRow(
    glyph: Glyph,
    iconColour: Color,
    height: Dp = Touch.row.dp,
    modifier: Modifier = Modifier,
    chevron: Color? = null,
    iconSize: Dp = 26.dp,
    words: @Composable ColumnScope.() -> Unit,
) {
    val frame = modifier.fillMaxWidth().heightIn(min = height).padding(horizontal = 16.dp, vertical = 12.dp)
    if (Theme.largeText) {
        Column(frame, verticalArrangement = Arrangement.spacedBy(6.dp)) {
            Icon(glyph, size = iconSize, colour = iconColour)
            words()
        }
        return
    }
    Row(frame, horizontalArrangement = Arrangement.spacedBy(14.dp), verticalAlignment = Alignment.CenterVertically) {
        Icon(glyph, size = iconSize, colour = iconColour)
        Column(Modifier.weight(1f), content = words)
        if (chevron != null) Icon(Glyphs.forward, size = 20.dp, colour = chevron)
    }
}

/** The quiet heading of a group. */
@Composable
fun GroupLabel(text: String, modifier: Modifier = Modifier, more: String = "") {
    Row(modifier.padding(bottom = 8.dp).semantics(mergeDescendants = true) { heading() }) {
        Text(text, style = if (Theme.largeText) Theme.type.heading else Theme.type.supportStrong, color = if (Theme.largeText) Theme.colours.ink else Theme.colours.inkSoft)
        if (more.isNotEmpty() && !Theme.largeText) Text(" · $more", style = Theme.type.support, color = Theme.colours.inkSoft)
    }
}
