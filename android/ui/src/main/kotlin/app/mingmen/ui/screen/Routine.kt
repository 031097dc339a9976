package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.mingmen.core.Choices
import app.mingmen.core.ItemLink
import app.mingmen.core.Origin
import app.mingmen.core.Posture
import app.mingmen.core.PracticeCard
import app.mingmen.core.Presence
import app.mingmen.core.RoutineLine
import app.mingmen.core.RoutinePage
import app.mingmen.core.RoutineShape
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureStill
import app.mingmen.ui.figure.LocalFigures
import app.mingmen.ui.icon.Glyph
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.Badge
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.CheckRow
import app.mingmen.ui.part.Chip
import app.mingmen.ui.part.Chips
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.IconButton
import app.mingmen.ui.part.LinkCard
import app.mingmen.ui.part.Links
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Passages
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.press
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.words

/** One routine: its movements with their minutes, how long and in which posture it is led, and Begin. */
@Composable
internal fun RoutineScreen(state: MingmenAppState, place: Place.AtRoutine) {
    val page = place.page
    val card = place.card
    val figure = page.figure(card)
    Page(
        over = if (figure == null) Theme.colours.paper else Theme.colours.stage,
        top = { if (figure == null) TopBar({ state.back() }) },
        stage = figure?.let { { RoutineStage(it) { state.back() } } },
        foot = card?.let { { BigButton(words.format(Label.BEGIN_MINUTES, it.choices.minutes.toInt()), glyph = Glyphs.play) { state.library.begin(it) } } },
    ) {
        if (figure != null) Gap(16)
        Headline(page.routine.name)
        Gap(4)
        Text(page.facts, style = Theme.type.fact, color = Theme.colours.inkSoft)
        if (page.routine.focus.isNotEmpty()) {
            Gap(8)
            Text(page.routine.focus)
        }
        // What a person made is theirs; nobody proposed it.
        if (page.own == null) {
            Gap(10)
            Badge(page.routine.origin)
        }
        if (card == null && page.routine.shape is RoutineShape.Ordered) {
            Gap(12)
            Notice(words[Label.PRACTICE_SHUT], glyph = Glyphs.phone)
        }
        Choice(page) { if (page.routine.shape is RoutineShape.AnyMovement) state.library.beginOne(place, it) else state.library.open(it) }
        Lines(page, card, state.library::open) { state.library.choose(place, it) }
        MadeKeys(state, place)
        if (card != null) HowLed(page, card.choices) { state.library.choose(place, it) }
        Areas(page.routine.bodyAreas)
        Passages(words[Label.GOOD_TO_KNOW], page.routine.notes)
        val shown = page.lines.map { it.link.id } + page.choices.map { it.id }
        Links(words[Label.RELATED], page.related.filter { it.id !in shown }, state.library::open)
        OwnRoutineKeys(state, place)
        Gap(24)
    }
}

private class StageFigure(val motion: String, val led: Posture?, val usual: Posture)

/** The figure that stands for the routine: of the movement that shows it best. */
private fun RoutinePage.figure(card: PracticeCard?): StageFigure? {
    val line = lines.firstOrNull { it.motion != null && it.motion == card?.motion } ?: lines.firstOrNull { it.motion != null }
    return line?.motion?.let { StageFigure(it, card?.choices?.posture, line.posture) }
}

/** The posture in which the routine is led, where the movement is drawn in it; else the movement's own. */
@Composable
private fun drawn(motion: String?, led: Posture?, usual: Posture): Posture =
    led?.takeIf { motion != null && LocalFigures.current.frames(motion, it) != null } ?: usual

@Composable
private fun RoutineStage(figure: StageFigure, onBack: () -> Unit) {
    val c = Theme.colours
    Column(Modifier.fillMaxWidth().background(c.stage)) {
        TopBar(onBack)
        Box(Modifier.fillMaxWidth().height(if (Theme.largeText) 132.dp else 188.dp), Alignment.BottomCenter) {
            FigureStill(figure.motion, drawn(figure.motion, figure.led, figure.usual), Backdrop.Disc, c.stage, Modifier.fillMaxSize())
        }
    }
}

/** Where the routine is a choice: what there is to choose. */
@Composable
private fun Choice(page: RoutinePage, onChoose: (ItemLink) -> Unit) {
    if (page.choices.isEmpty()) return
    val any = page.routine.shape is RoutineShape.AnyMovement
    Gap(20)
    GroupLabel(words[if (any) Label.CHOOSE_MOVEMENT else Label.CHOOSE_ROUTINE])
    if (any) {
        Text(words.format(Label.CHOOSE_MOVEMENT_MORE, page.routine.minutes.toInt()), style = Theme.type.support, color = Theme.colours.inkSoft)
        Gap(8)
    }
    LinkCard(page.choices, onChoose)
}

@Composable
private fun Lines(page: RoutinePage, card: PracticeCard?, onOpen: (ItemLink) -> Unit, onChoose: (Choices) -> Unit) {
    if (page.lines.isEmpty()) return
    Gap(20)
    GroupLabel(words[Label.MOVEMENTS_IN_ORDER])
    Card {
        page.lines.forEachIndexed { i, line ->
            if (i > 0) Hairline()
            val choices = card?.choices
            if (line.presence != Presence.ALWAYS && choices != null) OptionalRow(line, choices, onOpen, onChoose) else LineRow(line, page.own != null, choices) { onOpen(line.link) }
        }
    }
}

@Composable
private fun LineRow(line: RoutineLine, own: Boolean, choices: Choices?, onOpen: () -> Unit) = Row(
    Modifier.fillMaxWidth().heightIn(min = Touch.row.dp).press(onPress = onOpen).padding(start = if (Theme.largeText) 16.dp else 10.dp, end = 14.dp, top = 10.dp, bottom = 10.dp),
    Arrangement.spacedBy(14.dp),
    Alignment.CenterVertically,
) {
    if (!Theme.largeText) Thumb(line.motion, drawn(line.motion, choices?.posture, line.posture), 60)
    Column(Modifier.weight(1f)) {
        Text(line.link.title, style = Theme.type.bodyStrong)
        LineFacts(line, own, isOut = choices != null && line.variant in choices.leaveOut)
    }
    if (!Theme.largeText) Icon(Glyphs.forward, size = 20.dp, colour = Theme.colours.inkSoft)
}

/** A movement that is left out unless wanted: ticking it takes it in. */
@Composable
private fun OptionalRow(line: RoutineLine, choices: Choices, onOpen: (ItemLink) -> Unit, onChoose: (Choices) -> Unit) = CheckRow(
    line.link.title, line.variant !in choices.leaveOut,
    onTick = { onChoose(choices.copy(leaveOut = if (it) choices.leaveOut - line.variant else choices.leaveOut + line.variant)) },
    aside = { IconButton(Glyphs.forward, words.format(Label.OPEN_ITEM, line.link.title), colour = Theme.colours.inkSoft) { onOpen(line.link) } },
) { Column(Modifier.padding(start = if (Theme.largeText) 16.dp else 58.dp, end = 16.dp, bottom = 10.dp)) { LineFacts(line, own = false, isOut = line.variant in choices.leaveOut) } }

/** Its minutes and who states them, unless they are the person's [own], whether we added it, and why it is in or out. */
@Composable
private fun LineFacts(line: RoutineLine, own: Boolean, isOut: Boolean) {
    val c = Theme.colours
    val (glyph, minutes) = if (own) null to words.format(Label.MINUTES_SHORT, line.minutes.toInt()) else words.minutes(line)
    Row(horizontalArrangement = Arrangement.spacedBy(6.dp)) {
        if (glyph != null && !Theme.largeText) Icon(glyph, Modifier.padding(top = 3.dp), size = 16.dp, colour = c.inkSoft)
        Text(minutes, style = Theme.type.support, color = c.inkSoft)
    }
    val marks = listOfNotNull(words[Label.ADDED_BY_US].takeIf { line.added }, words[Label.LEFT_OUT_UNLESS].takeIf { line.presence == Presence.WANTED })
    if (marks.isNotEmpty()) Text(marks.joinToString(" · "), style = Theme.type.support, color = c.inkSoft)
    if (line.why.isNotEmpty()) Text(line.why, Modifier.padding(top = 2.dp), style = Theme.type.support, color = if (isOut) c.emberText else c.ink)
}

private fun Labels.minutes(line: RoutineLine): Pair<Glyph, String> = line.minutes.toInt().let { minutes ->
    when (line.minutesOrigin) {
        is Origin.Source -> Glyphs.article to format(Label.MINUTES_STATED, minutes)
        Origin.Proposed -> Glyphs.pen to format(Label.MINUTES_PROPOSED, minutes)
        Origin.GeneralKnowledge -> Glyphs.library to format(Label.MINUTES_KNOWN, minutes)
    }
}

@Composable
private fun HowLed(page: RoutinePage, choices: Choices, onChoose: (Choices) -> Unit) {
    if (page.lengths.size > 1) {
        Gap(20)
        GroupLabel(words[Label.HOW_LONG])
        Chips(Modifier.selectableGroup()) {
            page.lengths.forEach { minutes ->
                Chip(words.format(Label.MINUTES_SHORT, minutes.toInt()), minutes == choices.minutes, radio = true) { onChoose(choices.copy(minutes = minutes)) }
            }
        }
    }
    Gap(20)
    GroupLabel(words[Label.POSTURE])
    Chips(Modifier.selectableGroup()) {
        LED_IN.forEach { posture -> Chip(words.name(posture), posture == choices.posture, radio = true) { onChoose(choices.copy(posture = posture)) } }
    }
}

// A walk is a figure's posture and never a choice.
private val LED_IN = listOf(Posture.SEATED, Posture.STANDING, Posture.LYING)
