package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.core.Posture
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureStill
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Page
import app.mingmen.ui.theme.Ring
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** The first page anyone sees: what this is, and one button. */
@Composable
fun Welcome(onBegin: () -> Unit) = Page {
    val c = Theme.colours
    val scene = if (Theme.largeText) 200.dp else 300.dp
    Gap(18)
    FigureStill(WELCOME_MOTION, Posture.SEATED, Backdrop.Breath(guide = false) { Ring.maxScale }, c.paper, Modifier.fillMaxWidth().height(scene))
    Gap(28)
    Text(words[Label.APP_NAME], Modifier.semantics { heading() }, style = Theme.type.name)
    Gap(4)
    Text(words[Label.WELCOME_LINE], style = Theme.type.line, color = c.inkSoft)
    Gap(18)
    Text(words[Label.WELCOME_BODY])
    Filler()
    Row(Modifier.padding(bottom = 18.dp), horizontalArrangement = Arrangement.spacedBy(10.dp)) {
        Icon(Glyphs.lock, size = 22.dp, colour = c.inkSoft)
        Text(words[Label.WELCOME_PRIVATE], style = Theme.type.support, color = c.inkSoft)
    }
    BigButton(words[Label.BEGIN], onPress = onBegin)
    Gap(30)
}

/** The motion of the first breath, which the pages before it show. */
internal const val WELCOME_MOTION = "centring-breath"
