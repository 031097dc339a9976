package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.height
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.isTraversalGroup
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.traversalIndex
import androidx.compose.ui.unit.dp
import app.mingmen.core.ChangeForm
import app.mingmen.core.PracticeChange
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.OneOf
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.StopButton
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch
import app.mingmen.ui.theme.tabular
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** What a person does on the page that changes a practice. */
class ChangeActions(val onChange: (PracticeChange) -> Unit, val onGoOn: () -> Unit, val onStop: () -> Unit)

/**
 * Changes what is left of a practice, which is held meanwhile: [leftMs] of it. Each press is one change, and made at once. To
 * go on and to stop are always on the screen.
 */
@Composable
fun Change(form: ChangeForm, leftMs: Int, actions: ChangeActions) = Page(
    Modifier.semantics { isTraversalGroup = true },
    top = { TopBar(actions.onGoOn, glyph = Glyphs.close, spokenBack = words[Label.GO_ON]) },
    foot = { Onwards(actions) },
) {
    Headline(words[Label.CHANGE_REST])
    Gap(6)
    Text(
        words.format(Label.HELD_WITH_LEFT, form.left),
        Modifier.semantics { liveRegion = LiveRegionMode.Polite },
        style = Theme.type.body.tabular(),
        color = Theme.colours.inkSoft,
    )
    if (form.canSit) {
        Gap(16)
        BigButton(words[Label.SIT_FROM_HERE], tone = Tone.TONAL, glyph = Glyphs.chair) { actions.onChange(PracticeChange.Seated) }
    }
    val chosen = form.minutes.firstOrNull { it.toInt() * MS_PER_MINUTE == leftMs }
    OneOf(words[Label.TIME_LEFT], form.minutes, { words.format(Label.MINUTES_SHORT, it.toInt()) }, chosen) { actions.onChange(PracticeChange.Minutes(it)) }
    GuidanceKeys(form.guidance) { actions.onChange(PracticeChange.Guidance(it)) }
    Gap(20)
}

@Composable
private fun Onwards(actions: ChangeActions) = BoxWithConstraints {
    val goOn: @Composable (Modifier) -> Unit = { BigButton(words[Label.GO_ON], it, glyph = Glyphs.play, onPress = actions.onGoOn) }
    val stop: @Composable (Modifier) -> Unit = { StopButton(words[Label.STOP], it.semantics { traversalIndex = FIRST }, onPress = actions.onStop) }
    if (maxWidth > SIDE_BY_SIDE) {
        Row(Modifier.height(IntrinsicSize.Min), horizontalArrangement = Arrangement.spacedBy(12.dp)) {
            goOn(Modifier.weight(1f).fillMaxHeight())
            stop(Modifier.weight(STOP_SHARE).fillMaxHeight())
        }
    } else {
        Column(verticalArrangement = Arrangement.spacedBy(Touch.gap.dp)) {
            goOn(Modifier)
            stop(Modifier)
        }
    }
}

private val SIDE_BY_SIDE = 480.dp
private const val STOP_SHARE = 1.6f
private const val MS_PER_MINUTE = 60_000
private const val FIRST = -1f
