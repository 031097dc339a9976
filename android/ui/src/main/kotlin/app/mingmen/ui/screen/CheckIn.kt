package app.mingmen.ui.screen

import androidx.compose.animation.AnimatedVisibility
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.unit.dp
import app.mingmen.core.CheckInForm
import app.mingmen.core.SensationId
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Chip
import app.mingmen.ui.part.Chips
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.OpenerRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.PainKeys
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.WritingField
import app.mingmen.ui.part.pain
import app.mingmen.ui.part.press
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** What is noted so far, and not yet kept. */
data class CheckInDraftView(
    val pain: Int? = null,
    val unsure: Boolean = false,
    val noticed: Set<SensationId> = emptySet(),
    /** As the core keeps it, 0 (low) to 10 (good). */
    val mood: Int? = null,
    val line: String = "",
    /** Mood and line are unfolded. */
    val saysMore: Boolean = false,
) {
    /** There is something to keep. */
    val something: Boolean get() = pain != null || noticed.isNotEmpty() || mood != null || line.isNotBlank()
}

/** What the check-in can lead to. */
class CheckInActions(
    val onChange: (CheckInDraftView) -> Unit,
    val onSave: () -> Unit,
    val onSkip: () -> Unit,
    val onFeltWrong: () -> Unit,
)

/** After a practice: one tap, mended by another, kept only by Save. */
@Composable
fun CheckIn(form: CheckInForm, draft: CheckInDraftView, actions: CheckInActions) = Page(top = { Top(actions.onSkip) }) {
    Text(form.closing, style = Theme.type.fact, color = Theme.colours.inkSoft)
    Gap(14)
    Headline(words[Label.BACK_NOW])
    Gap(12)
    Value(draft, form.painBefore?.toInt())
    Gap(10)
    PainKeys(
        chosen = draft.pain,
        onChoose = { actions.onChange(draft.copy(pain = it, unsure = false)) },
        before = form.painBefore?.toInt(),
        unsure = draft.unsure,
        onNotSure = { actions.onChange(draft.copy(pain = null, unsure = true)) },
    )
    Gap(16)
    GroupLabel(words[Label.NOTICED])
    Chips {
        form.sensations.filter { !it.feltWrong }.forEach { s ->
            Chip(s.text, s.id in draft.noticed) { on -> actions.onChange(draft.copy(noticed = if (on) draft.noticed + s.id else draft.noticed - s.id)) }
        }
    }
    Gap(8)
    val wrong = form.sensations.firstOrNull { it.feltWrong }?.text ?: words[Label.FELT_WRONG]
    BigButton(wrong, tone = Tone.WRONG, glyph = Glyphs.hand, height = 56.dp, style = Theme.type.bodyStrong, onPress = actions.onFeltWrong)
    Gap(8)
    Card {
        val noted = listOfNotNull(form.moods.firstOrNull { it.mood.toInt() == draft.mood }?.text, draft.line.ifBlank { null }).joinToString(" · ")
        OpenerRow(words[Label.SAY_MORE], words[Label.IF_YOU_LIKE], draft.saysMore, noted) { actions.onChange(draft.copy(saysMore = !draft.saysMore)) }
        AnimatedVisibility(draft.saysMore) { More(form, draft, actions.onChange) }
    }
    Filler(8)
    val saves = draft.something
    BigButton(if (saves) words[Label.SAVE] else words[Label.PROCEED], onPress = if (saves) actions.onSave else actions.onSkip)
    Gap(20)
}

/** What few want to say each time: how the mood is, and a line of one's own. */
@Composable
private fun More(form: CheckInForm, draft: CheckInDraftView, onChange: (CheckInDraftView) -> Unit) {
    Column(Modifier.fillMaxWidth().padding(start = 16.dp, end = 16.dp, bottom = 16.dp), Arrangement.spacedBy(12.dp)) {
        Chips(Modifier.selectableGroup()) {
            form.moods.forEach { choice ->
                val mood = choice.mood.toInt()
                val on = mood == draft.mood
                // The same one again takes it back.
                Chip(choice.text, on, radio = true) { onChange(draft.copy(mood = mood.takeIf { !on })) }
            }
        }
        WritingField(draft.line, words[Label.A_LINE], words[Label.A_LINE], { onChange(draft.copy(line = it)) })
    }
}

@Composable
private fun Top(onSkip: () -> Unit) {
    Row(Modifier.fillMaxWidth().heightIn(min = 56.dp).padding(end = 8.dp), Arrangement.End, Alignment.CenterVertically) {
        Box(Modifier.heightIn(min = 48.dp).clip(Shapes.key).press(onPress = onSkip).padding(horizontal = 12.dp), Alignment.Center) {
            Text(words[Label.SKIP], style = Theme.type.bodyStrong, color = Theme.colours.jade)
        }
    }
}

@Composable
private fun Value(draft: CheckInDraftView, before: Int?) {
    val c = Theme.colours
    Row(Modifier.heightIn(min = 48.dp), Arrangement.spacedBy(12.dp), Alignment.Bottom) {
        draft.pain?.let {
            Text("$it", Modifier.alignByBaseline(), style = Theme.type.numeral)
            Text(words.pain(it), Modifier.alignByBaseline(), style = Theme.type.heading)
        }
        Spacer(Modifier.weight(1f))
        if (before != null && !Theme.largeText) Before(before, Modifier.alignByBaseline())
    }
    if (before != null && Theme.largeText) Text(words.format(Label.BEFORE, before), style = Theme.type.support, color = c.inkSoft)
}

@Composable
private fun Before(before: Int, modifier: Modifier) {
    Row(modifier, Arrangement.spacedBy(7.dp), Alignment.CenterVertically) {
        Box(Modifier.size(18.dp, 3.dp).background(Theme.colours.ember, RoundedCornerShape(2.dp)))
        Text(words.format(Label.BEFORE, before), style = Theme.type.support, color = Theme.colours.inkSoft)
    }
}
