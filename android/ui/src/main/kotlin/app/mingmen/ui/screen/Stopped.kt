package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.unit.dp
import app.mingmen.core.StopForm
import app.mingmen.core.StopNext
import app.mingmen.core.StopSign
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.Mood
import app.mingmen.ui.part.NoticeRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.press
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/**
 * After Stop: it was right to stop, or to say so where no practice was [stopped]. What was felt leads on; signs that need
 * help now come first.
 */
@Composable
fun Stopped(form: StopForm, stopped: Boolean, onSign: (StopSign) -> Unit, onDone: () -> Unit) = Page {
    Gap(44)
    Headline(if (stopped) form.title else words[Label.FELT_WRONG_TITLE])
    Gap(10)
    Text(form.lead)
    Gap(22)
    GroupLabel(form.question)
    Column(verticalArrangement = Arrangement.spacedBy(10.dp)) {
        form.emergency.forEach { Sign(it, urgent = true) { onSign(it) } }
        form.signs.forEach { Sign(it, urgent = false) { onSign(it) } }
    }
    Filler()
    BigButton(words[Label.DONE_FOR_TODAY], tone = Tone.QUIET, onPress = onDone)
    Gap(30)
}

@Composable
private fun Sign(sign: StopSign, urgent: Boolean, onPress: () -> Unit) {
    if (urgent) {
        NoticeRow(Glyphs.phone, sign.text, mood = Mood.DOCTOR, height = Touch.primary.dp, onPress = onPress)
        return
    }
    val c = Theme.colours
    Box(
        Modifier.fillMaxWidth().heightIn(min = Touch.primary.dp).clip(Shapes.button).background(c.raised)
            .border(1.5.dp, c.outline, Shapes.button).press(onPress = onPress).padding(horizontal = 20.dp, vertical = 10.dp),
        contentAlignment = Alignment.CenterStart,
    ) { Text(sign.text, style = Theme.type.bodyMedium) }
}

/** What follows a sign: what to do, and where it leads. */
@Composable
fun AfterStop(sign: StopSign, onNext: () -> Unit) = Page {
    val c = Theme.colours
    Gap(44)
    Icon(Glyphs.hand, size = 34.dp, colour = c.earth)
    Gap(14)
    Headline(sign.text)
    Gap(14)
    Card { Text(sign.advice, Modifier.padding(18.dp)) }
    Filler()
    BigButton(words[onwards(sign.next)], onPress = onNext)
    Gap(30)
}

private fun onwards(next: StopNext): Label = when (next) {
    StopNext.EMERGENCY -> Label.SEE_WHAT_TO_DO
    StopNext.SCREEN -> Label.SIGNS_AGAIN
    StopNext.REST -> Label.DONE_FOR_TODAY
}
