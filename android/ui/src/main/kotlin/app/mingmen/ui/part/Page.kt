package app.mingmen.ui.part

import androidx.compose.foundation.ScrollState
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.layout.Layout
import androidx.compose.ui.layout.MultiContentMeasurePolicy
import androidx.compose.ui.layout.layout
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextMeasurer
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import app.mingmen.ui.icon.Glyph
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.theme.LocalPageWidth
import app.mingmen.ui.theme.Space
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words
import kotlin.math.ceil

/**
 * A page that is as tall as the window and scrolls as a whole once it is taller.
 *
 * What follows a [Filler] sits at the bottom as long as there is room: it is never pinned, so that with large text all
 * that is asked has been on the screen before it can be answered. [fixed] stays above what scrolls, and [foot] below it:
 * for what is read at leisure and answers nothing. [stage] is above what scrolls and scrolls with it; in a wide window it
 * stays beside it. Behind the device's own bar the page is [over], the colour of what it begins with, until that has been
 * scrolled away; where [overStays], what is [fixed] has that colour, and it stays.
 */
@Composable
fun Page(
    modifier: Modifier = Modifier,
    back: Color = Theme.colours.paper,
    over: Color = back,
    overStays: Boolean = false,
    top: @Composable () -> Unit = {},
    bottom: @Composable () -> Unit = {},
    bleed: @Composable () -> Unit = {},
    stage: (@Composable () -> Unit)? = null,
    fixed: @Composable () -> Unit = {},
    foot: (@Composable () -> Unit)? = null,
    content: @Composable ColumnScope.() -> Unit,
) {
    val scroll = rememberScrollState()
    val bar = Theme.look.insets.calculateTopPadding()
    val begins = Modifier.drawBehind {
        val beside = stage != null && size.width >= TWO_PANES.toPx()
        if (beside || overStays || scroll.value < BEGINNING.toPx()) drawRect(over, size = Size(size.width * if (beside) STAGE_SHARE else 1f, bar.toPx()))
    }
    Column(modifier.fillMaxSize().background(back).then(begins).padding(Theme.look.insets)) {
        BoxWithConstraints(Modifier.weight(1f).fillMaxWidth()) {
            val whole = maxWidth
            val aside = whole * if (stage != null && whole >= TWO_PANES) STAGE_SHARE else 0f
            Row {
                if (stage != null && aside > 0.dp) Aside(aside, over, stage)
                CompositionLocalProvider(LocalPageWidth provides whole - aside) {
                    Column(Modifier.weight(1f)) {
                        fixed()
                        Scrolling(Modifier.weight(1f), scroll, { top(); bleed(); if (aside == 0.dp) stage?.invoke() }, content)
                        if (foot != null) Foot(foot)
                    }
                }
            }
        }
        bottom()
    }
}

@Composable
private fun Aside(width: Dp, back: Color, content: @Composable () -> Unit) {
    CompositionLocalProvider(LocalPageWidth provides width) {
        Box(Modifier.width(width).fillMaxHeight().background(back).verticalScroll(rememberScrollState())) { content() }
    }
}

private val TWO_PANES = 700.dp
private const val STAGE_SHARE = 0.42f

@Composable
private fun Scrolling(modifier: Modifier, scroll: ScrollState, head: @Composable () -> Unit, content: @Composable ColumnScope.() -> Unit) {
    BoxWithConstraints(modifier.fillMaxWidth()) {
        Layout(
            contents = listOf(
                { Column(Modifier.fillMaxWidth()) { head() } },
                { Column(Modifier.widthIn(max = Space.maxContentWidth.dp).fillMaxWidth().padding(horizontal = Theme.margin), content = content) },
            ),
            modifier = Modifier.fillMaxSize().verticalScroll(scroll),
            measurePolicy = atLeast(maxHeight),
        )
    }
}

private val BEGINNING = 160.dp

@Composable
private fun Foot(content: @Composable () -> Unit) = Column(Modifier.fillMaxWidth(), horizontalAlignment = Alignment.CenterHorizontally) {
    Hairline()
    Box(Modifier.widthIn(max = Space.maxContentWidth.dp).fillMaxWidth().padding(horizontal = Theme.margin, vertical = 12.dp)) { content() }
}

// The head as tall as it is, and what follows at least as tall as the window leaves it: so its fillers have room to fill.
private fun atLeast(tall: Dp) = MultiContentMeasurePolicy { (head, body), constraints ->
    val loose = constraints.copy(minHeight = 0, minWidth = 0)
    val above = head.map { it.measure(loose) }
    val taken = above.sumOf { it.height }
    val rest = (tall.roundToPx() - taken).coerceAtLeast(0)
    val below = body.map { it.measure(loose.copy(minHeight = rest)) }
    layout(constraints.maxWidth, taken + below.sumOf { it.height }) {
        above.forEach { it.place(0, 0) }
        below.forEach { it.place((constraints.maxWidth - it.width) / 2, taken) }
    }
}

/** Takes the room that is left, and at least [least]. */
@Composable
fun ColumnScope.Filler(least: Int = 16) {
    Spacer(Modifier.size(least.dp))
    Spacer(Modifier.weight(1f))
}

@Composable
fun Gap(dp: Int) = Spacer(Modifier.size(dp.dp))

/** The bar of a page: a way back, and a title or where one is. */
@Composable
fun TopBar(onBack: (() -> Unit)?, title: String = "", quiet: Boolean = false, glyph: Glyph = Glyphs.back, spokenBack: String = words[Label.BACK]) {
    Row(Modifier.fillMaxWidth().heightIn(min = 56.dp).padding(horizontal = 8.dp), verticalAlignment = Alignment.CenterVertically) {
        if (onBack == null) Spacer(Modifier.size(52.dp)) else IconButton(glyph, spokenBack, onPress = onBack)
        if (title.isEmpty()) {
            Spacer(Modifier.weight(1f))
        } else {
            Text(
                title,
                Modifier.weight(1f).semantics { if (!quiet) heading() },
                style = if (quiet) Theme.type.support else Theme.type.heading,
                color = if (quiet) Theme.colours.inkSoft else Theme.colours.ink,
                textAlign = TextAlign.Center,
            )
        }
        Spacer(Modifier.size(52.dp))
    }
}

/** The large serif line of a page. Its lines are about equally long, so that no word stands alone; a long word makes it smaller. */
@Composable
fun Headline(text: String, modifier: Modifier = Modifier, small: Boolean = false) {
    val measurer = rememberTextMeasurer()
    val style = fitting(measurer, text, if (small) Theme.type.title else Theme.type.display)
    Text(text, modifier.semantics { heading() }.layout { measurable, constraints ->
        val placeable = measurable.measure(constraints.copy(maxWidth = balanced(measurer, text, style, constraints.maxWidth)))
        layout(placeable.width, placeable.height) { placeable.place(0, 0) }
    }, style = style)
}

// Text that is so large that its longest word would be broken gets as small as that word needs.
@Composable
private fun fitting(measurer: TextMeasurer, text: String, style: TextStyle): TextStyle {
    if (!Theme.largeText) return style
    val density = LocalDensity.current
    val room = with(density) { (minOf(LocalPageWidth.current, Space.maxContentWidth.dp) - Theme.margin * 2).toPx() }
    return remember(text, style, room, density) {
        val widest = measurer.measure(text, style).multiParagraph.minIntrinsicWidth
        if (widest <= room) style else style.copy(fontSize = with(density) { (style.fontSize.toPx() * room / widest).toSp() })
    }
}

// The narrowest width at which the text needs no more lines than at the full one, and breaks no word.
private fun balanced(measurer: TextMeasurer, text: String, style: TextStyle, full: Int): Int {
    fun measured(width: Int) = measurer.measure(text, style, constraints = Constraints(maxWidth = width))
    fun lines(width: Int) = measured(width).lineCount
    val widest = measured(full)
    val lines = widest.lineCount
    if (lines == 1 || full == Constraints.Infinity) return full
    var narrow = maxOf(full / 2, ceil(widest.multiParagraph.minIntrinsicWidth).toInt())
    var wide = full
    while (wide - narrow > 2) {
        val middle = (narrow + wide) / 2
        if (lines(middle) > lines) narrow = middle else wide = middle
    }
    return wide
}

/** The quiet date above a greeting, and the greeting. */
@Composable
fun Greeting(over: String, heading: String, modifier: Modifier = Modifier, keys: @Composable () -> Unit = {}) {
    Row(modifier.fillMaxWidth().padding(top = 2.dp, bottom = 10.dp), verticalAlignment = Alignment.CenterVertically) {
        Column(Modifier.weight(1f), verticalArrangement = Arrangement.Center) {
            if (over.isNotEmpty()) Text(over, style = Theme.type.supportMedium, color = Theme.colours.inkSoft)
            Headline(heading)
        }
        Box { Row { keys() } }
    }
}
