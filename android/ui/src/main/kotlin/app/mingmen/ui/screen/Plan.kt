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
import app.mingmen.core.BendOption
import app.mingmen.core.PhaseOverview
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
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.state.RunningPlan
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.tabular
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** The plans that run: what holds now, and all their weeks. Before the first enrolment it is the way to one. */
@Composable
internal fun PlanTab(state: MingmenAppState, place: Place.AtPlan, tabs: @Composable () -> Unit) = Page(bottom = tabs) {
    if (place.plans.isEmpty()) {
        Greeting("", words[Label.YOUR_WEEKS])
        Empty(state.plan::setUp)
    }
    place.plans.forEachIndexed { i, plan ->
        if (i > 0) Gap(30)
        OnePlan(state, plan)
    }
    Gap(14)
    if (place.plans.isNotEmpty()) {
        NoticeRow(Glyphs.calendar, words[Label.CALENDAR], support = words[Label.CALENDAR_MORE], iconColour = Theme.colours.jade, onPress = state.month::open)
        Gap(12)
    }
    NoticeRow(Glyphs.plan, words[Label.OTHER_PLANS], support = words[Label.OTHER_PLANS_MORE], iconColour = Theme.colours.jade, onPress = state.plan::choices)
    Gap(12)
    NoticeRow(Glyphs.body, words[Label.THE_FIGURE], support = words[Label.THE_FIGURE_MORE], iconColour = Theme.colours.jade, onPress = state.figure::open)
    Gap(14)
}

@Composable
private fun OnePlan(state: MingmenAppState, running: RunningPlan) {
    val plan = running.overview
    Greeting(plan.span, plan.title)
    Now(running, { state.plan.adjust(plan) }) { state.plan.bend(plan.enrolment, it) }
    plan.phases.forEachIndexed { i, phase ->
        Gap(16)
        Phase(phase, plan.weeks.filter { it.phase.toInt() == i })
    }
    Gap(14)
    Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
        Icon(Glyphs.leaf, size = 20.dp, colour = Theme.colours.inkSoft)
        Text(plan.note, style = Theme.type.support, color = Theme.colours.inkSoft)
    }
}

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
private fun Now(running: RunningPlan, onChange: () -> Unit, onBend: (BendOption) -> Unit) = Card(shape = Shapes.hero) {
    val c = Theme.colours
    val plan = running.overview
    Column(Modifier.padding(16.dp)) {
        Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
            Box(Modifier.size(11.dp).background(c.ember, CircleShape))
            Text(plan.now, style = Theme.type.supportMedium, color = c.inkSoft)
        }
        Gap(2)
        Text(plan.nowFacts, style = Theme.type.title)
        Gap(2)
        Text(plan.nowTimes, style = Theme.type.fact, color = c.inkSoft)
        plan.pausesAhead.forEach { Text(it, style = Theme.type.fact, color = c.inkSoft) }
        if (running.bends.isEmpty()) return@Column
        Gap(14)
        NowKeys(running.atHand, onChange, onBend)
    }
}

@Composable
private fun NowKeys(atHand: BendOption?, onChange: () -> Unit, onBend: (BendOption) -> Unit) {
    val style = Theme.type.factStrong
    val change: @Composable (Modifier) -> Unit = { BigButton(words[Label.CHANGE], it, Tone.TONAL, height = 52.dp, style = style, onPress = onChange) }
    if (atHand == null) return change(Modifier)
    val bend: @Composable (Modifier) -> Unit = { BigButton(atHand.title, it, Tone.OUTLINE, height = 52.dp, style = style) { onBend(atHand) } }
    if (Theme.largeText) {
        Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
            change(Modifier)
            bend(Modifier)
        }
        return
    }
    Row(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
        change(Modifier.weight(1f))
        bend(Modifier.weight(1.3f))
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
        if (begun) Done(week)
    }
}

/** A dot for each practice of the week, filled where it is done; the number where they are more than there is room for. */
@Composable
private fun Done(week: PlanWeek) {
    val c = Theme.colours
    val (done, due) = week.sessionsDone.toInt() to week.sessionsDue.toInt()
    if (due > MOST_DOTS) return Text(words.format(Label.PLACE_OF, done, due), style = Theme.type.support.tabular(), color = c.inkSoft)
    Row(horizontalArrangement = Arrangement.spacedBy(4.dp)) {
        repeat(due) { i ->
            val look = if (i < done) Modifier.background(c.jade, CircleShape) else Modifier.border(1.5.dp, c.outline, CircleShape)
            Box(Modifier.size(9.dp).then(look))
        }
    }
}

private const val MOST_DOTS = 5
