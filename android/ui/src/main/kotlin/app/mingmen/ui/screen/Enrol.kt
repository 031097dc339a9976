package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.core.ClockChoice
import app.mingmen.core.EnrolForm
import app.mingmen.core.EnrolmentDraft
import app.mingmen.core.LibraryCard
import app.mingmen.core.Posture
import app.mingmen.core.RoutineId
import app.mingmen.core.TimePolicy
import app.mingmen.core.Weekday
import app.mingmen.core.WeeklySlot
import app.mingmen.core.WeeksChoice
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureStill
import app.mingmen.ui.part.AmountKeys
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.DayKeys
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.KeyGrid
import app.mingmen.ui.part.OpenerRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.QuietOrigin
import app.mingmen.ui.part.RadioRow
import app.mingmen.ui.part.TimesKeys
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.choose
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.long
import app.mingmen.ui.words.weekday
import app.mingmen.ui.words.words
import java.time.LocalTime

/** One page, all preset: what is practised, days, times, length, posture, and a button that enrols or keeps what was changed. */
@Composable
internal fun Enrol(state: MingmenAppState, place: Place.Enrol) {
    val (form, draft) = place
    val change: (EnrolmentDraft) -> Unit = { state.plan.edit(place, it) }
    Page(top = { TopBar({ state.back() }, if (place.changes != null) words[Label.DAYS_AND_TIMES] else place.title) }) {
        place.own?.let { own ->
            OwnRoutines(own, draft.routine) { state.plan.choose(place, it) }
            if (own.isEmpty()) return@Page NoneYet(state)
            Gap(16)
        }
        GroupLabel(words[Label.DAYS], more = form.daysHint)
        DayKeys(draft.days.toSet()) { day, on -> form.withDay(draft, day, on)?.let(change) }
        Differs(form, draft)
        Gap(16)
        GroupLabel(words[Label.TIME])
        TimesKeys(draft.times, form.dailyTimes.toInt()) { change(draft.at(draft.days, it)) }
        if (place.changes == null) WhoseClock(form.clocks, draft) { change(draft.copy(timePolicy = it)) }
        if (form.lengths.size > 1) {
            Gap(16)
            GroupLabel(words[Label.LENGTH])
            Lengths(form, draft, change)
        }
        form.weeks?.takeIf { place.changes == null }?.let { Weeks(it, draft, change) }
        Gap(16)
        GroupLabel(words[Label.POSTURE])
        KeyGrid(form.postures, if (Theme.largeText) 1 else form.postures.size, 8) { posture ->
            PostureKey(posture, posture == draft.posture) { change(draft.copy(posture = posture)) }
        }
        Filler(14)
        BigButton(if (place.changes != null) words[Label.SAVE] else words.startOn(draft)) { state.plan.enrol(place) }
        Gap(20)
    }
}

/** What is practised, where the plan leaves it to the person. */
@Composable
private fun OwnRoutines(own: List<LibraryCard>, chosen: RoutineId?, onChoose: (RoutineId) -> Unit) {
    if (own.isEmpty()) return
    GroupLabel(words[Label.OWN_ROUTINES])
    Card(Modifier.selectableGroup()) {
        own.forEachIndexed { i, one ->
            if (i > 0) Hairline()
            RadioRow(one.link.title, one.link.detail, one.link.id == chosen) { onChoose(one.link.id) }
        }
    }
}

@Composable
private fun ColumnScope.NoneYet(state: MingmenAppState) {
    Filler()
    Headline(words[Label.NO_OWN_ROUTINE], small = true)
    Gap(8)
    Text(words[Label.NO_OWN_ROUTINE_MORE])
    Filler()
    BigButton(words[Label.MAKE_ROUTINE], onPress = state.own::make)
    Gap(20)
}

/** That so many days are not what the article asks for, where they are not. */
@Composable
private fun Differs(form: EnrolForm, draft: EnrolmentDraft) {
    val says = form.daysHints.firstOrNull { it.days.toInt() == draft.days.size }?.differs.orEmpty()
    if (says.isEmpty()) return
    Text(says, Modifier.padding(top = 8.dp).semantics { liveRegion = LiveRegionMode.Polite }, style = Theme.type.support, color = Theme.colours.inkSoft)
}

/** Whose clock the times follow: rarely another than the person's own, so it is folded away. */
@Composable
private fun WhoseClock(clocks: List<ClockChoice>, draft: EnrolmentDraft, onChoose: (TimePolicy) -> Unit) {
    var open by rememberSaveable { mutableStateOf(false) }
    val chosen = clocks.firstOrNull { it.timePolicy == draft.timePolicy }
    Gap(12)
    Card {
        OpenerRow(words[Label.ON_WHOSE_CLOCK], chosen?.title.orEmpty(), open) { open = !open }
        if (open) Column(Modifier.selectableGroup()) {
            clocks.forEach { clock ->
                Hairline()
                RadioRow(clock.title, clock.detail, clock == chosen) { onChoose(clock.timePolicy) }
            }
        }
    }
}

/** How many weeks, and where their number comes from. */
@Composable
private fun Weeks(choice: WeeksChoice, draft: EnrolmentDraft, onChange: (EnrolmentDraft) -> Unit) {
    val weeks = draft.weeks ?: choice.least
    Gap(16)
    GroupLabel(words[Label.HOW_MANY_WEEKS])
    Card(shape = Shapes.button) {
        AmountKeys(
            words.format(Label.WEEKS_COUNT, weeks.toInt()), words[Label.WEEK_LESS], words[Label.WEEK_MORE], Modifier.padding(6.dp),
            canLess = weeks > choice.least, canMore = weeks < choice.most,
        ) { onChange(draft.copy(weeks = (weeks.toInt() + it).toUByte())) }
    }
    Gap(8)
    QuietOrigin(choice.origin)
}

@Composable
private fun Lengths(form: EnrolForm, draft: EnrolmentDraft, onChange: (EnrolmentDraft) -> Unit) = Card(Modifier.selectableGroup()) {
    form.lengths.forEachIndexed { i, choice ->
        if (i > 0) Hairline()
        RadioRow(choice.title, choice.detail, choice.length == draft.length) { onChange(draft.copy(length = choice.length)) }
    }
}

@Composable
private fun PostureKey(posture: Posture, on: Boolean, onChoose: () -> Unit) {
    val c = Theme.colours
    val back = if (on) c.jadeSoft else c.paper
    Column(
        Modifier.fillMaxWidth().clip(KEY).background(back).border(if (on) 2.dp else 1.5.dp, if (on) c.jade else c.outline, KEY)
            .choose(on, onChoose).padding(start = 4.dp, end = 4.dp, top = 6.dp, bottom = 8.dp),
        verticalArrangement = Arrangement.spacedBy(6.dp),
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        Box(Modifier.fillMaxWidth().height(64.dp), Alignment.BottomCenter) {
            FigureStill(WELCOME_MOTION, posture, Backdrop.Bare, back, Modifier.fillMaxSize())
        }
        Text(words.name(posture), style = Theme.type.factStrong, color = if (on) c.onJadeSoft else c.ink, textAlign = TextAlign.Center)
    }
}

private val KEY = RoundedCornerShape(16.dp)

/** "Seated". */
internal fun Labels.name(posture: Posture): String = this[
    when (posture) {
        Posture.SEATED -> Label.SEATED
        Posture.STANDING -> Label.STANDING
        Posture.LYING -> Label.LYING
        Posture.WALKING -> Label.WALKING
    },
]

private val EnrolmentDraft.days: List<Weekday> get() = slots.map { it.weekday }.distinct()

// In the order in which the person set them, so that a time stays in its place while it is moved.
private val EnrolmentDraft.times: List<LocalTime> get() = slots.map { it.time }.distinct()

private fun EnrolmentDraft.at(days: List<Weekday>, times: List<LocalTime>) =
    copy(slots = days.sorted().flatMap { day -> times.map { WeeklySlot(day, it) } })

// Nothing where the plan does not go with so many days: then the day stays as it is.
private fun EnrolForm.withDay(draft: EnrolmentDraft, day: Weekday, on: Boolean): EnrolmentDraft? {
    val days = if (on) draft.days + day else draft.days - day
    return if (daysHints.any { it.days.toInt() == days.size }) draft.at(days, draft.times) else null
}

// The first of the chosen days from the start on.
private fun Labels.startOn(draft: EnrolmentDraft): String {
    val days = draft.slots.map { it.weekday }.toSet()
    val first = (0L..6L).map(draft.startsOn::plusDays).firstOrNull { it.weekday in days } ?: draft.startsOn
    return format(Label.START_ON, long(first.weekday))
}
