package app.mingmen.ui.part

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import app.mingmen.core.ItemLink
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch

/** Lines that open pages, under a heading; nothing where there are none. */
@Composable
fun Links(title: String, links: List<ItemLink>, onOpen: (ItemLink) -> Unit) {
    if (links.isEmpty()) return
    Gap(20)
    GroupLabel(title)
    LinkCard(links, onOpen)
}

/** Lines that open pages. */
@Composable
fun LinkCard(links: List<ItemLink>, onOpen: (ItemLink) -> Unit) = Card {
    links.forEachIndexed { i, link ->
        if (i > 0) Hairline()
        LinkRow(link.title, link.detail) { onOpen(link) }
    }
}

/**
 * A row that opens a page: its name, a few words under it, [more] that was found by what was [looked] for, and how much
 * there is, [quietly]. What does at once what it says leads nowhere, and has no arrow.
 */
@Composable
fun LinkRow(title: String, detail: String, more: String = "", quietly: String = "", looked: String = "", leads: Boolean = true, onPress: () -> Unit) {
    val c = Theme.colours
    Row(
        Modifier.fillMaxWidth().heightIn(min = Touch.row.dp).press(onPress = onPress).padding(start = 16.dp, end = 14.dp, top = 10.dp, bottom = 10.dp),
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            Text(title, style = Theme.type.bodyStrong)
            if (detail.isNotEmpty()) Text(detail, style = Theme.type.support, color = c.inkSoft)
            if (more.isNotEmpty()) Text(marked(more, looked), Modifier.padding(top = 4.dp), style = Theme.type.support)
            if (quietly.isNotEmpty()) Text(quietly, Modifier.padding(top = 4.dp), style = Theme.type.supportMedium, color = c.jade)
        }
        if (leads && !Theme.largeText) Icon(Glyphs.forward, size = 20.dp, colour = c.inkSoft)
    }
}

/** The text with the words of [looked] in bold, wherever a word of it begins so. */
internal fun marked(text: String, looked: String): AnnotatedString = buildAnnotatedString {
    append(text)
    looked.split(' ').filter { it.length >= SHORTEST }.forEach { word ->
        Regex("\\b" + Regex.escape(word), RegexOption.IGNORE_CASE).findAll(text).forEach {
            addStyle(SpanStyle(fontWeight = FontWeight.SemiBold), it.range.first, it.range.last + 1)
        }
    }
}

// One letter would be found everywhere.
private const val SHORTEST = 2
