package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.core.PlanChoice
import app.mingmen.core.PlanId
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.Badge
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.LinkRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.press
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** The plans that can be followed, each with where it comes from. */
@Composable
internal fun OtherPlans(state: MingmenAppState, place: Place.AtPlans) = Page(top = { TopBar({ state.back() }, words[Label.ALL_PLANS]) }) {
    place.choices.forEach { choice ->
        PlanCard(choice) { state.plan.begin(choice.plan) }
        Gap(12)
    }
    Gap(18)
}

@Composable
private fun PlanCard(choice: PlanChoice, onOpen: () -> Unit) {
    val c = Theme.colours
    // Of routines of one's own, several can be followed side by side.
    val opens = !choice.isRunning || choice.needsRoutine
    val touch = if (opens) Modifier.press(onPress = onOpen) else Modifier.semantics(mergeDescendants = true) {}
    Card {
        Row(
            Modifier.fillMaxWidth().then(touch).padding(start = 16.dp, end = 14.dp, top = 14.dp, bottom = 14.dp),
            horizontalArrangement = Arrangement.spacedBy(14.dp),
            verticalAlignment = Alignment.CenterVertically,
        ) {
            Column(Modifier.weight(1f)) {
                Text(choice.title, style = Theme.type.heading)
                if (choice.isRunning) Followed()
                Gap(4)
                Text(choice.about, style = Theme.type.fact)
                Gap(10)
                Badge(choice.origin)
            }
            if (opens && !Theme.largeText) Icon(Glyphs.forward, size = 20.dp, colour = c.inkSoft)
        }
    }
}

@Composable
private fun Followed() = Row(Modifier.padding(top = 2.dp), Arrangement.spacedBy(6.dp), Alignment.CenterVertically) {
    Icon(Glyphs.check, size = 18.dp, colour = Theme.colours.jade)
    Text(words[Label.YOU_FOLLOW_IT], style = Theme.type.supportStrong, color = Theme.colours.jade)
}

/** Today while the plan rests: the pause can end on any day. */
@Composable
internal fun PausedToday(text: String, onGoOn: () -> Unit) = Card(shape = Shapes.hero) {
    Column(Modifier.padding(18.dp)) {
        Text(text)
        Gap(16)
        BigButton(words[Label.GO_ON_TODAY], tone = Tone.TONAL, onPress = onGoOn)
    }
}

/** Today when all weeks are done: what to go on with. */
@Composable
internal fun PlanOverToday(text: String, next: List<PlanChoice>, onChoose: (PlanId) -> Unit) {
    Card(shape = Shapes.hero) { Text(text, Modifier.padding(18.dp)) }
    if (next.isEmpty()) return
    Gap(20)
    GroupLabel(words[Label.GO_ON_WITH])
    Card {
        next.forEachIndexed { i, choice ->
            if (i > 0) Hairline()
            LinkRow(choice.title, choice.about) { onChoose(choice.plan) }
        }
    }
}
