package app.mingmen.ui.screen

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.unit.dp
import app.mingmen.core.AreaId
import app.mingmen.core.BodyMap
import app.mingmen.core.BodyView
import app.mingmen.core.ItemId
import app.mingmen.ui.part.BodyPicture
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Chip
import app.mingmen.ui.part.Chips
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.LinkRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.LocalPageWidth
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** The body from its sides. A part leads to what is for it, a point or a channel to what is said of it. */
@Composable
internal fun BodyMapScreen(state: MingmenAppState, place: Place.AtBodyMap) = Page(top = { TopBar({ state.back() }) }) {
    val view = place.map.views[place.view]
    Headline(words[Label.BODY_MAP])
    Gap(6)
    Text(words[Label.BODY_MAP_HOW], style = Theme.type.fact, color = Theme.colours.inkSoft)
    Gap(12)
    Chips(Modifier.selectableGroup()) {
        place.map.views.forEachIndexed { i, one -> Chip(one.title, i == place.view, radio = true) { state.place = place.copy(view = i) } }
    }
    Gap(12)
    val picture: @Composable (Modifier) -> Unit = { modifier ->
        BodyPicture(view, modifier, areas = place.areas, onArea = state.library::showArea, onItem = state.library::open)
    }
    if (LocalPageWidth.current >= BESIDE && !Theme.largeText) {
        Row(horizontalArrangement = Arrangement.spacedBy(16.dp)) {
            Column(Modifier.width(220.dp)) {
                picture(Modifier.fillMaxWidth())
                Legend(view)
            }
            Column(Modifier.weight(1f)) { Lists(view, place.areas, state) }
        }
    } else {
        picture(Modifier.fillMaxWidth())
        Legend(view)
        Lists(view, place.areas, state)
    }
    Gap(24)
}

private val BESIDE = 480.dp

/** What the marks in the picture are. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Legend(view: BodyView) {
    val c = Theme.colours
    FlowRow(
        Modifier.fillMaxWidth().padding(top = 8.dp),
        horizontalArrangement = Arrangement.spacedBy(18.dp, Alignment.CenterHorizontally),
        verticalArrangement = Arrangement.spacedBy(4.dp),
    ) {
        if (view.points.isNotEmpty()) Mark(words[Label.POINTS]) { drawCircle(c.ember, size.minDimension / 3) }
        if (view.channels.isNotEmpty()) Mark(words[Label.CHANNELS]) { drawLine(c.jade, Offset(0f, center.y), Offset(size.width, center.y), 2.dp.toPx(), StrokeCap.Round) }
    }
}

@Composable
private fun Mark(name: String, draw: DrawScope.() -> Unit) = Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
    Canvas(Modifier.size(14.dp)) { draw() }
    Text(name, style = Theme.type.support, color = Theme.colours.inkSoft)
}

/** The same as lines: for small parts, and for whoever hears the page. */
@Composable
private fun Lists(view: BodyView, open: Set<AreaId>, state: MingmenAppState) {
    Rows(words[Label.PARTS_OF_BODY], view.areas.filter { it.area in open }) { LinkRow(it.name.replaceFirstChar(Char::uppercase), "") { state.library.showArea(it.area) } }
    Rows(words[Label.POINTS], view.points) { LinkRow(it.title, it.place) { state.library.open(it.item) } }
    Rows(words[Label.CHANNELS], view.channels.distinctBy { it.item }) { LinkRow(it.title, "") { state.library.open(it.item) } }
}

@Composable
private fun <T> Rows(title: String, rows: List<T>, row: @Composable (T) -> Unit) {
    if (rows.isEmpty()) return
    Gap(16)
    GroupLabel(title)
    Card {
        rows.forEachIndexed { i, one ->
            if (i > 0) Hairline()
            row(one)
        }
    }
}

/** The sides on which something that is read about can be seen, with nothing else on them. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
internal fun WhereItIs(map: BodyMap, item: ItemId) {
    val views = map.views.filter { view -> view.points.any { it.item == item } || view.channels.any { it.item == item } }
    if (views.isEmpty()) return
    Gap(20)
    GroupLabel(words[Label.WHERE_IT_IS])
    Card {
        FlowRow(Modifier.fillMaxWidth().padding(12.dp), Arrangement.spacedBy(8.dp, Alignment.CenterHorizontally), Arrangement.spacedBy(8.dp)) {
            views.forEach { BodyPicture(it.only(item), Modifier.width(if (Theme.largeText) 240.dp else 148.dp), small = true) }
        }
    }
}

private fun BodyView.only(item: ItemId) = copy(areas = emptyList(), points = points.filter { it.item == item }, channels = channels.filter { it.item == item })
