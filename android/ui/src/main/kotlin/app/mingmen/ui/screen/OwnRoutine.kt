package app.mingmen.ui.screen

import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.AmountKeys
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.IconButton
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.SignKey
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.WritingField
import app.mingmen.ui.part.comesIntoSight
import app.mingmen.ui.state.Making
import app.mingmen.ui.state.MakingFault
import app.mingmen.ui.state.MakingLine
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.state.RefusedFile
import app.mingmen.ui.theme.LocalPageWidth
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.words

/** A routine in the making: its name, its movements in order, minutes for each. Everything goes by keys; nothing needs a drag. */
@Composable
internal fun Making(state: MingmenAppState, place: Place.AtMaking) {
    val making = place.making
    val preset = words[Label.MY_ROUTINE]
    val isEmpty = making.lines.isEmpty()
    Page(
        top = { TopBar({ state.back() }) },
        foot = if (isEmpty) null else { -> SaveFoot(place) { state.own.save(place, preset) } },
    ) {
        Headline(words[if (place.changes == null) Label.MAKE_ROUTINE else Label.CHANGE_ROUTINE])
        if (place.form.note.isNotEmpty()) {
            Gap(12)
            Notice(place.form.note)
        }
        Gap(16)
        GroupLabel(words[Label.ROUTINE_NAME])
        WritingField(making.name, words[Label.ROUTINE_NAME], preset, { state.own.edit(place, making.copy(name = it)) })
        Gap(20)
        GroupLabel(words[Label.MOVEMENTS_IN_ORDER])
        if (isEmpty) Text(words[Label.NOTHING_IN_IT])
        Column(verticalArrangement = Arrangement.spacedBy(10.dp)) {
            making.lines.forEachIndexed { i, line -> key(line.key) { LineCard(making, i, line) { state.own.edit(place, it) } } }
        }
        Gap(12)
        BigButton(words[Label.ADD_MOVEMENTS], tone = if (isEmpty) Tone.PRIMARY else Tone.TONAL, glyph = Glyphs.plus) { state.own.choose(place) }
        PutAway(state, place)
        if (place.changes == null && isEmpty) FromFile(place, state)
        Gap(24)
    }
}

/** What is not saved stays, whatever page one goes to; here it is put away, and brought back. */
@Composable
private fun PutAway(state: MingmenAppState, place: Place.AtMaking) {
    if (place.putAway != null) {
        Gap(12)
        Notice(words[Label.WAS_PUT_AWAY], Modifier.semantics { liveRegion = LiveRegionMode.Polite })
        Gap(8)
        BigButton(words[Label.BRING_BACK], tone = Tone.OUTLINE) { state.own.bringBack(place) }
    } else if (state.own.isUnsaved(place)) {
        Gap(12)
        BigButton(words[if (place.changes == null) Label.PUT_AWAY else Label.PUT_CHANGES_AWAY], tone = Tone.OUTLINE) { state.own.putAway(place) }
    }
}

@Composable
private fun SaveFoot(place: Place.AtMaking, onSave: () -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(12.dp)) {
    val mend = when (place.fault) {
        MakingFault.NAME -> Label.NAME_FAULT
        MakingFault.MOVEMENTS -> Label.MOVEMENTS_FAULT
        null -> null
    }
    if (mend != null) Notice(words[mend], Modifier.semantics { liveRegion = LiveRegionMode.Polite }, Glyphs.attention)
    BigButton(words.format(Label.SAVE_MINUTES, place.making.minutes), onPress = onSave)
}

/** One movement of it. The one that was moved last has an edge and stays in sight, so that the eye can follow it. */
@Composable
private fun LineCard(making: Making, index: Int, line: MakingLine, onChange: (Making) -> Unit) {
    val isMoved = making.moved == line.key
    val edge = if (isMoved) Modifier.border(2.dp, Theme.colours.jade, Shapes.card) else Modifier
    Card(Modifier.comesIntoSight(index.takeIf { isMoved }).then(edge)) {
        LineHead(making, index, line) { onChange(making.without(line)) }
        LineFoot(making, index, line, onChange)
    }
}

@Composable
private fun LineHead(making: Making, index: Int, line: MakingLine, onRemove: () -> Unit) {
    val c = Theme.colours
    val choice = line.choice
    Row(Modifier.fillMaxWidth().padding(start = 12.dp, top = 10.dp), Arrangement.spacedBy(12.dp), Alignment.Top) {
        if (!Theme.largeText) Thumb(choice.motion, choice.posture, 56)
        Column(Modifier.weight(1f).padding(top = 4.dp)) {
            Text(choice.link.title, style = Theme.type.bodyStrong)
            val said = if (making.moved == line.key) Modifier.semantics { liveRegion = LiveRegionMode.Polite } else Modifier
            Text(words.format(Label.PLACE_OF, index + 1, making.lines.size), said, style = Theme.type.support, color = c.inkSoft)
        }
        IconButton(Glyphs.close, words.format(Label.TAKE_OUT, choice.link.title), colour = c.inkSoft, onPress = onRemove)
    }
    if (choice.caution.isEmpty()) return
    Text(choice.caution, Modifier.padding(start = 16.dp, end = 16.dp, top = 4.dp), style = Theme.type.support, color = c.emberText)
}

@Composable
private fun LineFoot(making: Making, index: Int, line: MakingLine, onChange: (Making) -> Unit) {
    val title = line.choice.link.title
    val minutes: @Composable (Modifier) -> Unit = { modifier ->
        AmountKeys(
            words.format(Label.MINUTES_SHORT, line.minutes),
            words.format(Label.MINUTE_LESS, title),
            words.format(Label.MINUTE_MORE, title),
            modifier,
            canLess = line.minutes > Making.MINUTES.first,
            canMore = line.minutes < Making.MINUTES.last,
        ) { onChange(making.longer(line, it)) }
    }
    val order: @Composable (Modifier) -> Unit = { key ->
        SignKey(Glyphs.shut, words.format(Label.MOVE_UP, title), key, enabled = index > 0) { onChange(making.moved(line, -1)) }
        SignKey(Glyphs.open, words.format(Label.MOVE_DOWN, title), key, enabled = index < making.lines.lastIndex) { onChange(making.moved(line, 1)) }
    }
    if (Theme.largeText || LocalPageWidth.current < NARROW) {
        Column(Modifier.padding(12.dp), Arrangement.spacedBy(6.dp)) {
            minutes(Modifier.fillMaxWidth())
            Row(horizontalArrangement = Arrangement.spacedBy(6.dp)) { order(Modifier.weight(1f)) }
        }
        return
    }
    Row(Modifier.fillMaxWidth().padding(12.dp), Arrangement.spacedBy(6.dp), Alignment.CenterVertically) {
        minutes(Modifier.width(180.dp))
        Spacer(Modifier.weight(1f))
        order(Modifier)
    }
}

private val NARROW = 360.dp

/** A routine that somebody shared, in place of one from scratch. */
@Composable
private fun FromFile(place: Place.AtMaking, state: MingmenAppState) {
    if (state.device.openFile == null) return
    Gap(24)
    GroupLabel(words[Label.TAKE_IN])
    BigButton(words[Label.OPEN_FILE], tone = Tone.OUTLINE, onPress = state.own::openFile)
    val refused = place.refused ?: return
    Gap(12)
    Notice(words.why(refused), Modifier.comesIntoSight(refused).semantics { liveRegion = LiveRegionMode.Polite }, Glyphs.attention)
}

private fun Labels.why(refused: RefusedFile): String = when (refused) {
    RefusedFile.Unreadable -> this[Label.FILE_UNREADABLE]
    is RefusedFile.NotText -> listOf(this[Label.FILE_REFUSED], "${at(refused.line, refused.column)}: ${this[Label.FILE_NOT_TEXT]}").joinToString("\n")
    is RefusedFile.NotARoutine -> {
        // A field is a long word: it may go on in the next line after each dot.
        val field = refused.field.replace(".", ".\u200B")
        val where = listOf(at(refused.line, refused.column), field).filter { it.isNotEmpty() }.joinToString(", ")
        listOf(this[Label.FILE_REFUSED], "$where: ${refused.problem}.").joinToString("\n")
    }
}

private fun Labels.at(line: Int, column: Int) = format(Label.FILE_PLACE, line, column)
