package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.mingmen.core.PracticeCard
import app.mingmen.core.Today
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Chip
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Greeting
import app.mingmen.ui.part.Mood
import app.mingmen.ui.part.NoticeRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** Today on a day that hurts: five quiet minutes or ten, the signs that need a doctor, and the way back. No question is asked. */
@Composable
fun Hurts(
    today: Today,
    chosen: PracticeCard,
    onChoose: (PracticeCard) -> Unit,
    onBegin: () -> Unit,
    onWorse: () -> Unit,
    onBack: () -> Unit,
    tabs: @Composable () -> Unit,
) = Page(bottom = tabs) {
    Greeting(today.dateText, words[Label.GENTLE_DAY])
    PracticeHero(chosen, stage = 172.dp) {
        BigButton(words[Label.BEGIN], glyph = Glyphs.play, onPress = onBegin)
        if (today.gentle.size > 1 || today.gentleLonger != null) {
            Gap(12)
            Ways(today, chosen, onChoose)
        }
    }
    Gap(12)
    NoticeRow(Glyphs.phone, words[Label.WORSE], support = words[Label.WORSE_MORE], mood = Mood.DOCTOR, onPress = onWorse)
    Gap(12)
    NoticeRow(Glyphs.turn, words[Label.BACK_TO_TODAY], support = words[Label.BACK_TO_TODAY_MORE], onPress = onBack)
    Gap(14)
}

/** Lying or seated for five minutes, or more of it for a day that allows that: one of them holds. */
@Composable
private fun Ways(today: Today, chosen: PracticeCard, onChoose: (PracticeCard) -> Unit) {
    val chip: @Composable (PracticeCard, Modifier) -> Unit = { card, modifier ->
        val text = words.format(Label.POSTURE_MINUTES, words.name(card.choices.posture), card.choices.minutes.toInt())
        Chip(text, card == chosen, modifier, radio = true) { onChoose(card) }
    }
    Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        if (Theme.largeText) {
            today.gentle.forEach { chip(it, Modifier) }
        } else {
            Row(horizontalArrangement = Arrangement.spacedBy(8.dp)) { today.gentle.forEach { chip(it, Modifier.weight(1f)) } }
        }
        today.gentleLonger?.let { chip(it, Modifier.fillMaxWidth()) }
    }
}
