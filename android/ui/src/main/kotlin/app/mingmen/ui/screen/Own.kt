package app.mingmen.ui.screen

import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** The page on which a routine is made or changed. */
@Composable
internal fun Making(state: MingmenAppState, place: Place.AtMaking) = Lead(words[Label.MAKE_ROUTINE], place.form.note) { state.back() }

/** The questions about today's body. */
@Composable
internal fun BodyCheck(state: MingmenAppState, place: Place.AtBodyCheck) = Lead(place.form.title, place.form.lead) { state.back() }

/** What the body check suggests. */
@Composable
internal fun Suggested(state: MingmenAppState, place: Place.AtSuggestions) = Lead(place.suggestions.answered, place.suggestions.notice) { state.back() }

/** The small notes. */
@Composable
internal fun Notes(state: MingmenAppState, place: Place.AtNotes) = Lead(place.form.title, place.form.lead) { state.back() }

@Composable
private fun Lead(title: String, lead: String, onBack: () -> Unit) = Page(top = { TopBar(onBack) }) {
    Headline(title)
    Gap(8)
    Text(lead)
}
