package app.mingmen.ui.screen

import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import app.mingmen.core.AboutYouEffect
import app.mingmen.core.AboutYouForm
import app.mingmen.core.AboutYouLineId
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.CheckRow
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** After the first breath: what fits the person. The note under the list says at once what the ticks changed. */
@Composable
fun AboutYou(
    form: AboutYouForm,
    ticked: Set<AboutYouLineId>,
    effect: AboutYouEffect?,
    onTick: (AboutYouLineId, Boolean) -> Unit,
    onNext: () -> Unit,
    onBack: () -> Unit,
) = Page(top = { TopBar(onBack) }) {
    Headline(form.title, small = true)
    Gap(6)
    Text(form.lead, style = Theme.type.support, color = Theme.colours.inkSoft)
    Gap(14)
    Card {
        form.lines.forEachIndexed { i, line ->
            if (i > 0) Hairline()
            CheckRow(line.text, line.id in ticked, { onTick(line.id, it) })
        }
    }
    if (effect != null && ticked.isNotEmpty()) Effects(effect)
    Gap(10)
    Text(form.notice, style = Theme.type.support, color = Theme.colours.inkSoft)
    Filler()
    BigButton(if (ticked.isEmpty()) form.none else words[Label.PROCEED], onPress = onNext)
    Gap(30)
}

@Composable
private fun Effects(effect: AboutYouEffect) {
    if (effect.note.isNotEmpty()) {
        Gap(14)
        Notice(effect.note)
    }
    if (effect.advice.isEmpty()) return
    Gap(12)
    Paragraphs(effect.advice)
}
