package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.core.MakeChoice
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.SearchField
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.comesIntoSight
import app.mingmen.ui.part.press
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.state.RoutineRemark
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words
import java.text.Normalizer

/** Movements to take into a routine. The list stays while they are taken in, so that several need no way back and forth. */
@Composable
internal fun Choosing(state: MingmenAppState, place: Place.AtChoosing) = Page(
    fixed = {
        Column(Modifier.fillMaxWidth().padding(bottom = 12.dp)) {
            TopBar({ state.back() }, words[Label.ADD_MOVEMENTS])
            SearchField(place.query, { state.place = place.copy(query = it) }, Modifier.padding(horizontal = Theme.margin), words[Label.SEARCH_MOVEMENTS])
        }
    },
    foot = {
        val making = place.at.making
        BigButton(if (making.lines.isEmpty()) words[Label.DONE] else words.format(Label.DONE_MINUTES, making.minutes)) { state.own.done(place) }
    },
) {
    val asked = place.query.trim().plain()
    val found = place.at.form.forms.filter { asked in it.link.title.plain() }
    // Other letters, another list: it is read from its beginning.
    Spacer(Modifier.size(1.dp).comesIntoSight(asked))
    if (found.isEmpty()) Text(words[Label.NO_MOVEMENT_SO])
    if (found.isNotEmpty()) Card {
        found.forEachIndexed { i, choice ->
            if (i > 0) Hairline()
            ChoiceRow(choice, place.at.making.times(choice.link.id)) { state.own.take(place, choice) }
        }
    }
    Gap(14)
}

// As it is looked for: without capitals, and without the marks on letters that not everybody types.
private fun String.plain() = Normalizer.normalize(lowercase(), Normalizer.Form.NFD).replace(MARKS, "")

private val MARKS = Regex("""\p{M}""")

@Composable
private fun ChoiceRow(choice: MakeChoice, times: Int, onTake: () -> Unit) {
    val c = Theme.colours
    val large = Theme.largeText
    Row(
        Modifier.fillMaxWidth().heightIn(min = 84.dp).press(onPress = onTake).padding(start = 10.dp, end = 14.dp, top = 10.dp, bottom = 10.dp),
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (!large) Thumb(choice.motion, choice.posture, 64)
        Column(Modifier.weight(1f).padding(start = if (large) 6.dp else 0.dp)) {
            Text(choice.link.title, style = Theme.type.bodyStrong)
            Text(words.format(Label.MINUTES_SHORT, choice.minutes.toInt()), style = Theme.type.support, color = c.inkSoft)
            if (choice.caution.isNotEmpty()) Text(choice.caution, style = Theme.type.support, color = c.emberText)
            if (times > 0) {
                val text = if (times == 1) words[Label.IN_IT] else words.format(Label.IN_IT_TIMES, times)
                Text(text, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, style = Theme.type.supportStrong, color = c.jade)
            }
        }
        if (!large) Icon(if (times > 0) Glyphs.check else Glyphs.plus, colour = c.jade)
    }
}

/** What can be done with a routine of one's own, on its page; nothing on that of any other. */
@Composable
internal fun OwnRoutineKeys(state: MingmenAppState, place: Place.AtRoutine) {
    val own = place.page.own ?: return
    Gap(20)
    GroupLabel(words[Label.YOUR_ROUTINE])
    Card {
        KeyRow(words[Label.CHANGE_ROUTINE]) { state.own.change(place) }
        Hairline()
        KeyRow(words[Label.DUPLICATE]) { state.own.duplicate(own) }
        Hairline()
        if (state.device.share != null) {
            KeyRow(words[Label.SHARE]) { state.own.share(place, own) }
            Hairline()
        }
        KeyRow(words[Label.DELETE], Theme.colours.earth) { state.own.askToDelete(place) }
    }
    if (place.remark == RoutineRemark.NOT_SHARED) {
        Gap(10)
        Notice(words[Label.NOT_SHARED], Modifier.comesIntoSight(place.remark).semantics { liveRegion = LiveRegionMode.Polite }, Glyphs.attention)
    }
}

@Composable
internal fun KeyRow(text: String, colour: Color = Theme.colours.ink, onPress: () -> Unit) {
    Box(Modifier.fillMaxWidth().heightIn(min = 56.dp).press(onPress = onPress).padding(horizontal = 16.dp, vertical = 10.dp), Alignment.CenterStart) {
        Text(text, style = Theme.type.bodyMedium, color = colour)
    }
}

/** What can be done with a routine made to measure, on its page; nothing on that of any other. */
@Composable
internal fun MadeKeys(state: MingmenAppState, place: Place.AtRoutine) {
    if (place.made == null) return
    Gap(14)
    if (place.remark == RoutineRemark.ONLY_ONE) {
        Text(words[Label.ONLY_ONE], Modifier.semantics { liveRegion = LiveRegionMode.Polite }, style = Theme.type.support, color = Theme.colours.inkSoft)
    } else {
        BigButton(words[Label.ANOTHER_ONE], tone = Tone.TONAL, glyph = Glyphs.turn) { state.measure.another(place) }
    }
    Gap(10)
    BigButton(words[Label.KEEP_AS_OWN], tone = Tone.OUTLINE) { state.measure.keep(place) }
}
