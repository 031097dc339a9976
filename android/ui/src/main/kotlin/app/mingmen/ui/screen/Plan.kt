package app.mingmen.ui.screen

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
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import app.mingmen.core.PhaseOverview
import app.mingmen.core.PlanOverview
import app.mingmen.core.PlanWeek
import app.mingmen.core.Posture
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureStill
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Greeting
import app.mingmen.ui.part.KeyGrid
import app.mingmen.ui.part.NoticeRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** The plan: what holds now, and all its weeks. Before enrolment it is the way to one. */
@Composable
fun PlanTab(
    plan: PlanOverview?,
    onChange: () -> Unit,
    onStay: (PlanWeek) -> Unit,
    onSetUp: () -> Unit,
    onFigure: () -> Unit,
    onMonth: () -> Unit,
    tabs: @Composable () -> Unit,
) = Page(bottom = tabs) {
    if (plan == null) {
        Greeting("", words[Label.YOUR_WEEKS])
        Empty(onSetUp)
        Gap(14)
        ToFigure(onFigure)
        Gap(14)
        return@Page
    }
    Greeting(plan.span, plan.title)
    Now(plan, onChange, onStay)
    plan.phases.forEachIndexed { i, phase ->
        Gap(16)
        Phase(phase, plan.weeks.filter { it.phase.toInt() == i })
    }
    Gap(14)
    Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
        Icon(Glyphs.leaf, size = 20.dp, colour = Theme.colours.inkSoft)
        Text(plan.note, style = Theme.type.support, color = Theme.colours.inkSoft)
    }
    Gap(14)
    NoticeRow(Glyphs.calendar, words[Label.CALENDAR], support = words[Label.CALENDAR_MORE], iconColour = Theme.colours.jade, onPress = onMonth)
    Gap(12)
    ToFigure(onFigure)
    Gap(14)
}

@Composable
private fun ToFigure(onPress: () -> Unit) =
    NoticeRow(Glyphs.body, words[Label.THE_FIGURE], support = words[Label.THE_FIGURE_MORE], iconColour = Theme.colours.jade, onPress = onPress)

@Composable
private fun Empty(onSetUp: () -> Unit) = Card(shape = Shapes.hero) {
    val c = Theme.colours
    Box(Modifier.fillMaxWidth().height(188.dp).background(c.stage)) {
        FigureStill(WELCOME_MOTION, Posture.SEATED, Backdrop.Disc, c.stage, Modifier.fillMaxSize().padding(top = 8.dp))
    }
    Column(Modifier.padding(18.dp)) {
        Text(words[Label.PLAN_EMPTY], style = Theme.type.title)
        Gap(14)
        BigButton(words[Label.SET_UP], onPress = onSetUp)
    }
}

@Composable
private fun Now(plan: PlanOverview, onChange: () -> Unit, onStay: (PlanWeek) -> Unit) = Card(shape = Shapes.hero) {
    val c = Theme.colours
    Column(Modifier.padding(16.dp)) {
        Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
            Box(Modifier.size(11.dp).background(c.ember, CircleShape))
            Text(plan.now, style = Theme.type.supportMedium, color = c.inkSoft)
        }
        Gap(2)
        Text(plan.nowFacts, style = Theme.type.title)
        Gap(2)
        Text(plan.nowTimes, style = Theme.type.fact, color = c.inkSoft)
        val week = plan.weeks.firstOrNull { it.isNow } ?: return@Column
        Gap(14)
        val style = Theme.type.factStrong
        val stay = words.format(Label.STAY_IN_WEEK, week.week.toInt())
        if (Theme.largeText) {
            BigButton(words[Label.CHANGE], tone = Tone.TONAL, height = 52.dp, style = style, onPress = onChange)
            Gap(8)
            BigButton(stay, tone = Tone.OUTLINE, height = 52.dp, style = style) { onStay(week) }
            return@Column
        }
        Row(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
            BigButton(words[Label.CHANGE], Modifier.weight(1f), Tone.TONAL, height = 52.dp, style = style, onPress = onChange)
            BigButton(stay, Modifier.weight(1.3f), Tone.OUTLINE, height = 52.dp, style = style) { onStay(week) }
        }
    }
}

@Composable
private fun Phase(phase: PhaseOverview, weeks: List<PlanWeek>) {
    val c = Theme.colours
    val minutes = words.format(Label.MINUTES_SHORT, phase.minutes.toInt())
    if (Theme.largeText) {
        Text(phase.title, style = Theme.type.heading)
        Text(minutes, style = Theme.type.support, color = c.inkSoft)
    } else {
        Row(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
            Text(phase.title, Modifier.weight(1f).alignByBaseline(), style = Theme.type.heading)
            Text(minutes, Modifier.alignByBaseline(), style = Theme.type.support, color = c.inkSoft)
        }
    }
    Text(phase.focus, style = Theme.type.support, color = c.inkSoft)
    Gap(8)
    KeyGrid(weeks, if (Theme.largeText) 2 else 4, 8) { WeekCell(it, begun = it.isNow || it.sessionsDone > 0u || weeks.isBefore(it)) }
}

// A week counts as begun when the one that is now comes after it.
private fun List<PlanWeek>.isBefore(week: PlanWeek) = dropWhile { it !== week }.drop(1).any { it.isNow || it.sessionsDone > 0u }

@Composable
private fun WeekCell(week: PlanWeek, begun: Boolean) {
    val c = Theme.colours
    val edge = if (week.isNow) Modifier.border(2.5.dp, c.ember, Shapes.key) else Modifier.border(1.dp, c.line, Shapes.key)
    val spoken = words.format(Label.WEEK_SPOKEN, week.week.toInt(), week.sessionsDone.toInt(), week.sessionsDue.toInt())
    Column(
        Modifier.fillMaxWidth().heightIn(min = 66.dp).clip(Shapes.key).background(if (begun) c.raised else c.paper).then(edge)
            .padding(6.dp).clearAndSetSemantics { contentDescription = spoken },
        verticalArrangement = Arrangement.spacedBy(6.dp, Alignment.CenterVertically),
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        val weight = if (week.isNow) FontWeight.SemiBold else FontWeight.Medium
        Text("${week.week}", style = Theme.type.week.copy(fontWeight = weight), color = if (begun) c.ink else c.inkSoft)
        if (begun) Dots(week)
    }
}

@Composable
private fun Dots(week: PlanWeek) {
    val c = Theme.colours
    Row(horizontalArrangement = Arrangement.spacedBy(4.dp)) {
        repeat(week.sessionsDue.toInt()) { i ->
            val look = if (i < week.sessionsDone.toInt()) Modifier.background(c.jade, CircleShape) else Modifier.border(1.5.dp, c.outline, CircleShape)
            Box(Modifier.size(9.dp).then(look))
        }
    }
}
