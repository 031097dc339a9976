package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.core.AreaChoice
import app.mingmen.core.AreaId
import app.mingmen.core.ItemLink
import app.mingmen.core.MakeForm
import app.mingmen.core.MeasureDraft
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.CheckRow
import app.mingmen.ui.part.Chip
import app.mingmen.ui.part.Chips
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.OneOf
import app.mingmen.ui.part.OpenerRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.comesIntoSight
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** What a routine is to be made to measure from. Everything is preset, so that one touch is enough. */
@Composable
internal fun Measure(state: MingmenAppState, place: Place.AtMeasure) {
    val change: (MeasureDraft) -> Unit = { state.measure.change(place, it) }
    Page(
        top = { TopBar({ state.back() }) },
        foot = {
            Column(verticalArrangement = Arrangement.spacedBy(12.dp)) {
                if (!Theme.largeText) Refusal(place.refusal)
                BigButton(words[Label.MAKE_IT]) { state.measure.make(place) }
            }
        },
    ) {
        Headline(words[Label.TO_MEASURE])
        Gap(6)
        Text(words[Label.TO_MEASURE_LEAD])
        if (place.form.note.isNotEmpty()) {
            Gap(12)
            Notice(place.form.note)
        }
        Wishes(place.form, place.draft, change)
        LeaveOut(place.movements, place.draft, change)
        Gap(16)
        if (Theme.largeText) Refusal(place.refusal, Modifier.comesIntoSight(place.refusal))
        Gap(16)
    }
}

@Composable
private fun Wishes(form: MakeForm, draft: MeasureDraft, onChange: (MeasureDraft) -> Unit) {
    OneOf(words[Label.HOW_LONG], form.minutes, { words.format(Label.MINUTES_SHORT, it.toInt()) }, draft.minutes) { onChange(draft.copy(minutes = it)) }
    OneOf(words[Label.DAY_IS], form.days.map { it.day }, { day -> form.days.first { it.day == day }.text }, draft.day) { onChange(draft.copy(day = it)) }
    OneOf(words[Label.POSTURE], form.postures, { words.name(it) }, draft.posture) { onChange(draft.copy(posture = it)) }
    PartOfBody(form.areas, draft.area) { onChange(draft.copy(area = it)) }
}

/** The parts of the body are many, so they show when they are asked for. */
@Composable
private fun PartOfBody(areas: List<AreaChoice>, chosen: AreaId?, onChoose: (AreaId?) -> Unit) {
    var open by rememberSaveable { mutableStateOf(false) }
    val anywhere = words[Label.ANYWHERE]
    Gap(20)
    GroupLabel(words[Label.PART_OF_BODY])
    Card {
        OpenerRow(areas.firstOrNull { it.area == chosen }?.shown ?: anywhere, support = "", open) { open = !open }
        if (open) Chips(Modifier.selectableGroup().padding(start = 16.dp, end = 16.dp, bottom = 16.dp)) {
            Chip(anywhere, chosen == null, radio = true) { onChoose(null) }
            areas.forEach { area -> Chip(area.shown, area.area == chosen, radio = true) { onChoose(area.area) } }
        }
    }
}

private val AreaChoice.shown get() = name.replaceFirstChar(Char::uppercase)

/** Movements that the person would rather not do: those that are left out show, the rest when asked for. */
@Composable
private fun LeaveOut(movements: List<ItemLink>, draft: MeasureDraft, onChange: (MeasureDraft) -> Unit) {
    var open by rememberSaveable { mutableStateOf(false) }
    val tick: (ItemLink, Boolean) -> Unit = { movement, out ->
        // In the order of the list, so that the same choices are the same wish.
        onChange(draft.copy(avoid = movements.map { it.id }.filter { if (it == movement.id) out else it in draft.avoid }))
    }
    Gap(20)
    GroupLabel(words[Label.LEAVE_OUT])
    val out = movements.filter { it.id in draft.avoid }
    if (!open && out.isNotEmpty()) {
        Chips(Modifier.padding(bottom = 10.dp)) { out.forEach { movement -> Chip(movement.title, on = true) { tick(movement, it) } } }
    }
    Card {
        OpenerRow(words[Label.LEAVE_OUT_CHOOSE], support = "", open) { open = !open }
        if (open) movements.forEach { movement ->
            Hairline()
            CheckRow(movement.title, movement.id in draft.avoid, { tick(movement, it) })
        }
    }
}

/** Why nothing fits all of this, and what would help: above the key, wherever one is on the page; with very large text on the page itself. */
@Composable
private fun Refusal(refusal: String, modifier: Modifier = Modifier) {
    if (refusal.isEmpty()) return
    Notice(refusal, modifier.semantics { liveRegion = LiveRegionMode.Polite })
}
