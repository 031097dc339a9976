package app.mingmen.ui.screen

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.core.DaySummary
import app.mingmen.core.Posture
import app.mingmen.core.ProgressPage
import app.mingmen.core.WeekSummary
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureStill
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GoalRing
import app.mingmen.ui.part.Greeting
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.IconButton
import app.mingmen.ui.part.IconRow
import app.mingmen.ui.part.LETTERS
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.WeekMarks
import app.mingmen.ui.part.press
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.fitting
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.long
import app.mingmen.ui.words.short
import app.mingmen.ui.words.weekday
import app.mingmen.ui.words.words

/** The week in words first, then as marks, then pain before and after each practice, and what else there is, [below]. */
@Composable
fun ProgressTab(
    page: ProgressPage,
    hasLater: Boolean,
    onEarlier: () -> Unit,
    onLater: () -> Unit,
    onMonth: () -> Unit,
    below: @Composable () -> Unit,
    tabs: @Composable () -> Unit,
) = Page(bottom = tabs) {
    Greeting(page.span, words[Label.YOUR_WEEK]) {
        val off = Theme.colours.outline
        val on = Theme.colours.ink
        IconButton(Glyphs.back, words[Label.EARLIER_WEEK], colour = if (page.hasEarlier) on else off, enabled = page.hasEarlier, onPress = onEarlier)
        IconButton(Glyphs.forward, words[Label.LATER_WEEK], colour = if (hasLater) on else off, enabled = hasLater, onPress = onLater)
    }
    val nothingYet = !page.hasEarlier && page.week.minutesDone.toInt() == 0
    if (nothingYet) Nothing() else Week(page.week, onMonth)
    val noted = page.week.days.filter { it.painBefore != null || it.painAfter != null }
    if (noted.isNotEmpty()) {
        Gap(12)
        Pain(noted)
    }
    below()
    Gap(14)
}

@Composable
private fun Nothing() = Card(shape = Shapes.hero) {
    val c = Theme.colours
    Box(Modifier.fillMaxWidth().height(188.dp).background(c.stage)) {
        FigureStill(WELCOME_MOTION, Posture.SEATED, Backdrop.Disc, c.stage, Modifier.fillMaxSize().padding(top = 8.dp))
    }
    Text(words[Label.FIRST_WEEK_HERE], Modifier.padding(18.dp), style = Theme.type.title)
}

@Composable
private fun Week(week: WeekSummary, onMonth: () -> Unit) = Card(shape = Shapes.hero) {
    Column(Modifier.padding(16.dp)) {
        val words: @Composable () -> Unit = {
            Text(week.heading, style = Theme.type.heading)
            Gap(4)
            Text(week.detail, style = Theme.type.support, color = Theme.colours.inkSoft)
        }
        if (Theme.largeText) {
            GoalRing(week.sessionsDone.toInt(), week.sessionsDue.toInt(), Modifier.align(Alignment.CenterHorizontally))
            Gap(14)
            words()
        } else {
            Row(horizontalArrangement = Arrangement.spacedBy(18.dp), verticalAlignment = Alignment.CenterVertically) {
                GoalRing(week.sessionsDone.toInt(), week.sessionsDue.toInt())
                Column(Modifier.weight(1f)) { words() }
            }
        }
        Gap(14)
        WeekMarks(week)
    }
    Hairline()
    Box(Modifier.press(onPress = onMonth)) {
        IconRow(Glyphs.calendar, Theme.colours.inkSoft, height = 52.dp, chevron = Theme.colours.inkSoft, iconSize = 22.dp) {
            Text(words[Label.WHOLE_MONTH], style = Theme.type.fact)
        }
    }
}

@Composable
private fun Pain(days: List<DaySummary>) = Card {
    Column(Modifier.padding(start = 16.dp, end = 16.dp, top = 14.dp, bottom = 12.dp)) {
        val c = Theme.colours
        Text(words[Label.PAIN_BEFORE_AFTER], style = Theme.type.heading)
        Row(Modifier.padding(top = 2.dp, bottom = 8.dp), Arrangement.spacedBy(16.dp), Alignment.CenterVertically) {
            Key(words[Label.KEY_BEFORE]) { Box(Modifier.size(13.dp).border(3.dp, c.jadeMid, CircleShape)) }
            Key(words[Label.KEY_AFTER]) { Box(Modifier.size(14.dp).background(c.jade, CircleShape)) }
        }
        days.forEach { PainRow(it) }
        if (!Theme.largeText) Scale()
    }
}

@Composable
private fun Key(text: String, mark: @Composable () -> Unit) {
    Row(horizontalArrangement = Arrangement.spacedBy(6.dp), verticalAlignment = Alignment.CenterVertically) {
        mark()
        Text(text, style = Theme.type.support, color = Theme.colours.inkSoft)
    }
}

@Composable
private fun PainRow(day: DaySummary) {
    val none = words[Label.NOT_NOTED]
    val before = day.painBefore?.toString() ?: none
    val after = day.painAfter?.toString() ?: none
    val spoken = words.format(Label.PAIN_SPOKEN, words.long(day.date.weekday), before, after)
    Row(Modifier.fillMaxWidth().heightIn(min = 34.dp).clearAndSetSemantics { contentDescription = spoken }, verticalAlignment = Alignment.CenterVertically) {
        val name = words.short(day.date.weekday)
        Text(name, Modifier.width(if (Theme.largeText) 88.dp else 44.dp), style = Theme.type.supportMedium.fitting(name, LETTERS), softWrap = false)
        Text(words.format(Label.FROM_TO, before, after), if (Theme.largeText) Modifier else Modifier.width(LEGEND - 44.dp), style = Theme.type.supportStrong)
        if (!Theme.largeText) Dumbbell(day, Modifier.weight(1f).height(34.dp))
    }
}

private val LEGEND = 104.dp

/** Where a number from 0 to 10 stands on a width, with room for a dot at both ends. */
private fun at(value: Int, width: Float, rim: Float) = rim + value / 10f * (width - 2 * rim)

@Composable
private fun Dumbbell(day: DaySummary, modifier: Modifier) {
    val c = Theme.colours
    Canvas(modifier) {
        val rim = 10.dp.toPx()
        val middle = size.height / 2
        for (n in 0..10 step 2) at(n, size.width, rim).let { drawLine(c.line, Offset(it, 0f), Offset(it, size.height), 1.dp.toPx()) }
        val before = day.painBefore?.let { Offset(at(it.toInt(), size.width, rim), middle) }
        val after = day.painAfter?.let { Offset(at(it.toInt(), size.width, rim), middle) }
        if (before != null && after != null) drawLine(c.jadeMid, before, after, 3.dp.toPx())
        before?.let {
            drawCircle(c.raised, 8.dp.toPx(), it)
            drawCircle(c.jadeMid, 8.dp.toPx(), it, style = Stroke(3.dp.toPx()))
        }
        // Where nothing changed, the ring of before still shows round the dot of after.
        after?.let { drawCircle(c.jade, if (it == before) 5.dp.toPx() else 9.5.dp.toPx(), it) }
    }
}

@Composable
private fun Scale() {
    Row(Modifier.padding(start = LEGEND).fillMaxWidth(), Arrangement.SpaceBetween) {
        (0..10 step 2).forEach { Text("$it", Modifier.width(20.dp), style = Theme.type.tab, color = Theme.colours.inkSoft, textAlign = TextAlign.Center) }
    }
}
