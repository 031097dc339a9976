package app.mingmen.ui.screen

import androidx.compose.animation.AnimatedVisibility
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.mingmen.core.NoteDraft
import app.mingmen.core.NoteKind
import app.mingmen.core.NoteLine
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Chip
import app.mingmen.ui.part.Chips
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.IconButton
import app.mingmen.ui.part.LinkRow
import app.mingmen.ui.part.OpenerRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.WritingField
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.NotedDay
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.long
import app.mingmen.ui.words.weekday
import app.mingmen.ui.words.words
import java.time.LocalDate

/** Small things worth noting. Each opens by itself, is kept by itself and can be taken back; none is asked for. */
@Composable
internal fun Notes(state: MingmenAppState, place: Place.AtNotes) = Page(top = { TopBar({ state.back() }) }) {
    Headline(place.form.title)
    Gap(6)
    Text(place.form.lead)
    Gap(16)
    val noted = place.days.firstOrNull { it.date == place.today }?.notes.orEmpty()
    Card {
        place.form.kinds.forEachIndexed { i, kind ->
            if (i > 0) Hairline()
            val draft = place.draft?.takeIf { it.kind == kind.id }
            val already = noted.filter { it.title == kind.title }.joinToString("\n") { it.text }
            OpenerRow(kind.title, kind.prompt, open = draft != null, already) { state.notes.unfold(place, kind) }
            AnimatedVisibility(draft != null) { if (draft != null) Noting(state, place, kind, draft) }
        }
    }
    place.days.forEach { day ->
        Gap(20)
        GroupLabel(dayName(day.date, place.today))
        Kept(day.notes) { state.notes.remove(it) }
    }
    Gap(24)
}

@Composable
private fun dayName(date: LocalDate, today: LocalDate) = if (date == today) words[Label.TAB_TODAY] else words.long(date.weekday)

/** What there is to choose or to write, and what to read about it. */
@Composable
private fun Noting(state: MingmenAppState, place: Place.AtNotes, kind: NoteKind, draft: NoteDraft) {
    Column(Modifier.fillMaxWidth().padding(bottom = 8.dp)) {
        Column(Modifier.padding(start = 16.dp, end = 16.dp, bottom = 8.dp), Arrangement.spacedBy(12.dp)) {
            if (kind.options.isNotEmpty()) Chips(Modifier.selectableGroup()) {
                kind.options.forEach { option ->
                    val on = option.id == draft.option
                    // The same one again takes it back.
                    Chip(option.text, on, radio = true) { state.notes.note(place, draft.copy(option = option.id.takeIf { !on })) }
                }
            }
            if (kind.takesText) WritingField(draft.text, kind.prompt, words[Label.A_LINE], { state.notes.note(place, draft.copy(text = it)) })
            if (draft.option != null || draft.text.isNotBlank()) BigButton(words[Label.SAVE], tone = Tone.TONAL) { state.notes.keep(place) }
        }
        kind.related.forEach { link ->
            Hairline()
            LinkRow(link.title, link.detail) { state.library.open(link) }
        }
    }
}

/** Notes as they were kept, each with a way to take it back. */
@Composable
private fun Kept(notes: List<NoteLine>, onRemove: (NoteLine) -> Unit) = Card {
    notes.forEachIndexed { i, note ->
        if (i > 0) Hairline()
        key(note.id) { KeptRow(note) { onRemove(note) } }
    }
}

@Composable
private fun KeptRow(note: NoteLine, onRemove: () -> Unit) {
    var asking by remember { mutableStateOf(false) }
    Row(Modifier.fillMaxWidth().heightIn(min = 64.dp).padding(start = 16.dp, top = 6.dp, bottom = 6.dp), verticalAlignment = Alignment.CenterVertically) {
        Column(Modifier.weight(1f)) {
            Text(note.title, style = Theme.type.support, color = Theme.colours.inkSoft)
            Text(note.text)
        }
        IconButton(Glyphs.close, words.format(Label.TAKE_BACK_NOTE, note.title), colour = Theme.colours.inkSoft) { asking = !asking }
    }
    // Asked once: a line that was written would be gone.
    if (!asking) return
    Column(Modifier.padding(start = 16.dp, end = 16.dp, bottom = 14.dp), Arrangement.spacedBy(8.dp)) {
        Text(words[Label.TAKE_BACK_ASKED])
        BigButton(words[Label.TAKE_BACK], tone = Tone.WRONG, height = 52.dp, onPress = onRemove)
        BigButton(words[Label.KEEP_IT], tone = Tone.QUIET) { asking = false }
    }
}

/** What was noted in the week that Progress shows; nothing where nothing was. */
@Composable
internal fun NotesOfWeek(state: MingmenAppState, place: Place.AtProgress) {
    if (place.noted.isEmpty()) return
    Gap(20)
    GroupLabel(words[Label.SMALL_NOTES])
    Column(verticalArrangement = Arrangement.spacedBy(12.dp)) {
        place.noted.forEach { day ->
            Column {
                Text(words.long(day.date.weekday), Modifier.padding(bottom = 4.dp), style = Theme.type.supportMedium, color = Theme.colours.inkSoft)
                Kept(day.notes) { state.notes.remove(it) }
            }
        }
    }
    BigButton(words[Label.NOTE_SOMETHING], tone = Tone.QUIET, onPress = state.notes::open)
}
