package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import app.mingmen.core.ClassRow
import app.mingmen.core.Weekday
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.AmountKeys
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.CheckRow
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.IconButton
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.OneOf
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.RadioRow
import app.mingmen.ui.part.TimeStepper
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.WritingField
import app.mingmen.ui.part.comesIntoSight
import app.mingmen.ui.state.ClassFault
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.long
import app.mingmen.ui.words.words

/** The live classes, each at its time here and there. A tick lets one ring before it begins. */
@Composable
internal fun Classes(state: MingmenAppState, place: Place.AtClasses) = Page(top = { TopBar({ state.back() }, words[Label.CLASSES]) }) {
    Text(words[Label.CLASSES_LEAD], style = Theme.type.fact, color = Theme.colours.inkSoft)
    Gap(16)
    if (place.rows.isNotEmpty()) {
        GroupLabel(words[Label.RING_BEFORE])
        Card {
            place.rows.forEachIndexed { i, row ->
                if (i > 0) Hairline()
                // One that is kept now goes before those that are not.
                Box(Modifier.comesIntoSight(place.kept?.takeIf { it == row.id })) { ClassLine(state, place, row) }
            }
        }
        Gap(16)
    }
    BigButton(words[Label.ADD_CLASS], tone = Tone.TONAL, glyph = Glyphs.plus) { state.classes.add(place) }
    Gap(30)
}

@Composable
private fun ClassLine(state: MingmenAppState, place: Place.AtClasses, row: ClassRow) {
    val large = Theme.largeText
    val change = words.format(Label.CHANGE_CLASS, row.name)
    CheckRow(
        text = row.name,
        on = row.rings,
        onTick = { state.classes.ring(row, it) },
        support = listOf(row.here, row.there).filter { it.isNotEmpty() }.joinToString("\n"),
        aside = { if (!large) IconButton(Glyphs.adjust, change, colour = Theme.colours.inkSoft) { state.classes.change(place, row) } },
        below = { if (large) KeyRow(change, Theme.colours.jade) { state.classes.change(place, row) } },
    )
}

/** A class: what it is called, when it is, on whose clock, and how long it takes. */
@Composable
internal fun OneClass(state: MingmenAppState, place: Place.AtClass) = Page(
    top = { TopBar({ state.back() }, words[if (place.draft.id == null && place.draft.item == null) Label.ADD_CLASS else Label.CHANGE_THIS_CLASS]) },
    foot = { BigButton(words[Label.SAVE]) { state.classes.keep(place) } },
) {
    val draft = place.draft
    val schedule = draft.schedule
    GroupLabel(words[Label.ROUTINE_NAME])
    WritingField(draft.name, words[Label.ROUTINE_NAME], words[Label.CLASS_NAME_HINT], { state.classes.edit(place, draft.copy(name = it)) })
    Fault(place.fault, ClassFault.NAME)
    OneOf(words[Label.DAY], Weekday.entries, { words.long(it) }, schedule.weekday) { state.classes.edit(place, draft.copy(schedule = schedule.copy(weekday = it))) }
    Gap(20)
    GroupLabel(words[Label.TIME])
    TimeStepper(schedule.time) { state.classes.edit(place, draft.copy(schedule = schedule.copy(time = it))) }
    Gap(20)
    GroupLabel(words[Label.HOW_LONG])
    AmountKeys(
        words.format(Label.MINUTES_SHORT, draft.minutes.toInt()),
        words[Label.FIVE_LESS],
        words[Label.FIVE_MORE],
        canLess = draft.minutes > SHORTEST,
        canMore = draft.minutes < LONGEST,
    ) { state.classes.edit(place, draft.copy(minutes = (draft.minutes.toInt() + it * STEP).coerceIn(SHORTEST.toInt(), LONGEST.toInt()).toUShort())) }
    Gap(20)
    Zones(state, place)
    Gap(20)
    Card { CheckRow(words[Label.RING_BEFORE], draft.rings, { state.classes.edit(place, draft.copy(rings = it)) }) }
    if (draft.id != null) {
        Gap(12)
        BigButton(words[Label.REMOVE_CLASS], tone = Tone.QUIET) { state.classes.askToRemove(place) }
    }
    Gap(24)
}

private const val STEP = 5
private val SHORTEST: UShort = 5u
private val LONGEST: UShort = 480u

private val ClassFault.label
    get() = when (this) {
        ClassFault.NAME -> Label.CLASS_NAME_FAULT
        ClassFault.ZONE -> Label.ZONE_FAULT
    }

/** On whose clock the class begins: a few zones to choose from, and a line for any other. */
@Composable
private fun Zones(state: MingmenAppState, place: Place.AtClass) {
    GroupLabel(words[Label.ON_WHOSE_CLOCK])
    Card(Modifier.selectableGroup()) {
        place.zones.forEachIndexed { i, zone ->
            if (i > 0) Hairline()
            val mine = zone == state.zone()
            val chosen = place.written.isBlank() && zone == place.draft.schedule.zone
            RadioRow(if (mine) words[Label.WHERE_I_AM] else zone.place, zone, chosen) { state.classes.choose(place, zone) }
        }
    }
    Gap(8)
    WritingField(place.written, words[Label.OTHER_ZONE], words[Label.OTHER_ZONE], { state.classes.write(place, it) })
    Fault(place.fault, ClassFault.ZONE)
}

/** What is to be mended, where that is. */
@Composable
private fun Fault(fault: ClassFault?, here: ClassFault) {
    if (fault != here) return
    Gap(8)
    Notice(words[here.label], Modifier.comesIntoSight(here).semantics { liveRegion = LiveRegionMode.Polite }, Glyphs.attention)
}

// "Europe/London" is London.
private val String.place get() = substringAfterLast('/').replace('_', ' ')
