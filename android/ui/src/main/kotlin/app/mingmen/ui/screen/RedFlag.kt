package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.unit.dp
import app.mingmen.core.RedFlagCard
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** What the red-flag page can lead to. */
class RedFlagActions(
    /** Opens the dialler with the number; `null` where this device has none. */
    val onCall: ((String) -> Unit)?,
    val onTellThem: () -> Unit,
    val onMistake: () -> Unit,
    val onCleared: () -> Unit,
    val onLookAround: () -> Unit,
)

/** What a red flag leads to: what was ticked, the one thing to do, and the way back. */
@Composable
fun RedFlag(card: RedFlagCard, actions: RedFlagActions, onBack: (() -> Unit)? = null) = Page(top = { TopBar(onBack) }) {
    val c = Theme.colours
    Box(Modifier.size(60.dp).background(c.earthSoft, CircleShape), Alignment.Center) { Icon(Glyphs.phone, size = 30.dp, colour = c.earth) }
    Gap(18)
    Headline(card.title)
    Gap(18)
    Ticked(card.ticked)
    Gap(18)
    Text(card.action)
    Gap(12)
    Text(card.after, style = Theme.type.support, color = c.inkSoft)
    Filler()
    Call(card, actions.onCall)
    BigButton(words[Label.TELL_THEM], tone = Tone.OUTLINE, onPress = actions.onTellThem)
    Gap(10)
    BigButton(card.wayBack, tone = Tone.QUIET, onPress = actions.onCleared)
    BigButton(words[Label.TICKED_BY_MISTAKE], tone = Tone.QUIET, onPress = actions.onMistake)
    BigButton(words[Label.LOOK_AROUND], tone = Tone.QUIET, onPress = actions.onLookAround)
    Gap(18)
}

@Composable
private fun Ticked(lines: List<String>) {
    val c = Theme.colours
    Column(Modifier.fillMaxWidth().clip(Shapes.card).background(c.earthSoft).padding(horizontal = 18.dp, vertical = 16.dp)) {
        Text(words[Label.YOU_TICKED], style = Theme.type.supportMedium, color = c.onEarthSoft)
        lines.forEach { Text(it, Modifier.padding(top = 2.dp), style = Theme.type.bodyStrong, color = c.onEarthSoft) }
    }
}

@Composable
private fun Call(card: RedFlagCard, onCall: ((String) -> Unit)?) {
    val number = card.call?.number ?: return
    if (onCall != null) {
        BigButton(words.format(Label.CALL, number), tone = Tone.EMERGENCY, glyph = Glyphs.phone) { onCall(number) }
    } else {
        Text(words.format(Label.CALL_FROM_PHONE, number), style = Theme.type.title, color = Theme.colours.earth)
    }
    Gap(10)
}

/** What to tell whoever helps, in lines large enough to be read over a shoulder. */
@Composable
fun TellThem(card: RedFlagCard, onBack: () -> Unit) = Page(top = { TopBar(onBack, words[Label.TELL_THEM]) }) {
    Gap(12)
    Card {
        card.tellThem.forEachIndexed { i, line ->
            if (i > 0) Hairline()
            Text(line, Modifier.padding(18.dp), style = Theme.type.title)
        }
    }
    Gap(30)
}

@Composable
internal fun Paragraphs(lines: List<String>, modifier: Modifier = Modifier) {
    Column(modifier, verticalArrangement = Arrangement.spacedBy(8.dp)) {
        lines.forEach { Text(it, style = Theme.type.support, color = Theme.colours.inkSoft) }
    }
}
