package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.core.BodyArea
import app.mingmen.core.CautionNote
import app.mingmen.core.ForeignName
import app.mingmen.core.ItemId
import app.mingmen.core.ItemLink
import app.mingmen.core.Movement
import app.mingmen.core.MovementPage
import app.mingmen.core.Sides
import app.mingmen.core.Step
import app.mingmen.core.StepBreath
import app.mingmen.core.TimeSpan
import app.mingmen.core.Variant
import app.mingmen.ui.icon.Glyph
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Blocks
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.CheckRow
import app.mingmen.ui.part.Chip
import app.mingmen.ui.part.Chips
import app.mingmen.ui.part.Facts
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.IconButton
import app.mingmen.ui.part.LinkRow
import app.mingmen.ui.part.Links
import app.mingmen.ui.part.Mood
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Passages
import app.mingmen.ui.part.Said
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.joined
import app.mingmen.ui.part.kind
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.words

/** One movement: the figure or its steps, its forms, and all that is said of it, under the mark of where it comes from. */
@Composable
internal fun MovementScreen(state: MingmenAppState, place: Place.AtMovement) {
    val page = place.page
    val form = page.movement.variants.getOrNull(place.form)
    val back: () -> Unit = { state.back() }
    val stands = form?.takeIf { it.motion != null }
    Page(
        over = if (stands == null) Theme.colours.paper else Theme.colours.stage,
        top = { if (stands == null) TopBar(back) },
        stage = stands?.let { { FormStage(page.movement.name, it, back) } },
        foot = place.card?.let { card ->
            { BigButton(words.format(Label.PRACTISE_THIS, card.choices.minutes.toInt()), glyph = Glyphs.play) { state.library.begin(card) } }
        },
    ) {
        Names(page, form)
        Forms(page.movement, place.form) { state.library.form(place, it) }
        OwnCautions(page, isShut = form != null && place.card == null)
        if (form != null) {
            Steps(form.steps)
            Extras(page, place.switchedOn, state)
            Measures(form)
        }
        Reading(page, state)
        Gap(24)
    }
}

@Composable
private fun Names(page: MovementPage, form: Variant?) {
    val c = Theme.colours
    val movement = page.movement
    if (form?.motion != null) Gap(16)
    Headline(movement.name)
    Gap(2)
    Text(listOfNotNull(page.kindText, form?.let { words.span(it.time) }).joinToString(" · "), style = Theme.type.fact, color = c.inkSoft)
    Gap(8)
    Text(movement.summary)
    OtherNames(movement.otherNames, movement.names)
}

/** What else it is called, here and in its own language. */
@Composable
internal fun OtherNames(others: List<String>, foreign: List<ForeignName>) {
    val c = Theme.colours
    if (others.isNotEmpty()) {
        Gap(6)
        Text(words.format(Label.ALSO_CALLED, others.joinToString(", ")), style = Theme.type.support, color = c.inkSoft)
    }
    if (foreign.size > FEW) return
    foreign.forEach {
        Gap(4)
        Text(words.foreign(it), style = Theme.type.support, color = c.inkSoft)
    }
}

/** Many names are a list of their own, each with its characters. */
@Composable
internal fun ManyNames(foreign: List<ForeignName>) {
    if (foreign.size <= FEW) return
    Gap(20)
    GroupLabel(words[Label.NAMES])
    Blocks(foreign.map { name ->
        Said(name.origin) {
            Column(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 10.dp).semantics(mergeDescendants = true) {}) {
                Text(name.name, style = Theme.type.bodyMedium)
                name.characters?.let { Text(it, style = Theme.type.fact, color = Theme.colours.inkSoft) }
            }
        }
    })
}

private const val FEW = 3

private fun Labels.foreign(name: ForeignName): String {
    val written = listOfNotNull(name.name, name.characters).joinToString(" ")
    return when (name.language) {
        "zh" -> format(Label.IN_CHINESE, written)
        "ko" -> format(Label.IN_KOREAN, written)
        else -> written
    }
}

@Composable
private fun Forms(movement: Movement, chosen: Int, onForm: (Int) -> Unit) {
    if (movement.variants.size < 2) return
    Gap(12)
    Chips(Modifier.selectableGroup()) {
        movement.variants.forEachIndexed { i, variant -> Chip(variant.name, i == chosen, radio = true) { onForm(i) } }
    }
}

/** What the person told about themselves comes before anything else that is to be minded. */
@Composable
private fun OwnCautions(page: MovementPage, isShut: Boolean) {
    if (page.leftOut.isNotEmpty()) {
        Gap(12)
        Notice(page.leftOut)
    } else if (isShut) {
        Gap(12)
        Notice(words[Label.PRACTICE_SHUT], glyph = Glyphs.phone)
    }
    page.cautions.filter { it.concernsYou }.forEach {
        Gap(12)
        Notice("${words.format(Label.CONCERNS_YOU, it.name)}\n${it.rule}", glyph = Glyphs.hand, mood = Mood.DOCTOR)
    }
}

/** Steps in order, a new block with its own badge wherever the origin changes. */
@Composable
internal fun Steps(steps: List<Step>) {
    if (steps.isEmpty()) return
    Gap(20)
    GroupLabel(words[Label.STEPS])
    Blocks(steps.mapIndexed { i, step -> Said(step.origin) { StepRow(step, i + 1) } })
}

@Composable
private fun StepRow(step: Step, number: Int) {
    val c = Theme.colours
    Row(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 14.dp).semantics(mergeDescendants = true) {}, Arrangement.spacedBy(14.dp)) {
        Text("$number", Modifier.width(if (Theme.largeText) 44.dp else 20.dp), style = Theme.type.title, color = c.jade)
        Column(Modifier.weight(1f)) {
            Text(step.text, style = Theme.type.bodyMedium)
            val (glyph, word) = words.breath(step.breath) ?: return@Column
            Row(Modifier.padding(top = 3.dp), Arrangement.spacedBy(6.dp), Alignment.CenterVertically) {
                Icon(glyph, size = 20.dp, colour = c.jadeMid)
                Text(word, style = Theme.type.supportMedium, color = c.inkSoft)
            }
        }
    }
}

internal fun Labels.breath(breath: StepBreath?): Pair<Glyph, String>? = when (breath) {
    StepBreath.IN -> Glyphs.breatheIn to this[Label.BREATHE_IN]
    StepBreath.OUT -> Glyphs.breatheOut to this[Label.BREATHE_OUT]
    StepBreath.DEEP -> Glyphs.breatheNaturally to this[Label.BREATHE_DEEPLY]
    StepBreath.NATURAL -> Glyphs.breatheNaturally to this[Label.BREATHE_NATURALLY]
    null -> null
}

/** What can be switched on inside the movement, each with a way to its own page. */
@Composable
private fun Extras(page: MovementPage, on: Set<ItemId>, state: MingmenAppState) {
    val place = state.place as? Place.AtMovement ?: return
    if (page.extras.isEmpty()) return
    Gap(20)
    GroupLabel(words[Label.EXTRAS])
    Card {
        page.extras.forEachIndexed { i, extra ->
            if (i > 0) Hairline()
            CheckRow(
                extra.title, extra.id in on, { state.library.switch(place, extra.id, it) },
                aside = { IconButton(Glyphs.forward, words.format(Label.OPEN_ITEM, extra.title), colour = Theme.colours.inkSoft) { state.library.open(extra) } },
            )
        }
    }
}

/** How long, how held, how fast, and on which side, each with where it comes from. */
@Composable
private fun Measures(form: Variant) {
    Gap(20)
    GroupLabel(words[Label.TIME_AND_POSTURE])
    val words = words
    val said = buildList {
        add(form.time.origin to words.span(form.time))
        form.longest?.let { add(it.origin to words.format(Label.AT_MOST, words.span(it))) }
        form.paceTenths?.let { add(form.origin to words.pace(it)) }
        form.postures.groupBy { it.origin }.forEach { (origin, offers) -> add(origin to offers.joinToString(", ") { words.name(it.posture) }) }
        if (form.sides == Sides.IN_TURN) add(form.origin to words[Label.SIDES_IN_TURN])
    }
    Facts(said)
}

private fun Labels.span(time: TimeSpan): String {
    val minutes = time.seconds.toInt() / SECONDS
    val seconds = time.seconds.toInt() % SECONDS
    return when {
        minutes == 0 -> format(Label.SECONDS_SHORT, seconds)
        seconds == 0 -> format(Label.MINUTES_SHORT, minutes)
        else -> format(Label.MINUTES_SECONDS, minutes, seconds)
    }
}

/** "5.5 breaths a minute", "6 breaths a minute". */
internal fun Labels.pace(tenths: UShort): String {
    val pace = if (tenths % 10u == 0u) "${tenths / 10u}" else "%.1f".format(tenths.toInt() / 10f)
    return format(Label.BREATHS_A_MINUTE, pace)
}

private const val SECONDS = 60

@Composable
private fun Reading(page: MovementPage, state: MingmenAppState) {
    val movement = page.movement
    val open: (ItemLink) -> Unit = state.library::open
    movement.focus?.let {
        Gap(20)
        GroupLabel(words[Label.ATTENTION])
        Facts(listOf(it.origin to it.text))
    }
    Passages(words[Label.CARE], movement.care)
    Cautions(page.cautions.filter { !it.concernsYou })
    Passages(words[Label.BENEFITS], movement.benefits)
    Passages(words[Label.USES], movement.uses)
    Areas(movement.bodyAreas)
    Passages(words[Label.GOOD_TO_KNOW], movement.notes)
    Links(words[Label.MADE_OF], page.parts, open)
    Members(page, open)
    Links(words[Label.GENTLER], listOfNotNull(page.gentler), open)
    Links(words[Label.IN_ROUTINES], page.routines, open)
    // What stands further up is not said twice.
    val shown = (page.parts + page.extras + page.members + page.routines + listOfNotNull(page.gentler)).map { it.id }
    Links(words[Label.RELATED], page.related.filter { it.id !in shown }, open)
}

@Composable
private fun Cautions(cautions: List<CautionNote>) {
    if (cautions.isEmpty()) return
    Gap(20)
    GroupLabel(words[Label.WHAT_TO_MIND])
    Card {
        cautions.forEachIndexed { i, caution ->
            if (i > 0) Hairline()
            Column(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 14.dp).semantics(mergeDescendants = true) {}, Arrangement.spacedBy(2.dp)) {
                Text(caution.name, style = Theme.type.bodyStrong)
                Text(caution.rule)
            }
        }
    }
}

/** Parts of the body, those of one origin in one row. */
@Composable
internal fun Areas(areas: List<BodyArea>) {
    if (areas.isEmpty()) return
    Gap(20)
    GroupLabel(words[Label.AREAS])
    Facts(areas.groupBy { it.origin.kind }.values.map { those ->
        those.map { it.origin }.joined() to those.joinToString(", ") { it.name }.replaceFirstChar(Char::uppercase)
    })
}

/** What belongs to a family, each with who says so. */
@Composable
private fun Members(page: MovementPage, onOpen: (ItemLink) -> Unit) {
    val origins = page.movement.members.associate { it.id to it.origin }
    if (page.members.isEmpty()) return
    Gap(20)
    GroupLabel(words[Label.MEMBERS])
    Blocks(page.members.mapNotNull { link -> origins[link.id]?.let { Said(it) { LinkRow(link.title, link.detail) { onOpen(link) } } } })
}
