package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureStill
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.NoticeRow
import app.mingmen.ui.part.PainKeys
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.words

/** Before the count-in: what is needed, how one is led, and one question. A number starts the practice, and so does "without". */
@Composable
fun Ready(place: Place.Ready, onStart: (pain: Int?) -> Unit, onLed: () -> Unit, onClose: () -> Unit) = Page(
    over = Theme.colours.stage,
    bleed = {
        val c = Theme.colours
        val card = place.card
        Column(Modifier.fillMaxWidth().background(c.stage), horizontalAlignment = Alignment.CenterHorizontally) {
            TopBar(onClose, card.title, glyph = Glyphs.close, spokenBack = words[Label.CLOSE])
            Box(Modifier.fillMaxWidth().height(if (Theme.largeText) 150.dp else 204.dp), Alignment.BottomCenter) {
                FigureStill(card.motion, card.choices.posture, Backdrop.Disc, c.stage, Modifier.fillMaxSize())
            }
        }
    },
) {
    Gap(18)
    Text(place.card.setup, style = Theme.type.fact, color = Theme.colours.inkSoft)
    Gap(12)
    NoticeRow(Glyphs.adjust, words[Label.LED], support = words.manner(place), height = 64.dp, onPress = onLed)
    Gap(18)
    Headline(words[Label.BACK_BEFORE], small = true)
    Gap(14)
    PainKeys(chosen = null, onChoose = onStart)
    Filler()
    Text(
        words[Label.NUMBER_STARTS],
        Modifier.fillMaxWidth(),
        style = Theme.type.support,
        color = Theme.colours.inkSoft,
        textAlign = TextAlign.Center,
    )
    Gap(10)
    BigButton(words[Label.START_WITHOUT], tone = Tone.TONAL, glyph = Glyphs.play) { onStart(null) }
    Gap(30)
}

/** How one is led in a few words, and how long it takes so. */
private fun Labels.manner(place: Place.Ready): String {
    val voice = place.led.voices.firstOrNull { it.voice == place.led.chosen.voice }?.text
    return listOfNotNull(voice, whole(place.card, place.wholeMs)).joinToString(" · ")
}
