package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.core.HealthFix
import app.mingmen.core.HealthLine
import app.mingmen.core.HealthState
import app.mingmen.core.NextReminder
import app.mingmen.core.ReminderDay
import app.mingmen.core.ReminderSettings
import app.mingmen.core.RemindersPage
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.NoticeRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.press
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words
import java.time.LocalDate

/** What a person does on the page of the reminders. */
class ReminderActions(
    val onSet: (ReminderSettings) -> Unit,
    val onFix: (HealthFix) -> Unit,
    val onTest: () -> Unit,
    val onDay: (LocalDate) -> Unit,
    val onClasses: () -> Unit,
    val onBack: () -> Unit,
)

/** Whether reminders will ring, what holds them back if not, what rings, and why something did not. [rings]: whether this device does. */
@Composable
fun Reminders(at: Place.AtReminders, rings: Boolean, actions: ReminderActions) = Page(top = { TopBar(actions.onBack, words[Label.REMINDERS]) }) {
    val page = at.page
    if (rings) Health(at, actions) else Notice(words[Label.COMPUTER_DOES_NOT_RING], glyph = Glyphs.bell)
    if (page.next.isNotEmpty()) {
        Gap(20)
        GroupLabel(words[Label.RINGS_NEXT])
        Card { Rows(page.next) { Next(it) } }
    }
    Gap(20)
    GroupLabel(words[Label.WHAT_RINGS])
    val settings = Rings(page, actions.onSet)
    WhatRings(settings)
    Gap(12)
    NoticeRow(Glyphs.clock, words[Label.CLASSES], support = words[Label.CLASSES_MORE], iconColour = Theme.colours.jade, onPress = actions.onClasses)
    Gap(20)
    GroupLabel(words[Label.WHEN_QUIET])
    WhenQuiet(settings, page.days.first(), at.quietUntil)
    Gap(20)
    GroupLabel(words[Label.WHY_IT_DID_NOT_RING])
    Card { Rows(page.days) { day -> DayRow(day, actions.onDay) } }
    Gap(30)
}

@Composable
private fun Health(at: Place.AtReminders, actions: ReminderActions) {
    Verdict(at.page)
    Gap(20)
    GroupLabel(words[Label.WHY_ONE_MIGHT_NOT_RING])
    Card { Rows(at.page.health) { line -> HealthRow(line, actions.onFix) } }
    Gap(12)
    Card { Test(at, actions.onTest) }
}

/** One reminder, to see that they come. While it is on its way there is nothing more to press. */
@Composable
private fun Test(at: Place.AtReminders, onTest: () -> Unit) = Column(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 14.dp)) {
    Text(at.testComing ?: at.page.testSays, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, style = Theme.type.fact)
    if (!at.page.canTest || at.testComing != null) return@Column
    Gap(10)
    BigButton(words[Label.RING_TEST], tone = Tone.TONAL, height = 52.dp, glyph = Glyphs.bell, style = Theme.type.factStrong, onPress = onTest)
}

@Composable
private fun Verdict(page: RemindersPage) {
    val c = Theme.colours
    if (page.attention) return Notice(page.verdict, glyph = Glyphs.attention, style = Theme.type.bodyStrong)
    Row(
        Modifier.fillMaxWidth().clip(Shapes.card).background(c.jadeSoft).padding(horizontal = 16.dp, vertical = 14.dp),
        horizontalArrangement = Arrangement.spacedBy(12.dp),
    ) {
        Icon(Glyphs.bell, colour = c.onJadeSoft)
        Text(page.verdict, style = Theme.type.bodyStrong, color = c.onJadeSoft)
    }
}

@Composable
private fun HealthRow(line: HealthLine, onFix: (HealthFix) -> Unit) {
    val c = Theme.colours
    val (glyph, colour) = when (line.state) {
        HealthState.GOOD -> Glyphs.check to c.jade
        HealthState.ATTENTION -> Glyphs.attention to c.ember
        HealthState.UNKNOWN -> Glyphs.question to c.inkSoft
    }
    Column(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 14.dp)) {
        Row(horizontalArrangement = Arrangement.spacedBy(14.dp), verticalAlignment = if (Theme.largeText) Alignment.Top else Alignment.CenterVertically) {
            Icon(glyph, size = 26.dp, colour = colour)
            Text(line.text, Modifier.weight(1f), style = Theme.type.fact)
        }
        val fix = line.fix ?: return@Column
        Gap(10)
        BigButton(words[fix.label], tone = Tone.TONAL, height = 52.dp, style = Theme.type.factStrong) { onFix(fix) }
    }
}

private val HealthFix.label
    get() = when (this) {
        HealthFix.ASK_FOR_NOTIFICATIONS -> Label.LET_REMINDERS_SHOW
        HealthFix.NOTIFICATION_SETTINGS -> Label.OPEN_NOTIFICATION_SETTINGS
        HealthFix.EXACT_ALARM_SETTINGS -> Label.OPEN_ALARM_SETTINGS
        HealthFix.BATTERY_SETTINGS -> Label.OPEN_BATTERY_SETTINGS
    }

@Composable
private fun Next(next: NextReminder) = Column(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 12.dp)) {
    Text(next.`when`, style = Theme.type.bodyStrong)
    Text(next.reminder.text, style = Theme.type.fact)
    Text(next.reminder.why, style = Theme.type.support, color = Theme.colours.inkSoft)
}

@Composable
private fun DayRow(day: LocalDate, onDay: (LocalDate) -> Unit) {
    val c = Theme.colours
    Row(
        Modifier.fillMaxWidth().heightIn(min = 56.dp).press { onDay(day) }.padding(horizontal = 16.dp, vertical = 10.dp),
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Text(words[Label.valueOf(day.dayOfWeek.name)], Modifier.weight(1f), style = Theme.type.bodyMedium)
        Icon(Glyphs.forward, size = 20.dp, colour = c.inkSoft)
    }
}

/** What became of the reminders of one day. */
@Composable
fun RemindersOfDay(day: ReminderDay, onBack: () -> Unit) = Page(top = { TopBar(onBack, day.dateText) }) {
    if (day.lines.isEmpty()) {
        Text(day.nothing)
        return@Page
    }
    Card {
        Rows(day.lines) { line ->
            Column(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 12.dp)) {
                Text(line.title, style = Theme.type.bodyStrong)
                Text(line.text, style = Theme.type.fact)
            }
        }
    }
    Gap(30)
}

@Composable
private fun <T> Rows(all: List<T>, row: @Composable (T) -> Unit) = all.forEachIndexed { i, one ->
    if (i > 0) Hairline()
    Box { row(one) }
}
