package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.core.AroundChoice
import app.mingmen.core.Guidance
import app.mingmen.core.GuidanceForm
import app.mingmen.core.Pacer
import app.mingmen.core.PracticeCard
import app.mingmen.ui.part.AmountKeys
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.CheckRow
import app.mingmen.ui.part.Chip
import app.mingmen.ui.part.Chips
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.OneOf
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.RadioRow
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.words
import kotlin.math.ceil

/** How a person is led from now on. Each choice is kept as it is made. */
@Composable
fun Led(place: Place.AtLed, onChange: (Guidance) -> Unit, onBack: () -> Unit) = Page(top = { TopBar(onBack) }) {
    val form = place.form
    val chosen = form.chosen
    Headline(words[Label.LED])
    Gap(6)
    Text(words.whole(place.card, place.wholeMs), Modifier.semantics { liveRegion = LiveRegionMode.Polite }, color = Theme.colours.inkSoft)
    GuidanceKeys(form, onChange)
    Gap(12)
    Card { CheckRow(words[Label.OTHER_SIDE], chosen.otherSideFirst, { onChange(chosen.copy(otherSideFirst = it)) }) }
    Gap(20)
    GroupLabel(words[Label.AROUND])
    Card {
        Around(form.warmUp, chosen.warmUp) { onChange(chosen.copy(warmUp = it)) }
        Hairline()
        Around(form.gratitude, chosen.gratitude) { onChange(chosen.copy(gratitude = it)) }
        Hairline()
        Around(form.intention, chosen.intention) { onChange(chosen.copy(intention = it)) }
    }
    Gap(30)
}

/** What can be chosen before a practice and in the middle of one alike: what is said, the breath of a movement, the pacer. */
@Composable
internal fun GuidanceKeys(form: GuidanceForm, onChange: (Guidance) -> Unit) {
    val chosen = form.chosen
    Gap(20)
    GroupLabel(words[Label.WHAT_IS_SAID])
    Card {
        Column(Modifier.selectableGroup()) {
            form.voices.forEachIndexed { i, choice ->
                if (i > 0) Hairline()
                RadioRow(choice.text, choice.detail, choice.voice == chosen.voice) { onChange(chosen.copy(voice = choice.voice)) }
            }
        }
        Hairline()
        CheckRow(words[Label.BREATH_CHIMES], chosen.breathChimes, { onChange(chosen.copy(breathChimes = it)) })
        Hairline()
        CheckRow(words[Label.TOUCHES], chosen.touches, { onChange(chosen.copy(touches = it)) })
    }
    val breath = form.breaths.firstOrNull { it.breathMs == chosen.breathMs }
    OneOf(words[Label.BREATH_OF_MOVEMENT], form.breaths, { it.text }, breath) { onChange(chosen.copy(breathMs = it.breathMs)) }
    Gap(20)
    GroupLabel(words[Label.PACER])
    Card {
        CheckRow(words[Label.PACER_WHERE], chosen.pacer != null, { onChange(chosen.copy(pacer = if (it) form.usualPacer else null)) })
        chosen.pacer?.let { pacer -> PacerKeys(form, pacer) { onChange(chosen.copy(pacer = it)) } }
    }
}

@Composable
private fun PacerKeys(form: GuidanceForm, pacer: Pacer, onChange: (Pacer) -> Unit) {
    val at = form.paces.indexOfFirst { it.paceTenths == pacer.paceTenths }
    Hairline()
    AmountKeys(
        form.paces.getOrNull(at)?.text.orEmpty(), words[Label.PACE_SLOWER], words[Label.PACE_QUICKER],
        Modifier.padding(horizontal = 16.dp, vertical = 12.dp), canLess = at > 0, canMore = at < form.paces.lastIndex,
    ) { by -> form.paces.getOrNull(at + by)?.let { onChange(pacer.copy(paceTenths = it.paceTenths)) } }
    Chips(Modifier.selectableGroup().padding(start = 16.dp, end = 16.dp, bottom = 16.dp)) {
        form.inParts.forEach { part ->
            Chip(part.text, part.inPercent == pacer.inPercent, radio = true) { onChange(pacer.copy(inPercent = part.inPercent)) }
        }
    }
}

@Composable
private fun Around(choice: AroundChoice, on: Boolean, onTick: (Boolean) -> Unit) = CheckRow(choice.title, on, onTick, choice.detail)

/** How long a practice takes, and what of that goes around it. */
internal fun Labels.whole(card: PracticeCard, wholeMs: Int): String {
    val minutes = card.choices.minutes.toInt()
    val around = ceil(wholeMs / MS_PER_MINUTE).toInt() - minutes
    return if (around > 0) format(Label.MINUTES_AND_AROUND, minutes, around) else format(Label.MINUTES_SHORT, minutes)
}

private const val MS_PER_MINUTE = 60_000.0
