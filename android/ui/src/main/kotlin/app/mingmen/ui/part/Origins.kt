package app.mingmen.ui.part

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.core.Origin
import app.mingmen.core.Passage
import app.mingmen.core.SourcePlace
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.theme.Radius
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.words

/** Where words come from: filled with lines for an article's, dashed with a pen for ours. Which lines, stands quietly beside it. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun Badge(origin: Origin, modifier: Modifier = Modifier) {
    val c = Theme.colours
    val article = origin is Origin.Source
    val colour = if (article) c.onJadeSoft else c.ink
    FlowRow(
        modifier.semantics(mergeDescendants = true) {},
        horizontalArrangement = Arrangement.spacedBy(8.dp),
        verticalArrangement = Arrangement.spacedBy(2.dp),
        itemVerticalAlignment = Alignment.CenterVertically,
    ) {
        Row(
            (if (article) Modifier.background(c.jadeSoft, Shapes.badge) else Modifier.dashed(c.outline)).padding(horizontal = 10.dp, vertical = 4.dp),
            Arrangement.spacedBy(6.dp), Alignment.CenterVertically,
        ) {
            Icon(origin.glyph, size = 16.dp, colour = colour)
            Text(words.who(origin), style = Theme.type.supportStrong, color = colour)
        }
        if (origin is Origin.Source) Text(words.where(origin), style = Theme.type.support, color = c.inkSoft)
    }
}

/** Where a short line comes from, under it: quieter than a [Badge], for what would have more badges than words. */
@Composable
fun QuietOrigin(origin: Origin) {
    val c = Theme.colours
    Row(horizontalArrangement = Arrangement.spacedBy(6.dp)) {
        Icon(origin.glyph, Modifier.padding(top = 3.dp), size = 16.dp, colour = c.inkSoft)
        Text((origin as? Origin.Source)?.let(words::where)?.replaceFirstChar(Char::uppercase) ?: words.who(origin), style = Theme.type.support, color = c.inkSoft)
    }
}

/** Short lines in one card, each with its own origin under it. Neighbours of one origin share a line. */
@Composable
fun Facts(facts: List<Pair<Origin, String>>) = Card {
    facts.chunkedBy { (origin, _) -> origin.kind }.forEachIndexed { i, those ->
        if (i > 0) Hairline()
        Column(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 12.dp).semantics(mergeDescendants = true) {}, Arrangement.spacedBy(2.dp)) {
            those.forEach { (_, text) -> Text(text) }
            QuietOrigin(those.map { it.first }.joined())
        }
    }
}

private val Origin.glyph
    get() = when (this) {
        is Origin.Source -> Glyphs.article
        Origin.Proposed -> Glyphs.pen
        Origin.GeneralKnowledge -> Glyphs.library
    }

private fun Labels.who(origin: Origin): String = this[
    when (origin) {
        is Origin.Source -> if (origin.places.size == 1) Label.ARTICLE_SAYS else Label.ARTICLES_SAY
        Origin.Proposed -> Label.PROPOSED
        Origin.GeneralKnowledge -> Label.GENERALLY_KNOWN
    },
]

/** "article 003, lines 83–85". */
private fun Labels.where(origin: Origin.Source): String = origin.places.joinToString("; ", transform = ::place)

private fun Labels.place(place: SourcePlace): String = joinedLines(listOf(place.lines)).let { lines ->
    format(if (lines.any(::severs)) Label.ARTICLE_LINES else Label.ARTICLE_LINE, place.article, lines)
}

private fun severs(sign: Char) = sign == ',' || sign == '–'

private fun Modifier.dashed(colour: Color) = drawBehind {
    val width = 1.5.dp.toPx()
    drawRoundRect(
        colour,
        cornerRadius = CornerRadius(Radius.badge.dp.toPx()),
        style = Stroke(width, pathEffect = PathEffect.dashPathEffect(floatArrayOf(3 * width, 2 * width))),
    )
}

/** A row of words with where they come from. */
class Said(val origin: Origin, val row: @Composable () -> Unit)

/** Rows in order, a new card under its own badge wherever the origin changes. */
@Composable
fun Blocks(said: List<Said>) = Column(verticalArrangement = Arrangement.spacedBy(14.dp)) {
    said.chunkedBy { it.origin.kind }.forEach { block ->
        Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
            Badge(block.map { it.origin }.joined())
            Card {
                block.forEachIndexed { i, one ->
                    if (i > 0) Hairline()
                    one.row()
                }
            }
        }
    }
}

/** Passages under a heading; nothing where there are none. */
@Composable
fun Passages(title: String, passages: List<Passage>) {
    if (passages.isEmpty()) return
    Gap(20)
    GroupLabel(title)
    Blocks(passages.said())
}

/** Passages as rows of [Blocks]. */
fun List<Passage>.said(): List<Said> = map { Said(it.origin) { PassageRow(it) } }

@Composable
private fun PassageRow(passage: Passage) = Column(
    Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 14.dp).semantics(mergeDescendants = true) {},
    Arrangement.spacedBy(2.dp),
) {
    passage.label?.let { Text(it, style = Theme.type.supportStrong, color = Theme.colours.inkSoft) }
    Text(passage.text)
}

/** What one badge covers: the same articles, whichever of their lines. */
internal val Origin.kind: Any get() = (this as? Origin.Source)?.places?.map { it.article } ?: this::class

/** One badge for all of these. */
internal fun List<Origin>.joined(): Origin {
    val places = filterIsInstance<Origin.Source>().flatMap { it.places }
    if (places.isEmpty()) return first()
    return Origin.Source(places.groupBy { it.article }.map { (article, those) -> SourcePlace(article, joinedLines(those.map { it.lines })) })
}

/** Lines in order, each once: "22-24, 23, 25" is "22–25". What is no number stays as it is. */
internal fun joinedLines(lines: List<String>): String {
    val (numbered, others) = lines.flatMap { it.split(", ") }.distinct().partition { LINES.matches(it) }
    val spans = numbered.map { span -> span.split('-', '–').map(String::toInt).let { it.first()..it.last() } }.sortedBy { it.first }
    val joined = spans.fold(emptyList<IntRange>()) { before, span ->
        val last = before.lastOrNull()
        if (last == null || span.first > last.last + 1) before + listOf(span) else before.dropLast(1) + listOf(last.first..maxOf(last.last, span.last))
    }
    return (joined.map { if (it.first == it.last) "${it.first}" else "${it.first}–${it.last}" } + others).joinToString(", ")
}

private val LINES = Regex("\\d{1,6}([-–]\\d{1,6})?")

private fun <T, K> List<T>.chunkedBy(key: (T) -> K): List<List<T>> = fold(mutableListOf<MutableList<T>>()) { blocks, item ->
    if (blocks.isEmpty() || key(blocks.last().last()) != key(item)) blocks += mutableListOf(item) else blocks.last() += item
    blocks
}
