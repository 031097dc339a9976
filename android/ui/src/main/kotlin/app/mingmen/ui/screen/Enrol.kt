package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.core.EnrolForm
import app.mingmen.core.EnrolmentDraft
import app.mingmen.core.Posture
import app.mingmen.core.WeeklySlot
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureStill
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.DayKeys
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.KeyGrid
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.RadioRow
import app.mingmen.ui.part.TimeStepper
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.choose
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.long
import app.mingmen.ui.words.weekday
import app.mingmen.ui.words.words
import java.time.LocalTime

/** One page, all preset: days, time, length, posture, and a button that enrols or keeps what was changed. */
@Composable
fun Enrol(
    form: EnrolForm,
    draft: EnrolmentDraft,
    changing: Boolean,
    onChange: (EnrolmentDraft) -> Unit,
    onEnrol: () -> Unit,
    onBack: () -> Unit,
) = Page(top = { TopBar(onBack, words[if (changing) Label.CHANGE_PLAN else Label.YOUR_WEEKS]) }) {
    GroupLabel(words[Label.DAYS], more = form.daysHint)
    DayKeys(draft.slots.map { it.weekday }.toSet()) { day, on -> onChange(draft.withDay(day, on)) }
    Gap(16)
    GroupLabel(words[Label.TIME])
    TimeStepper(draft.time) { onChange(draft.at(it)) }
    Gap(16)
    GroupLabel(words[Label.LENGTH])
    Lengths(form, draft, onChange)
    Gap(16)
    GroupLabel(words[Label.POSTURE])
    KeyGrid(form.postures, if (Theme.largeText) 1 else form.postures.size, 8) { posture ->
        PostureKey(posture, posture == draft.posture) { onChange(draft.copy(posture = posture)) }
    }
    Filler(14)
    BigButton(if (changing) words[Label.SAVE] else words.startOn(draft), enabled = draft.slots.isNotEmpty(), onPress = onEnrol)
    Gap(20)
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

private val EnrolmentDraft.time: LocalTime get() = slots.firstOrNull()?.time ?: LocalTime.of(8, 0)

private fun EnrolmentDraft.at(time: LocalTime) = copy(slots = slots.map { it.copy(time = time) })

private fun EnrolmentDraft.withDay(day: app.mingmen.core.Weekday, on: Boolean): EnrolmentDraft {
    val others = slots.filter { it.weekday != day }
    // The last day stays: a plan without a day could not say when it is next.
    if (others.isEmpty()) return this
    return copy(slots = (if (on) others + WeeklySlot(day, time) else others).sortedBy { it.weekday })
}

// The first of the chosen days from the start on.
private fun Labels.startOn(draft: EnrolmentDraft): String {
    val days = draft.slots.map { it.weekday }.toSet()
    val first = (0L..6L).map(draft.startsOn::plusDays).firstOrNull { it.weekday in days } ?: draft.startsOn
    return format(Label.START_ON, long(first.weekday))
}
