package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.mingmen.core.ItemLink
import app.mingmen.core.LibraryCard
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureStill
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.Badge
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Blocks
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.LinkCard
import app.mingmen.ui.part.LinkRow
import app.mingmen.ui.part.Links
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.NoticeRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.said
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** A topic: what there is to read, in order. */
@Composable
internal fun TopicScreen(state: MingmenAppState, place: Place.AtTopic) = Page(top = { TopBar({ state.back() }) }) {
    Headline(place.page.title)
    Gap(6)
    Text(place.page.lead)
    Gap(16)
    LinkCard(place.page.items.unlikeEachOther(), state.library::open)
    Gap(24)
}

// What is under every name tells none of them apart.
private fun List<ItemLink>.unlikeEachOther() = if (map { it.detail }.distinct().size > 1) this else map { it.copy(detail = "") }

/** Something to read: each passage under the mark of where it comes from. */
@Composable
internal fun ReadingScreen(state: MingmenAppState, place: Place.AtReading) {
    val page = place.page
    val item = page.item
    Page(
        // Where text is very large the way to the topic at the end of the page names it.
        top = { TopBar({ state.back() }, if (Theme.largeText) "" else page.topic.title, quiet = true) },
        foot = page.card?.let { card ->
            { BigButton(words.format(Label.PRACTISE_THIS, card.choices.minutes.toInt()), glyph = Glyphs.play) { state.library.begin(card) } }
        },
    ) {
        Headline(item.title)
        Gap(4)
        Text(page.kindText, style = Theme.type.fact, color = Theme.colours.inkSoft)
        OtherNames(item.otherNames, item.names)
        page.`when`?.let {
            Gap(12)
            Notice(it, glyph = Glyphs.clock)
        }
        if (item.schedule != null) {
            Gap(8)
            BigButton(words[Label.CLASSES], tone = Tone.TONAL, glyph = Glyphs.bell, height = 52.dp, style = Theme.type.factStrong, onPress = state.classes::open)
        }
        item.paceTenths?.let {
            Gap(10)
            Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
                if (!Theme.largeText) Icon(Glyphs.breatheNaturally, size = 20.dp, colour = Theme.colours.jade)
                Text(words.pace(it), style = Theme.type.factStrong)
            }
        }
        Gap(14)
        if (item.passages.isEmpty()) Badge(item.origin) else Blocks(item.passages.said())
        ManyNames(item.names)
        page.figure?.let { FigureCard(it, state.library::open) }
        place.map?.let { WhereItIs(it, item.id) }
        Links(words[Label.RELATED], page.related, state.library::open)
        page.next?.let { next ->
            Gap(20)
            NoticeRow(Glyphs.library, words.format(Label.NEXT_READING, next.title), support = next.detail) { state.library.open(next) }
        }
        Gap(if (page.next == null) 20 else 8)
        BigButton(words.format(Label.ALL_OF_TOPIC, page.topic.title), tone = Tone.QUIET) { state.library.open(page.topic) }
        Gap(24)
    }
}

/** A movement in one still, which opens its page. */
@Composable
private fun FigureCard(card: LibraryCard, onOpen: (ItemLink) -> Unit) {
    val c = Theme.colours
    Gap(20)
    Card {
        Box(Modifier.fillMaxWidth().height(if (Theme.largeText) 132.dp else 188.dp).background(c.stage), Alignment.BottomCenter) {
            FigureStill(card.motion, card.posture, Backdrop.Disc, c.stage, Modifier.fillMaxSize().padding(top = 8.dp))
        }
        LinkRow(card.link.title, card.link.detail) { onOpen(card.link) }
    }
}
