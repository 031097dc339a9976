package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.collapse
import androidx.compose.ui.semantics.expand
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.core.ItemLink
import app.mingmen.core.LibraryCard
import app.mingmen.core.LibraryFilter
import app.mingmen.core.Posture
import app.mingmen.core.SearchPage
import app.mingmen.ui.icon.Glyph
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Chip
import app.mingmen.ui.part.Chips
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.IconRow
import app.mingmen.ui.part.LinkCard
import app.mingmen.ui.part.LinkRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.SearchField
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.choose
import app.mingmen.ui.part.press
import app.mingmen.ui.state.EVERYTHING
import app.mingmen.ui.state.LibrarySide
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.LocalPageWidth
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Space
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** All there is to practise and to read. Reading stays open whatever the screening said. */
@Composable
internal fun LibraryTab(state: MingmenAppState, place: Place.AtLibrary, tabs: @Composable () -> Unit) = Page(
    bottom = tabs,
    fixed = { Head(place.query) { state.library.type(place, it) } },
) {
    val found = place.found
    if (place.query.isNotBlank()) {
        if (found != null) Found(place.query, found, state.library::open) { state.library.type(place, "") }
        return@Page
    }
    Sides(place.side) { state.place = place.copy(side = it) }
    when (place.side) {
        LibrarySide.PRACTISE -> Practise(state, place)
        LibrarySide.LEARN -> Learn(state, place)
    }
    Gap(14)
}

/** The name of the page and the search, always to be seen. With very large text the tab alone names the page. */
@Composable
private fun Head(query: String, onType: (String) -> Unit) {
    val page = Modifier.fillMaxWidth().padding(start = Theme.margin, end = Theme.margin, bottom = 12.dp)
    when {
        LocalPageWidth.current >= SIDEWAYS -> Row(page, Arrangement.spacedBy(20.dp), Alignment.CenterVertically) {
            Headline(words[Label.TAB_LIBRARY])
            SearchField(query, onType, Modifier.weight(1f))
        }
        Theme.largeText -> SearchField(query, onType, page)
        else -> Column(page.widthIn(max = Space.maxContentWidth.dp), Arrangement.spacedBy(12.dp)) {
            Headline(words[Label.TAB_LIBRARY], Modifier.padding(top = 2.dp))
            SearchField(query, onType)
        }
    }
}

private val SIDEWAYS = 600.dp

@Composable
private fun Sides(side: LibrarySide, onTurn: (LibrarySide) -> Unit) {
    val c = Theme.colours
    Row(Modifier.fillMaxWidth().border(1.5.dp, c.outline, Shapes.button).padding(4.dp).selectableGroup()) {
        LibrarySide.entries.forEach { one ->
            val on = one == side
            val label = if (one == LibrarySide.PRACTISE) Label.PRACTISE else Label.LEARN
            Box(
                Modifier.weight(1f).heightIn(min = Touch.min.dp).clip(Shapes.key).background(if (on) c.jadeSoft else c.paper)
                    .choose(on) { onTurn(one) }.padding(vertical = 8.dp),
                Alignment.Center,
            ) {
                Text(words[label], style = if (on) Theme.type.factStrong else Theme.type.fact, color = if (on) c.onJadeSoft else c.ink, textAlign = TextAlign.Center)
            }
        }
    }
}

@Composable
private fun Practise(state: MingmenAppState, place: Place.AtLibrary) {
    val page = place.page
    Gap(12)
    Filters(place) { state.library.narrow(place, it) }
    PictureRows(words[Label.IN_PLAN_NOW], page.movements.filter { it.link.id in place.planned }, state.library::open)
    Gap(20)
    GroupLabel(words[Label.OWN_ROUTINES])
    Card {
        page.own.forEach {
            PictureRow(it, state.library::open)
            Hairline()
        }
        MakeRow(state)
        Hairline()
        DoorRow(Glyphs.clock, words[Label.TO_MEASURE], words[Label.TO_MEASURE_MORE], state.measure::open)
    }
    PictureRows(words[Label.ROUTINES], page.routines, state.library::open)
    PictureRows(words[Label.MOVEMENTS], page.movements, state.library::open)
    if (page.routines.isNotEmpty() || page.movements.isNotEmpty()) return
    Gap(20)
    Text(words[Label.NOTHING_FITS], Modifier.semantics { liveRegion = LiveRegionMode.Polite })
    Gap(12)
    BigButton(words[Label.SHOW_EVERYTHING], tone = Tone.TONAL) { state.library.narrow(place, EVERYTHING) }
}

/** Postures, little time, and parts of the body: these are many, so they show when they are asked for. With very large text so does all. */
@Composable
private fun Filters(place: Place.AtLibrary, onNarrow: (LibraryFilter) -> Unit) {
    val filter = place.filter
    var asked by rememberSaveable { mutableStateOf(false) }
    Chips {
        listOf(Posture.SEATED, Posture.STANDING, Posture.LYING).forEach { posture ->
            val on = posture == filter.posture
            if (on || asked || !Theme.largeText) Chip(words.name(posture), on) { onNarrow(filter.copy(posture = posture.takeIf { !on })) }
        }
        val short = place.page.shortMinutes
        val isShort = filter.atMostMinutes == short
        if (isShort || asked || !Theme.largeText) {
            Chip(words.format(Label.UP_TO_MINUTES, short.toInt()), isShort) { onNarrow(filter.copy(atMostMinutes = short.takeIf { !isShort })) }
        }
        val chosen = place.page.areas.firstOrNull { it.area == filter.area }
        if (!asked && chosen != null) Chip(chosen.name, on = true) { onNarrow(filter.copy(area = null)) }
        OpenerChip(words[if (Theme.largeText) Label.NARROW else Label.PART_OF_BODY], asked) { asked = !asked }
        if (asked) place.page.areas.forEach { area ->
            val on = area.area == filter.area
            Chip(area.name, on) { onNarrow(filter.copy(area = area.area.takeIf { !on })) }
        }
    }
}

@Composable
private fun OpenerChip(text: String, open: Boolean, onPress: () -> Unit) {
    val c = Theme.colours
    // A screen reader says from these whether it is open.
    val turn = Modifier.semantics { if (open) collapse { onPress().let { true } } else expand { onPress().let { true } } }
    Row(
        (if (Theme.largeText) turn.fillMaxWidth() else turn).heightIn(min = Touch.min.dp).clip(Shapes.chip).border(1.5.dp, c.outline, Shapes.chip)
            .press(onPress = onPress).padding(horizontal = 16.dp, vertical = 8.dp),
        horizontalArrangement = Arrangement.spacedBy(8.dp, Alignment.CenterHorizontally),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Text(text, Modifier.weight(1f, fill = false), style = Theme.type.fact, textAlign = TextAlign.Center)
        Icon(if (open) Glyphs.shut else Glyphs.open, size = 18.dp, colour = c.inkSoft)
    }
}

@Composable
private fun PictureRows(title: String, cards: List<LibraryCard>, onOpen: (ItemLink) -> Unit) {
    if (cards.isEmpty()) return
    Gap(20)
    GroupLabel(title)
    Card {
        cards.forEachIndexed { i, card ->
            if (i > 0) Hairline()
            PictureRow(card, onOpen)
        }
    }
}

/** A movement or routine with its figure. */
@Composable
private fun PictureRow(card: LibraryCard, onOpen: (ItemLink) -> Unit) {
    val c = Theme.colours
    Row(
        Modifier.fillMaxWidth().heightIn(min = 96.dp).press { onOpen(card.link) }.padding(start = 10.dp, end = 14.dp, top = 10.dp, bottom = 10.dp),
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (!Theme.largeText) Thumb(card.motion, card.posture, 76)
        Column(Modifier.weight(1f).padding(start = if (Theme.largeText) 6.dp else 0.dp)) {
            Text(card.link.title, style = Theme.type.bodyStrong)
            if (card.link.detail.isNotEmpty()) Text(card.link.detail, style = Theme.type.support, color = c.inkSoft)
        }
        if (!Theme.largeText) Icon(Glyphs.forward, size = 20.dp, colour = c.inkSoft)
    }
}

@Composable
private fun Learn(state: MingmenAppState, place: Place.AtLibrary) {
    Gap(16)
    Card {
        DoorRow(Glyphs.body, words[Label.BODY_MAP], words[Label.BODY_MAP_MORE], state.library::bodyMap)
        Hairline()
        DoorRow(Glyphs.question, words[Label.BODY_CHECK], words[Label.BODY_CHECK_MORE], state.bodyCheck::open)
        Hairline()
        DoorRow(Glyphs.pen, words[Label.SMALL_NOTES], words[Label.SMALL_NOTES_MORE], state.notes::open)
    }
    Gap(20)
    GroupLabel(words[Label.TOPICS])
    Card {
        place.page.topics.forEachIndexed { i, topic ->
            if (i > 0) Hairline()
            LinkRow(topic.title, topic.lead, quietly = words.format(Label.COUNT_ITEMS, topic.items.toInt())) { state.library.open(topic.topic) }
        }
    }
}

/** To make a routine, or to go on with one that was left half made. */
@Composable
private fun MakeRow(state: MingmenAppState) {
    val halfMade = state.own.halfMade
    if (halfMade == null) {
        DoorRow(Glyphs.plus, words[Label.MAKE_ROUTINE], words[Label.MAKE_ROUTINE_MORE], state.own::make)
    } else {
        DoorRow(Glyphs.plus, words[Label.GO_ON_MAKING], words.format(Label.NOT_SAVED_YET, halfMade.minutes), state.own::make)
    }
}

/** A row that leads to a page of its own kind. */
@Composable
private fun DoorRow(glyph: Glyph, title: String, more: String, onPress: () -> Unit) {
    val c = Theme.colours
    Box(Modifier.fillMaxWidth().press(onPress = onPress)) {
        IconRow(glyph, c.jade, height = 72.dp, chevron = c.inkSoft) {
            Text(title, style = Theme.type.bodyStrong)
            Text(more, style = Theme.type.support, color = c.inkSoft)
        }
    }
}

/** What a search found, or what comes near. */
@Composable
private fun Found(query: String, found: SearchPage, onOpen: (ItemLink) -> Unit, onEverything: () -> Unit) {
    Text(found.text, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, style = Theme.type.supportStrong, color = Theme.colours.inkSoft)
    Gap(8)
    if (found.hits.isNotEmpty()) {
        Card {
            found.hits.forEachIndexed { i, hit ->
                if (i > 0) Hairline()
                LinkRow(hit.link.title, hit.link.detail, hit.foundIn, looked = query) { onOpen(hit.link) }
            }
        }
    } else {
        if (found.nearest.isNotEmpty()) LinkCard(found.nearest, onOpen)
        Gap(12)
        BigButton(words[Label.SHOW_EVERYTHING], tone = Tone.TONAL, onPress = onEverything)
    }
    Gap(14)
}
