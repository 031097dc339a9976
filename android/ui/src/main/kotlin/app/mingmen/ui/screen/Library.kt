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
import androidx.compose.foundation.layout.width
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.unit.dp
import app.mingmen.core.Movement
import app.mingmen.core.Origin
import app.mingmen.core.Posture
import app.mingmen.core.Step
import app.mingmen.core.StepBreath
import app.mingmen.core.Variant
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureStill
import app.mingmen.ui.icon.Glyph
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Chip
import app.mingmen.ui.part.Chips
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.press
import app.mingmen.ui.theme.Radius
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.words

/** Every movement, to read at any time: reading stays open whatever the screening said. */
@Composable
fun LibraryTab(movements: List<Movement>, onOpen: (Movement) -> Unit, tabs: @Composable () -> Unit) = Page(bottom = tabs) {
    Gap(2)
    Headline(words[Label.TAB_LIBRARY])
    Gap(12)
    Card {
        movements.forEachIndexed { i, movement ->
            if (i > 0) Hairline()
            MovementRow(movement) { onOpen(movement) }
        }
    }
    Gap(14)
}

@Composable
private fun MovementRow(movement: Movement, onPress: () -> Unit) {
    val c = Theme.colours
    val variant = movement.variants.first()
    Row(
        Modifier.fillMaxWidth().heightIn(min = 96.dp).press(onPress = onPress).padding(start = 10.dp, end = 14.dp, top = 10.dp, bottom = 10.dp),
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (!Theme.largeText) Thumb(variant.motion, variant.posture, 76)
        Column(Modifier.weight(1f)) {
            Text(movement.name, style = Theme.type.button)
            val areas = movement.bodyAreas.joinToString(", ") { it.name }
            if (areas.isNotEmpty()) Text(areas, style = Theme.type.support, color = c.inkSoft)
        }
        if (!Theme.largeText) Icon(Glyphs.forward, size = 20.dp, colour = c.inkSoft)
    }
}

private val Variant.posture: Posture get() = postures.firstOrNull()?.posture ?: Posture.SEATED

/** One movement: the figure, its forms, its steps under the mark of where they come from. */
@Composable
fun MovementPage(movement: Movement, variant: Variant, onVariant: (Variant) -> Unit, onBack: () -> Unit) = Page(
    bleed = { KeyPoses(variant, onBack) },
) {
    Gap(16)
    Headline(movement.name)
    Gap(2)
    Text(movement.summary, style = Theme.type.fact, color = Theme.colours.inkSoft)
    if (movement.variants.size > 1) {
        Gap(12)
        Chips { movement.variants.forEach { Chip(it.name, it.id == variant.id, radio = true) { _ -> onVariant(it) } } }
    }
    Blocks(variant.steps, numbered = true)
    Blocks(listOfNotNull(movement.focus) + movement.care, numbered = false)
    Gap(30)
}

@Composable
private fun KeyPoses(variant: Variant, onBack: () -> Unit) {
    val c = Theme.colours
    Column(Modifier.fillMaxWidth().background(c.stage)) {
        TopBar(onBack)
        Box(Modifier.fillMaxWidth().height(236.dp).padding(bottom = 8.dp)) {
            FigureStill(variant.motion, variant.posture, Backdrop.Plain, c.stage, Modifier.fillMaxSize(), variant.figureText)
        }
    }
}

/** Steps in order, a new block with its own badge wherever the origin changes. */
@Composable
private fun Blocks(steps: List<Step>, numbered: Boolean) {
    var number = 0
    steps.chunkedBy { it.origin.kind }.forEach { block ->
        Gap(14)
        Badge(block.map { it.origin }.joined())
        Gap(8)
        Card {
            block.forEachIndexed { i, step ->
                if (i > 0) Hairline()
                StepRow(step, if (numbered) ++number else null)
            }
        }
    }
}

// Blocks of one article stay together, whichever of its lines each step is from.
private val Origin.kind get() = (this as? Origin.Source)?.article ?: this::class

private fun List<Origin>.joined(): Origin {
    val sources = filterIsInstance<Origin.Source>()
    if (sources.isEmpty()) return first()
    return Origin.Source(sources.first().article, sources.flatMap { it.lines.split(", ") }.distinct().joinToString(", "))
}

private fun <T, K> List<T>.chunkedBy(key: (T) -> K): List<List<T>> = fold(mutableListOf<MutableList<T>>()) { blocks, item ->
    if (blocks.isEmpty() || key(blocks.last().last()) != key(item)) blocks += mutableListOf(item) else blocks.last() += item
    blocks
}

@Composable
private fun StepRow(step: Step, number: Int?) {
    val c = Theme.colours
    Row(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 14.dp), Arrangement.spacedBy(14.dp)) {
        if (number != null) Text("$number", Modifier.width(if (Theme.largeText) 44.dp else 20.dp), style = Theme.type.title, color = c.jade)
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

private fun Labels.breath(breath: StepBreath?): Pair<Glyph, String>? = when (breath) {
    StepBreath.IN -> Glyphs.breatheIn to this[Label.BREATHE_IN]
    StepBreath.OUT -> Glyphs.breatheOut to this[Label.BREATHE_OUT]
    StepBreath.DEEP -> Glyphs.breatheNaturally to this[Label.BREATHE_DEEPLY]
    StepBreath.NATURAL -> Glyphs.breatheNaturally to this[Label.BREATHE_NATURALLY]
    null -> null
}

/** Where words come from: filled with lines for an article's, dashed with a pen for ours. */
@Composable
fun Badge(origin: Origin) {
    val c = Theme.colours
    val (glyph, text) = when (origin) {
        is Origin.Source -> Glyphs.article to words.format(Label.ARTICLE_SAYS, origin.article, origin.lines)
        Origin.Proposed -> Glyphs.pen to words[Label.PROPOSED]
        Origin.GeneralKnowledge -> Glyphs.library to words[Label.GENERALLY_KNOWN]
    }
    val article = origin is Origin.Source
    val look = if (article) Modifier.background(c.jadeSoft, Shapes.badge) else Modifier.dashed(c.outline)
    Row(look.padding(horizontal = 10.dp, vertical = 4.dp), Arrangement.spacedBy(6.dp), Alignment.CenterVertically) {
        Icon(glyph, size = 16.dp, colour = if (article) c.onJadeSoft else c.ink)
        Text(text, style = Theme.type.supportStrong, color = if (article) c.onJadeSoft else c.ink)
    }
}

private fun Modifier.dashed(colour: androidx.compose.ui.graphics.Color) = drawBehind {
    val width = 1.5.dp.toPx()
    drawRoundRect(
        colour,
        cornerRadius = CornerRadius(Radius.badge.dp.toPx()),
        style = Stroke(width, pathEffect = PathEffect.dashPathEffect(floatArrayOf(3 * width, 2 * width))),
    )
}
