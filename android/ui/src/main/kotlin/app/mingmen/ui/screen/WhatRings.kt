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
import app.mingmen.core.ReminderSettings
import app.mingmen.core.RemindersPage
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

/** What is on or off and has something to set: [now] where it is on, and what the switch sets, [proposed]. Nothing where there is neither. */
private class Held<T : Any>(val now: T?, val proposed: T?, val onSet: (T?) -> Unit)

/** A switch for what is [held], with a line about it, that opens to its [keys]. */
@Composable
private fun <T : Any> Switched(title: String, held: Held<T>, support: @Composable (T) -> String, keys: @Composable (T) -> Unit) {
    val shown = held.now ?: held.proposed ?: return
    Setting(title, support(shown), held.now != null, { on -> held.onSet(held.proposed.takeIf { on }) }) { keys(shown) }
}

@Composable
private fun Again(rings: Rings) {
    val held = Held(rings.now.secondNudgeMinutes, rings.proposed.secondNudgeMinutes) { rings.onSet(rings.now.copy(secondNudgeMinutes = it)) }
    val range = rings.limits.run { nudgeLeastMinutes.toInt()..nudgeMostMinutes.toInt() }
    Switched(words[Label.RING_AGAIN], held, { words.format(Label.RING_AGAIN_MORE, it.toInt()) }) { minutes ->
        Minutes(minutes.toInt(), range) { held.onSet(it.toUShort()) }
    }
}

@Composable
private fun WeekReview(rings: Rings) {
    val held = Held(rings.now.weekReview, rings.proposed.weekReview) { rings.onSet(rings.now.copy(weekReview = it)) }
    Switched(words[Label.RING_WEEK], held, { words.format(Label.RING_WEEK_MORE, words.long(it.weekday), clock(it.time)) }) { slot ->
        OneDayKeys(slot.weekday) { held.onSet(slot.copy(weekday = it)) }
        TimeStepper(slot.time) { held.onSet(slot.copy(time = it)) }
    }
}

@Composable
private fun PosturePause(rings: Rings) {
    val held = Held(rings.now.postureChecks, rings.proposed.postureChecks) { rings.onSet(rings.now.copy(postureChecks = it)) }
    Switched(words[Label.RING_POSTURE], held, { words.format(Label.RING_POSTURE_MORE, it.times.joinToString(transform = ::clock)) }) { checks ->
        DayKeys(checks.days.toSet()) { day, on ->
            val days = if (on) (checks.days + day).sorted() else checks.days - day
            // The last day stays: without one the switch is what turns it off.
            if (days.isNotEmpty()) held.onSet(checks.copy(days = days))
        }
        TimesKeys(checks.times, rings.limits.postureMostTimes.toInt()) { held.onSet(checks.copy(times = it)) }
    }
}

@Composable
private fun Return(rings: Rings) {
    val held = Held(rings.now.returnAfterDays, rings.proposed.returnAfterDays) { rings.onSet(rings.now.copy(returnAfterDays = it)) }
    Switched(words[Label.RING_RETURN], held, { words.format(Label.RING_RETURN_MORE, it.toInt()) }) { days ->
        AmountKeys(
            words.format(Label.DAYS_COUNT, days.toInt()), words[Label.DAY_LESS], words[Label.DAY_MORE],
            canLess = days > rings.limits.returnLeastDays, canMore = days < rings.limits.returnMostDays,
        ) { held.onSet((days.toInt() + it).toUByte()) }
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
    val held = Held(rings.now.quietHours, rings.proposed.quietHours) { rings.onSet(rings.now.copy(quietHours = it)) }
    Switched(words[Label.QUIET_HOURS], held, { words.format(Label.QUIET_HOURS_MORE, clock(it.from), clock(it.until)) }) { night ->
        GroupLabel(words[Label.QUIET_FROM])
        TimeStepper(night.from) { held.onSet(night.copy(from = it.passingOver(night.from) { to -> to == night.until })) }
        Gap(4)
        GroupLabel(words[Label.QUIET_TO])
        TimeStepper(night.until) { held.onSet(night.copy(until = it.passingOver(night.until) { to -> to == night.from })) }
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
