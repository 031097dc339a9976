package app.mingmen.ui.screen

import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** What is asked about once before it is done. To leave everything as it is is the louder key. */
@Composable
private fun AskedOnce(title: String, text: String, keep: String, act: String, tone: Tone, onKeep: () -> Unit, onAct: () -> Unit) = Page(top = { TopBar(onKeep) }) {
    Filler()
    Headline(title)
    Gap(8)
    Text(text)
    Filler()
    BigButton(keep, onPress = onKeep)
    Gap(10)
    BigButton(act, tone = tone, onPress = onAct)
    Gap(30)
}

/** Whether a routine of one's own is to be deleted. */
@Composable
internal fun Deleting(state: MingmenAppState, place: Place.AtDeleting) = AskedOnce(
    words.format(Label.DELETE_ASKED, place.page.routine.name), words[Label.DELETE_ASKED_MORE],
    keep = words[Label.KEEP_IT], act = words[Label.DELETE], Tone.WRONG, { state.back() },
) { state.own.delete(place) }

/** Whether a class is to be removed. */
@Composable
internal fun RemovingClass(state: MingmenAppState, place: Place.AtRemovingClass) = AskedOnce(
    words.format(Label.REMOVE_ASKED, place.at.draft.name), words[Label.REMOVE_ASKED_MORE],
    keep = words[Label.KEEP_IT], act = words[Label.REMOVE], Tone.WRONG, { state.back() },
) { state.classes.remove(place) }

/** Whether a plan is to be bent so, with what is to be weighed first. */
@Composable
internal fun Bending(state: MingmenAppState, place: Place.AtBending) = AskedOnce(
    place.option.title, place.option.warning ?: place.option.detail,
    keep = words[Label.KEEP_AS_IT_IS], act = place.option.title, Tone.OUTLINE, { state.back() },
) { state.plan.make(place.enrolment, place.option) }
