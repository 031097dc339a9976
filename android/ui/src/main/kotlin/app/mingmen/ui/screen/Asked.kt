package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.core.DayAfterQuestion
import app.mingmen.core.MendingAccount
import app.mingmen.core.Offer
import app.mingmen.core.PracticeCard
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.Badge
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.LinkRow
import app.mingmen.ui.part.Mood
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.Tone
import app.mingmen.ui.state.Answered
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.words

/** What other plans have for today, beside the one that the page is about. */
@Composable
internal fun AlsoDue(cards: List<PracticeCard>, onBegin: (PracticeCard) -> Unit) {
    if (cards.isEmpty()) return
    Gap(16)
    GroupLabel(words[Label.ALSO_TODAY])
    Card {
        cards.forEachIndexed { i, card ->
            if (i > 0) Hairline()
            LinkRow(card.title, card.facts, quietly = card.overLine) { onBegin(card) }
        }
    }
}

/** Something that can be made easier or longer: what, why, and whose idea it is. Nothing is changed until it is accepted. */
@Composable
internal fun OfferCard(offer: Offer, onAnswer: (Boolean) -> Unit) = Card {
    Column(Modifier.padding(16.dp)) {
        Text(offer.title, style = Theme.type.heading)
        Gap(4)
        Text(offer.reason, style = Theme.type.fact)
        Gap(8)
        Text(offer.detail, style = Theme.type.fact, color = Theme.colours.inkSoft)
        Gap(10)
        Badge(offer.origin)
        Gap(14)
        Answers(words[Label.ACCEPT], words[Label.DECLINE], onAnswer)
    }
}

/** What is asked the day after a practice. It can be left unanswered. */
@Composable
internal fun DayAfterCard(question: DayAfterQuestion, onAnswer: (Boolean) -> Unit) = Card {
    Column(Modifier.padding(16.dp)) {
        Text(question.question, style = Theme.type.bodyStrong)
        Gap(14)
        Answers(words[Label.WORSE_SINCE], words[Label.NOT_WORSE], onAnswer)
    }
}

/** What became of everything after a part of the diary was damaged, until it was read. */
@Composable
internal fun MendedCard(account: MendingAccount, onRead: () -> Unit) = Card {
    Column(Modifier.padding(16.dp)) {
        Text(account.heading, style = Theme.type.heading)
        account.lines.forEach {
            Gap(6)
            Text(it, style = Theme.type.fact)
        }
        Gap(14)
        BigButton(words[Label.ACCOUNT_READ], tone = Tone.OUTLINE, height = 52.dp, style = Theme.type.factStrong, onPress = onRead)
    }
}

// Neither answer is the louder one.
@Composable
private fun Answers(yes: String, no: String, onAnswer: (Boolean) -> Unit) {
    val key: @Composable (String, Boolean, Modifier) -> Unit = { text, answer, modifier ->
        BigButton(text, modifier, Tone.OUTLINE, height = 52.dp, style = Theme.type.factStrong) { onAnswer(answer) }
    }
    if (Theme.largeText) {
        key(yes, true, Modifier)
        Gap(8)
        key(no, false, Modifier)
        return
    }
    Row(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
        key(yes, true, Modifier.weight(1f))
        key(no, false, Modifier.weight(1f))
    }
}

/** What became of an answer, where the question was. */
@Composable
internal fun AnswerKept(answered: Answered) = Card(Modifier.semantics { liveRegion = LiveRegionMode.Polite }) {
    Notice(words.of(answered), glyph = Glyphs.check, mood = Mood.PLAIN)
}

private fun Labels.of(answered: Answered): String = when (answered) {
    Answered.Accepted -> this[Label.ACCEPTED]
    Answered.Declined -> this[Label.DECLINED]
    is Answered.Noted -> answered.words
}
