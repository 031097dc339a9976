package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.layout.layout
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.core.DayState
import app.mingmen.core.MonthDay
import app.mingmen.core.MonthPage
import app.mingmen.core.MonthSession
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.KeyGrid
import app.mingmen.ui.part.LETTERS
import app.mingmen.ui.part.Mark
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.SignKey
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.choose
import app.mingmen.ui.part.comesIntoSight
import app.mingmen.ui.state.CalendarRemark
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.LocalPageWidth
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch
import app.mingmen.ui.theme.fitting
import app.mingmen.ui.theme.tabular
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.words
import java.time.LocalDate

/** A month, day by day: what was done, what is planned, what rests. A day that is pressed is told of below. */
@Composable
internal fun Month(state: MingmenAppState, place: Place.AtMonth) = Page(top = { TopBar({ state.back() }, words[Label.CALENDAR]) }) {
    Turning(place.page.title, { state.month.turn(place, -1) }) { state.month.turn(place, 1) }
    Gap(12)
    // Seven days beside each other need room for seven fingers; without it the days stand below each other.
    if (Theme.largeText || LocalPageWidth.current < WEEK) {
        DayList(place.page)
    } else {
        Grid(place) { state.month.choose(place, it) }
        Gap(14)
        Legend(place.page)
        Gap(14)
        val day = place.page.days.firstOrNull { it.date == place.chosen }
        if (day == null) {
            Text(words[Label.PRESS_A_DAY], style = Theme.type.support, color = Theme.colours.inkSoft)
        } else {
            Card(Modifier.semantics { liveRegion = LiveRegionMode.Polite }) { Told(day) }
        }
    }
    if (state.device.share != null) HandOver(place.remark) { state.month.handOver(place) }
    Gap(30)
}

/** The way into the person's own calendar app, and what there is to say of it. */
@Composable
private fun HandOver(remark: CalendarRemark?, onPress: () -> Unit) {
    Gap(20)
    BigButton(words[Label.ADD_TO_CALENDAR], tone = Tone.TONAL, glyph = Glyphs.calendar, onPress = onPress)
    val (text, glyph) = when (remark) {
        null -> return
        is CalendarRemark.Says -> remark.words to Glyphs.calendar
        CalendarRemark.NotWritten -> words[Label.CALENDAR_NOT_WRITTEN] to Glyphs.attention
    }
    Gap(10)
    Notice(text, Modifier.comesIntoSight(remark).semantics { liveRegion = LiveRegionMode.Polite }, glyph)
}

@Composable
private fun Turning(title: String, onEarlier: () -> Unit, onLater: () -> Unit) {
    Row(verticalAlignment = Alignment.CenterVertically) {
        SignKey(Glyphs.back, words[Label.EARLIER_MONTH], onPress = onEarlier)
        Text(
            title,
            Modifier.weight(1f).semantics {
                heading()
                liveRegion = LiveRegionMode.Polite
            },
            style = Theme.type.title,
            textAlign = TextAlign.Center,
        )
        SignKey(Glyphs.forward, words[Label.LATER_MONTH], onPress = onLater)
    }
}

private val DAY = Touch.min.dp
private val WEEK = DAY * 7

@Composable
private fun Grid(place: Place.AtMonth, onChoose: (LocalDate) -> Unit) = Card(Modifier.asWideAsAWeek()) {
    // The names of the days are in what is said of each of them.
    Row(Modifier.padding(top = 10.dp, bottom = 4.dp).clearAndSetSemantics { }) {
        place.page.weekdays.forEach {
            Text(it, Modifier.weight(1f), color = Theme.colours.inkSoft, style = Theme.type.tab.fitting(it, LETTERS), textAlign = TextAlign.Center, softWrap = false)
        }
    }
    Hairline()
    KeyGrid(place.page.days, DAYS_OF_WEEK, 0) { day -> DayCell(day, day.date == place.chosen) { onChoose(day.date) } }
}

private const val DAYS_OF_WEEK = 7

// A little over the margins where a phone is too narrow for seven fingers within them.
private fun Modifier.asWideAsAWeek() = layout { measurable, constraints ->
    val width = maxOf(constraints.maxWidth, WEEK.roundToPx())
    val placeable = measurable.measure(constraints.copy(minWidth = width, maxWidth = width))
    layout(constraints.maxWidth, placeable.height) { placeable.place((constraints.maxWidth - width) / 2, 0) }
}

@Composable
private fun DayCell(day: MonthDay, chosen: Boolean, onChoose: () -> Unit) {
    val c = Theme.colours
    val edge = when {
        day.isToday -> Modifier.border(2.5.dp, c.ember, Shapes.key)
        chosen -> Modifier.border(2.dp, c.jade, Shapes.key)
        else -> Modifier
    }
    Column(
        Modifier.fillMaxWidth().heightIn(min = Touch.key.dp).clip(Shapes.key).choose(chosen, onChoose).semantics { contentDescription = day.spoken }
            .padding(2.dp).clip(Shapes.key).background(if (chosen) c.jadeSoft else c.raised).then(edge).padding(vertical = 5.dp),
        verticalArrangement = Arrangement.spacedBy(3.dp),
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        val weight = if (day.isToday) FontWeight.SemiBold else FontWeight.Medium
        Text(
            "${day.date.dayOfMonth}",
            Modifier.clearAndSetSemantics { },
            style = (if (day.inMonth) Theme.type.fact.copy(fontWeight = weight) else Theme.type.support).tabular(),
            color = if (chosen) c.onJadeSoft else if (day.inMonth) c.ink else c.inkSoft,
        )
        if (day.inMonth || day.state != DayState.REST) Mark(day.state, MARK)
    }
}

private val MARK = 20.dp

/** What the marks of this month mean, in words; each stands there once. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Legend(page: MonthPage) = FlowRow(
    Modifier.clearAndSetSemantics { },
    horizontalArrangement = Arrangement.spacedBy(16.dp),
    verticalArrangement = Arrangement.spacedBy(6.dp),
) {
    page.days.map { it.state }.distinct().sorted().forEach { state ->
        Row(horizontalArrangement = Arrangement.spacedBy(6.dp), verticalAlignment = Alignment.CenterVertically) {
            Mark(state, MARK)
            Text(words[state.label], style = Theme.type.support, color = Theme.colours.inkSoft)
        }
    }
}

private val DayState.label
    get() = when (this) {
        DayState.DONE -> Label.DONE
        DayState.DUE -> Label.DUE_TODAY
        DayState.PLANNED -> Label.PLANNED
        DayState.REST -> Label.RESTS
        DayState.PAUSED -> Label.PAUSED
    }

/** A day in words: how it stands, the minutes, and each session. */
@Composable
private fun Told(day: MonthDay) = Column(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 14.dp), Arrangement.spacedBy(8.dp)) {
    Column(Modifier.semantics(mergeDescendants = true) { }, Arrangement.spacedBy(4.dp)) {
        Text(day.dateText, style = Theme.type.bodyStrong)
        Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
            Mark(day.state, if (Theme.largeText) 32.dp else MARK)
            Text(words.standing(day), style = Theme.type.support, color = Theme.colours.inkSoft)
        }
    }
    day.sessions.forEach { SessionLine(it) }
}

private fun Labels.standing(day: MonthDay): String =
    listOfNotNull(this[day.state.label], format(Label.MINUTES_PRACTISED, day.minutes.toInt()).takeIf { day.minutes > 0u }).joinToString(" · ")

@Composable
private fun SessionLine(session: MonthSession) {
    val c = Theme.colours
    val minutes = words.format(Label.MINUTES_SHORT, session.minutes.toInt())
    val facts = if (session.isDone) "$minutes · ${words[Label.DONE]}" else minutes
    val line: @Composable () -> Unit = {
        Text(session.timeText, style = Theme.type.factStrong.tabular())
        Column {
            Text(session.title, style = Theme.type.fact)
            Text(facts, style = Theme.type.support, color = c.inkSoft)
        }
    }
    if (Theme.largeText) Column { line() } else Row(horizontalArrangement = Arrangement.spacedBy(14.dp)) { line() }
}

/** The days of the month that have something, below each other. */
@Composable
private fun DayList(page: MonthPage) {
    val days = page.days.filter { it.inMonth && (it.isToday || it.state != DayState.REST || it.minutes > 0u || it.sessions.isNotEmpty()) }
    if (days.isEmpty()) return Text(words[Label.MONTH_EMPTY])
    Card {
        days.forEachIndexed { i, day ->
            if (i > 0) Hairline()
            Told(day)
        }
    }
}
