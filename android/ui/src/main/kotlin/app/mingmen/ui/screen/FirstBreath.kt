package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import app.mingmen.core.PracticeCard
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureStill
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.NoticeRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** After the questions: two doors and a look around. [advice] is what the answers ask a person to mind. */
@Composable
fun FirstBreath(card: PracticeCard, advice: List<String>, onStart: () -> Unit, onPlan: () -> Unit, onLook: () -> Unit, onBack: () -> Unit) =
    Page(top = { TopBar(onBack) }) {
        Headline(words[Label.WHERE_START])
        Gap(18)
        advice.forEach {
            Notice(it)
            Gap(12)
        }
        PracticeHero(card, stage = 264.dp) { BigButton(words[Label.START], glyph = Glyphs.play, onPress = onStart) }
        Gap(14)
        NoticeRow(Glyphs.plan, words[Label.SET_UP], support = words[Label.SET_UP_MORE], height = 88.dp, iconColour = Theme.colours.jade, onPress = onPlan)
        Filler()
        BigButton(words[Label.LOOK_AROUND], tone = Tone.QUIET, onPress = onLook)
        Gap(30)
    }

/** The card of a practice: the figure on its stage, what it is, and what can be done with it. */
@Composable
internal fun PracticeHero(card: PracticeCard, stage: Dp, actions: @Composable ColumnScope.() -> Unit) {
    val c = Theme.colours
    val height = if (Theme.largeText) 132.dp else stage
    Card(shape = Shapes.hero) {
        Box(Modifier.fillMaxWidth().height(height).background(c.stage), Alignment.BottomCenter) {
            FigureStill(card.motion, card.choices.posture, Backdrop.Disc, c.stage, Modifier.fillMaxSize().padding(top = 8.dp))
        }
        Column(Modifier.padding(start = 18.dp, end = 18.dp, top = 14.dp, bottom = 18.dp)) {
            if (card.overLine.isNotEmpty()) Text(card.overLine, style = Theme.type.supportMedium, color = c.inkSoft)
            Text(card.title, style = Theme.type.title)
            Gap(2)
            Text(card.facts, style = Theme.type.fact, color = c.inkSoft)
            Gap(14)
            actions()
        }
    }
}
