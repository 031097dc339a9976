package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.withStyle
import androidx.compose.ui.unit.dp
import app.mingmen.core.DayAfterQuestion
import app.mingmen.core.Gate
import app.mingmen.core.MendingAccount
import app.mingmen.core.Offer
import app.mingmen.core.OpenPractice
import app.mingmen.core.PlanId
import app.mingmen.core.Posture
import app.mingmen.core.PracticeCard
import app.mingmen.core.Session
import app.mingmen.core.Today
import app.mingmen.core.TodayState
import app.mingmen.core.WeekSummary
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureStill
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Greeting
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.IconButton
import app.mingmen.ui.part.IconRow
import app.mingmen.ui.part.Mood
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.NoticeRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.WeekMarks
import app.mingmen.ui.part.press
import app.mingmen.ui.state.Answered
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** What Today can lead to. */
class TodayActions(
    val onBegin: (PracticeCard) -> Unit,
    val onHurts: () -> Unit,
    val onContinue: (OpenPractice) -> Unit,
    val onFinishHere: (OpenPractice) -> Unit,
    val onPlan: () -> Unit,
    val onNextPlan: (PlanId) -> Unit,
    val onGoOnToday: () -> Unit,
    val onRedFlag: () -> Unit,
    val onReminders: () -> Unit,
    val onOffer: (Offer, Boolean) -> Unit,
    val onDayAfter: (DayAfterQuestion, Boolean) -> Unit,
    val onAccountRead: (MendingAccount) -> Unit,
)

/** The first screen of every day. [kindWords] is a kind word from the check-in just saved, [answered] what was just said on the page. */
@Composable
fun TodayPage(today: Today, kindWords: String, answered: Answered?, actions: TodayActions, tabs: @Composable () -> Unit) = Page(bottom = tabs) {
    Greeting(today.dateText, today.heading) { if (today.remindersHeldBack) HeldBackBell(actions.onReminders) }
    if (kindWords.isNotEmpty()) {
        Notice(kindWords)
        Gap(12)
    }
    today.mended?.let {
        MendedCard(it) { actions.onAccountRead(it) }
        Gap(12)
    }
    today.openPractice?.let {
        Resume(it, actions)
        Gap(12)
    }
    State(today, actions)
    (today.gate as? Gate.Open)?.advice.orEmpty().forEach {
        Gap(12)
        Notice(it, glyph = Glyphs.phone)
    }
    if (today.gentle.isNotEmpty()) {
        Gap(12)
        NoticeRow(Glyphs.leaf, words[Label.HURTS_TODAY], support = words[Label.HURTS_TODAY_MORE], mood = Mood.GENTLE, onPress = actions.onHurts)
    }
    Asked(today, answered, actions)
    Gap(12)
    Week(today, actions.onReminders)
    Gap(14)
}

/** What there is beside the one thing to do, below it: other plans, what can be changed, and what is asked. */
@Composable
private fun Asked(today: Today, answered: Answered?, actions: TodayActions) {
    AlsoDue(today.alsoDue, actions.onBegin)
    if (answered != null) {
        Gap(12)
        AnswerKept(answered)
    }
    today.offer?.let { offer ->
        Gap(12)
        OfferCard(offer) { actions.onOffer(offer, it) }
    }
    today.dayAfter?.let { question ->
        Gap(12)
        DayAfterCard(question) { actions.onDayAfter(question, it) }
    }
}

/** One might not ring: the way to why. The ember on the bell is said in words as well. */
@Composable
private fun HeldBackBell(onReminders: () -> Unit) {
    val c = Theme.colours
    Box(contentAlignment = Alignment.TopEnd) {
        IconButton(Glyphs.bell, words[Label.BELL_HELD_BACK], onPress = onReminders)
        Box(Modifier.padding(top = 12.dp, end = 12.dp).size(13.dp).background(c.paper, CircleShape).padding(2.dp).background(c.ember, CircleShape))
    }
}

@Composable
private fun State(today: Today, actions: TodayActions) {
    when (val state = today.state) {
        is TodayState.Due -> Due(state.card, resuming = today.openPractice != null) { actions.onBegin(state.card) }
        is TodayState.Done -> NextPractice(state.next, state.nextWhen, state.card, words[Label.ONCE_MORE], actions.onBegin)
        is TodayState.Rest -> NextPractice(state.next, state.nextWhen, state.card, words[Label.PRACTISE_ANYWAY], actions.onBegin)
        is TodayState.Paused -> PausedToday(state.text, actions.onGoOnToday)
        is TodayState.PlanOver -> PlanOverToday(state.text, state.next, actions.onNextPlan)
        is TodayState.NotEnrolled -> Doors(state, actions)
        TodayState.Shut -> Waits(Label.SEE_WHAT_TO_DO, words[Label.PRACTICE_SHUT], actions.onRedFlag)
        TodayState.ScreenAgain -> Waits(Label.SIGNS_AGAIN, today.screenAgainWhy.ifEmpty { words[Label.SIGNS_AGAIN_MORE] }, actions.onRedFlag)
        TodayState.NotScreened -> Unit
    }
}

/** Practice waits, and this is what comes before it. */
@Composable
private fun Waits(title: Label, support: String, onPress: () -> Unit) =
    NoticeRow(Glyphs.phone, words[title], support = support, mood = Mood.DOCTOR, onPress = onPress)

@Composable
private fun Due(card: PracticeCard, resuming: Boolean, onBegin: () -> Unit) = PracticeHero(card, stage = 188.dp) {
    // With a practice still open, continuing it is the one thing to do.
    BigButton(words[Label.BEGIN], glyph = Glyphs.play, tone = if (resuming) Tone.TONAL else Tone.PRIMARY, onPress = onBegin)
}

@Composable
private fun Doors(state: TodayState.NotEnrolled, actions: TodayActions) {
    PracticeHero(state.firstBreath, stage = 188.dp) {
        val tone = if (state.firstBreathTaken) Tone.TONAL else Tone.PRIMARY
        BigButton(words[Label.START], glyph = Glyphs.play, tone = tone) { actions.onBegin(state.firstBreath) }
    }
    Gap(12)
    NoticeRow(Glyphs.plan, words[Label.SET_UP], support = words[Label.SET_UP_MORE], height = 88.dp, iconColour = Theme.colours.jade, onPress = actions.onPlan)
}

@Composable
private fun NextPractice(next: Session?, nextWhen: String, card: PracticeCard?, again: String, onBegin: (PracticeCard) -> Unit) {
    val c = Theme.colours
    Card(shape = Shapes.hero) {
        Column(Modifier.padding(18.dp)) {
            Row(horizontalArrangement = Arrangement.spacedBy(14.dp), verticalAlignment = Alignment.CenterVertically) {
                if (!Theme.largeText) Thumb(if (card == null) WELCOME_MOTION else card.motion, card?.choices?.posture ?: next?.posture ?: Posture.SEATED, 92)
                Column {
                    Text(words[Label.NEXT_PRACTICE], style = Theme.type.supportMedium, color = c.inkSoft)
                    Text(nextWhen.ifEmpty { words[Label.NONE_PLANNED] }, style = Theme.type.title)
                    card?.let { Text(it.title, style = Theme.type.fact, color = c.inkSoft) }
                }
            }
            if (card == null) return@Column
            Gap(16)
            BigButton(again, glyph = Glyphs.play, tone = Tone.TONAL) { onBegin(card) }
        }
    }
}

@Composable
internal fun Thumb(motion: String?, posture: Posture, size: Int) {
    val c = Theme.colours
    Box(Modifier.size(size.dp).clip(RoundedCornerShape(18.dp)).background(c.stage)) {
        FigureStill(motion, posture, Backdrop.Bare, c.stage, Modifier.fillMaxSize().padding(4.dp))
    }
}

@Composable
private fun Resume(open: OpenPractice, actions: TodayActions) = Card(shape = Shapes.hero) {
    Column(Modifier.padding(18.dp)) {
        Headline(open.title, small = true)
        Gap(2)
        Text(open.text, style = Theme.type.fact, color = Theme.colours.inkSoft)
        Gap(14)
        BigButton(words[Label.GO_ON], glyph = Glyphs.play) { actions.onContinue(open) }
        Gap(8)
        BigButton(words[Label.FINISH_HERE], tone = Tone.OUTLINE) { actions.onFinishHere(open) }
    }
}

@Composable
private fun Week(today: Today, onReminders: () -> Unit) = Card {
    Column(Modifier.padding(start = 10.dp, end = 10.dp, top = 10.dp, bottom = 12.dp)) {
        WeekHeading(today.week)
        WeekMarks(today.week, if (Theme.largeText) Modifier.padding(horizontal = 8.dp) else Modifier)
    }
    if (today.nextReminder == null) return@Card
    Hairline()
    ReminderRow(today.nextReminderWhen, today.remindersHeldBack, onReminders)
}

@Composable
private fun WeekHeading(week: WeekSummary) {
    val done = words.format(Label.DONE_COUNT, week.sessionsDone.toInt(), week.sessionsDue.toInt())
    if (Theme.largeText) {
        Column(Modifier.padding(8.dp)) {
            Text(words[Label.THIS_WEEK], style = Theme.type.factStrong)
            Text(done, style = Theme.type.support, color = Theme.colours.inkSoft)
        }
        return
    }
    Row(Modifier.fillMaxWidth().padding(start = 8.dp, end = 8.dp, bottom = 8.dp)) {
        Text(words[Label.THIS_WEEK], Modifier.weight(1f), style = Theme.type.factStrong)
        if (week.sessionsDue > 0u) Text(done, style = Theme.type.support, color = Theme.colours.inkSoft)
    }
}

@Composable
private fun ReminderRow(at: String, heldBack: Boolean, onPress: () -> Unit) {
    val c = Theme.colours
    Box(Modifier.fillMaxWidth().press(onPress = onPress)) {
        IconRow(Glyphs.bell, if (heldBack) c.ember else c.inkSoft, height = 52.dp, chevron = c.inkSoft, iconSize = 22.dp) {
            Text(marked(words.format(Label.NEXT_REMINDER, at), at), style = Theme.type.fact)
            if (heldBack) Text(words[Label.HELD_BACK], style = Theme.type.support, color = c.emberText)
        }
    }
}

// The part of a sentence that matters, in bold.
private fun marked(sentence: String, part: String): AnnotatedString = buildAnnotatedString {
    val at = sentence.indexOf(part)
    if (part.isEmpty() || at < 0) {
        append(sentence)
        return@buildAnnotatedString
    }
    append(sentence.take(at))
    withStyle(SpanStyle(fontWeight = FontWeight.SemiBold)) { append(part) }
    append(sentence.drop(at + part.length))
}
