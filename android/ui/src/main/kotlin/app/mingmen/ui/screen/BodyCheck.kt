package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.core.BodyMap
import app.mingmen.core.BodyQuestion
import app.mingmen.core.Suggestion
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.Badge
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.BodyPicture
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Chip
import app.mingmen.ui.part.Chips
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.LinkRow
import app.mingmen.ui.part.Mood
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.NoticeRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.state.LibrarySide
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.state.chosen
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** A few questions about today on one page. Any may be passed over, all of them too. */
@Composable
internal fun BodyCheck(state: MingmenAppState, place: Place.AtBodyCheck) = Page(
    top = { TopBar({ state.back() }) },
    foot = { BigButton(words[Label.SEE_SUGGESTIONS]) { state.bodyCheck.finish(place) } },
) {
    val form = place.form
    Headline(form.title)
    Gap(6)
    Text(form.lead)
    Gap(14)
    NoDiagnosis(form.notice)
    place.last?.let {
        Gap(12)
        NoticeRow(Glyphs.clock, words[Label.LAST_SUGGESTIONS], support = it.answered) { state.bodyCheck.showLast(place) }
    }
    form.questions.forEach { Question(state, place, it) }
    Gap(24)
}

@Composable
private fun NoDiagnosis(notice: String) = Notice(notice, glyph = Glyphs.question, mood = Mood.PLAIN, style = Theme.type.support)

@Composable
private fun Question(state: MingmenAppState, place: Place.AtBodyCheck, question: BodyQuestion) {
    val chosen = place.chosen(question)
    Gap(26)
    Text(question.text, Modifier.semantics { heading() }, style = Theme.type.heading)
    if (question.many) Text(words[Label.SEVERAL_FIT], style = Theme.type.support, color = Theme.colours.inkSoft)
    Gap(10)
    if (question.options.any { it.area != null }) Where(state, place, place.map, question)
    Chips(if (question.many) Modifier else Modifier.selectableGroup()) {
        question.options.forEach { option ->
            Chip(option.text, option.id in chosen, radio = !question.many) { state.bodyCheck.choose(place, question, option) }
        }
    }
}

/** The same places on the body, for whoever would rather point. */
@Composable
private fun Where(state: MingmenAppState, place: Place.AtBodyCheck, map: BodyMap, question: BodyQuestion) {
    val chosen = place.chosen(question)
    val areas = question.options.mapNotNull { it.area }.toSet()
    val filled = question.options.filter { it.id in chosen }.mapNotNull { it.area }.toSet()
    val views = map.views.filter { it.view in POINTED_AT }.sortedBy { POINTED_AT.indexOf(it.view) }
    Row(Modifier.fillMaxWidth().padding(bottom = 6.dp), Arrangement.SpaceEvenly, Alignment.Top) {
        views.forEach { view ->
            BodyPicture(view.copy(points = emptyList(), channels = emptyList()), Modifier.weight(1f), areas, filled, small = true, onArea = { state.bodyCheck.choose(place, it) })
        }
    }
}

private val POINTED_AT = listOf("back", "front")

/** What the answers suggest, each with its reason and where the reason comes from. */
@Composable
internal fun Suggested(state: MingmenAppState, place: Place.AtSuggestions) = Page(top = { TopBar({ state.back() }) }) {
    val suggestions = place.suggestions
    suggestions?.let { Text(it.answered, style = Theme.type.supportMedium, color = Theme.colours.inkSoft) }
    val practise = suggestions?.practise.orEmpty()
    val read = suggestions?.read.orEmpty()
    if (practise.isEmpty() && read.isEmpty()) {
        NothingSuggested(state)
    } else {
        Headline(words[Label.SUGGESTIONS])
        Group(words[Label.PRACTISE], practise, state)
        Group(words[Label.LEARN], read, state)
    }
    Gap(20)
    NoDiagnosis(place.notice)
    Gap(12)
    BigButton(words[Label.ASK_AGAIN], tone = Tone.QUIET) { state.bodyCheck.again(place) }
    Gap(24)
}

@Composable
private fun Group(title: String, suggestions: List<Suggestion>, state: MingmenAppState) {
    if (suggestions.isEmpty()) return
    Gap(20)
    GroupLabel(title)
    Column(verticalArrangement = Arrangement.spacedBy(12.dp)) { suggestions.forEach { SuggestionCard(it, state) } }
}

@Composable
private fun SuggestionCard(suggestion: Suggestion, state: MingmenAppState) = Card {
    val link = suggestion.link
    LinkRow(link.title, link.detail) { state.library.open(link) }
    Column(Modifier.padding(start = 16.dp, end = 16.dp, bottom = 16.dp), Arrangement.spacedBy(10.dp)) {
        Text(suggestion.reason.text)
        Badge(suggestion.reason.origin)
        suggestion.card?.let { card ->
            BigButton(words.format(Label.PRACTISE_THIS, card.choices.minutes.toInt()), tone = Tone.TONAL, glyph = Glyphs.play) { state.library.begin(card) }
        }
    }
}

/** Nothing was answered, or nothing follows from it: everything is still there to be looked through. */
@Composable
private fun NothingSuggested(state: MingmenAppState) {
    Headline(words[Label.NOTHING_SUGGESTED])
    Gap(8)
    Text(words[Label.NOTHING_SUGGESTED_MORE])
    Gap(16)
    NoticeRow(Glyphs.play, words[Label.PRACTISE], support = words[Label.PRACTISE_DOOR], iconColour = Theme.colours.jade) { state.bodyCheck.look(LibrarySide.PRACTISE) }
    Gap(12)
    NoticeRow(Glyphs.library, words[Label.LEARN], support = words[Label.LEARN_DOOR], iconColour = Theme.colours.jade) { state.bodyCheck.look(LibrarySide.LEARN) }
}
