package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.mingmen.core.PostureChecks
import app.mingmen.core.QuietHours
import app.mingmen.core.ReminderSettings
import app.mingmen.core.RemindersPage
import app.mingmen.core.WeeklySlot
import app.mingmen.ui.part.AmountKeys
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.CheckRow
import app.mingmen.ui.part.DayKeys
import app.mingmen.ui.part.DayStepper
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.OneDayKeys
import app.mingmen.ui.part.OpenerKey
import app.mingmen.ui.part.OpenerRow
import app.mingmen.ui.part.TimeStepper
import app.mingmen.ui.part.TimesKeys
import app.mingmen.ui.part.clock
import app.mingmen.ui.part.passingOver
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.long
import app.mingmen.ui.words.words
import java.time.LocalDate

/** What a person sets: each line is a switch that holds at once, and opens to its times. The [page] says what a switch sets where nothing was set before. */
internal class Rings(val page: RemindersPage, val onSet: (ReminderSettings) -> Unit) {
    val now = page.settings
    val proposed = page.proposed
    val limits = page.limits
}

@Composable
internal fun WhatRings(rings: Rings) = Card {
    val now = rings.now
    CheckRow(words[Label.RING_PRACTICE], now.practice, { rings.onSet(now.copy(practice = it)) })
    Hairline()
    Again(rings)
    Hairline()
    WeekReview(rings)
    Hairline()
    PosturePause(rings)
    Hairline()
    CheckRow(words[Label.RING_MILESTONES], now.milestones, { rings.onSet(now.copy(milestones = it)) })
    Hairline()
    Return(rings)
    Hairline()
    CheckRow(words[Label.RING_WHEN_MET], now.whenGoalMet, { rings.onSet(now.copy(whenGoalMet = it)) })
    Hairline()
    CheckRow(words[Label.TELLS_WHAT], now.tellsWhat, { rings.onSet(now.copy(tellsWhat = it)) }, words[Label.TELLS_WHAT_MORE])
    Hairline()
    ClassLead(rings)
    Hairline()
    Evening(rings)
}

/** When nothing rings. [until] is the day through which all is quiet, in words; [today] is the first that can be chosen. */
@Composable
internal fun WhenQuiet(rings: Rings, today: LocalDate, until: String) = Card {
    Night(rings)
    Hairline()
    QuietDays(rings, today, until)
}

/** A switch that opens to what can be set about it, once it is on. */
@Composable
private fun Setting(title: String, support: String, on: Boolean, onTick: (Boolean) -> Unit, keys: @Composable () -> Unit) {
    var open by rememberSaveable { mutableStateOf(false) }
    CheckRow(title, on, onTick, support, aside = { if (on) OpenerKey(words.format(Label.SET_TIMES, title), open) { open = !open } }) { if (on && open) Keys(keys) }
}

/** What has no switch opens too. */
@Composable
private fun Setting(title: String, support: String, keys: @Composable () -> Unit) {
    var open by rememberSaveable { mutableStateOf(false) }
    Column {
        OpenerRow(title, support, open) { open = !open }
        if (open) Keys(keys)
    }
}

@Composable
private fun Keys(keys: @Composable () -> Unit) =
    Column(Modifier.fillMaxWidth().padding(start = 12.dp, end = 12.dp, top = 4.dp, bottom = 14.dp), Arrangement.spacedBy(8.dp)) { keys() }

@Composable
private fun Again(rings: Rings) {
    val now = rings.now
    val minutes = (now.secondNudgeMinutes ?: rings.proposed.secondNudgeMinutes ?: return).toInt()
    Setting(
        words[Label.RING_AGAIN], words.format(Label.RING_AGAIN_MORE, minutes), now.secondNudgeMinutes != null,
        { on -> rings.onSet(now.copy(secondNudgeMinutes = rings.proposed.secondNudgeMinutes.takeIf { on })) },
    ) { Minutes(minutes, rings.limits.run { nudgeLeastMinutes.toInt()..nudgeMostMinutes.toInt() }) { rings.onSet(now.copy(secondNudgeMinutes = it.toUShort())) } }
}

@Composable
private fun WeekReview(rings: Rings) {
    val now = rings.now
    val slot = now.weekReview ?: rings.proposed.weekReview ?: return
    val set: (WeeklySlot?) -> Unit = { rings.onSet(now.copy(weekReview = it)) }
    Setting(
        words[Label.RING_WEEK], words.format(Label.RING_WEEK_MORE, words.long(slot.weekday), clock(slot.time)), now.weekReview != null,
        { on -> set(rings.proposed.weekReview.takeIf { on }) },
    ) {
        OneDayKeys(slot.weekday) { set(slot.copy(weekday = it)) }
        TimeStepper(slot.time) { set(slot.copy(time = it)) }
    }
}

@Composable
private fun PosturePause(rings: Rings) {
    val now = rings.now
    val checks = now.postureChecks ?: rings.proposed.postureChecks ?: return
    val set: (PostureChecks?) -> Unit = { rings.onSet(now.copy(postureChecks = it)) }
    Setting(
        words[Label.RING_POSTURE], words.format(Label.RING_POSTURE_MORE, checks.times.joinToString(transform = ::clock)), now.postureChecks != null,
        { on -> set(rings.proposed.postureChecks.takeIf { on }) },
    ) {
        DayKeys(checks.days.toSet()) { day, on ->
            val days = if (on) (checks.days + day).sorted() else checks.days - day
            // The last day stays: without one the switch is what turns it off.
            if (days.isNotEmpty()) set(checks.copy(days = days))
        }
        TimesKeys(checks.times, rings.limits.postureMostTimes.toInt()) { set(checks.copy(times = it)) }
    }
}

@Composable
private fun Return(rings: Rings) {
    val now = rings.now
    val days = (now.returnAfterDays ?: rings.proposed.returnAfterDays ?: return).toInt()
    Setting(
        words[Label.RING_RETURN], words.format(Label.RING_RETURN_MORE, days), now.returnAfterDays != null,
        { on -> rings.onSet(now.copy(returnAfterDays = rings.proposed.returnAfterDays.takeIf { on })) },
    ) {
        AmountKeys(
            words.format(Label.DAYS_COUNT, days), words[Label.DAY_LESS], words[Label.DAY_MORE],
            canLess = days > rings.limits.returnLeastDays.toInt(), canMore = days < rings.limits.returnMostDays.toInt(),
        ) { rings.onSet(now.copy(returnAfterDays = (days + it).toUByte())) }
    }
}

@Composable
private fun ClassLead(rings: Rings) {
    val minutes = rings.now.classLeadMinutes.toInt()
    Setting(words[Label.RING_CLASS], words.format(Label.RING_CLASS_MORE, minutes)) {
        Minutes(minutes, 0..rings.limits.classLeadMostMinutes.toInt()) { rings.onSet(rings.now.copy(classLeadMinutes = it.toUShort())) }
    }
}

@Composable
private fun Evening(rings: Rings) = Setting(words[Label.THIS_EVENING], words.format(Label.THIS_EVENING_MORE, clock(rings.now.evening))) {
    TimeStepper(rings.now.evening) { rings.onSet(rings.now.copy(evening = it)) }
}

@Composable
private fun Night(rings: Rings) {
    val now = rings.now
    val night = now.quietHours ?: rings.proposed.quietHours ?: return
    val set: (QuietHours?) -> Unit = { rings.onSet(now.copy(quietHours = it)) }
    Setting(
        words[Label.QUIET_HOURS], words.format(Label.QUIET_HOURS_MORE, clock(night.from), clock(night.until)), now.quietHours != null,
        { on -> set(rings.proposed.quietHours.takeIf { on }) },
    ) {
        GroupLabel(words[Label.QUIET_FROM])
        TimeStepper(night.from) { set(night.copy(from = it.passingOver(night.from) { to -> to == night.until })) }
        Gap(4)
        GroupLabel(words[Label.QUIET_TO])
        TimeStepper(night.until) { set(night.copy(until = it.passingOver(night.until) { to -> to == night.from })) }
    }
}

@Composable
private fun QuietDays(rings: Rings, today: LocalDate, until: String) {
    val now = rings.now
    val last = now.quietUntil?.takeIf { it >= today }
    val says = if (last == null) words[Label.QUIET_UNTIL_MORE] else words.format(Label.QUIET_UNTIL_SET, until)
    Setting(words[Label.QUIET_UNTIL], says, last != null, { on -> rings.onSet(now.copy(quietUntil = rings.proposed.quietUntil.takeIf { on })) }) {
        if (last != null) DayStepper(until, canEarlier = last > today) { rings.onSet(now.copy(quietUntil = maxOf(today, last.plusDays(it)))) }
    }
}

/** Minutes by the quarter of an hour. */
@Composable
private fun Minutes(minutes: Int, range: IntRange, onChange: (Int) -> Unit) = AmountKeys(
    words.format(Label.MINUTES_SHORT, minutes), words[Label.QUARTER_LESS], words[Label.QUARTER_MORE],
    canLess = minutes > range.first, canMore = minutes < range.last,
) { onChange((minutes + it * QUARTER).coerceIn(range)) }

private const val QUARTER = 15
