package app.mingmen.ui.screen

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.isTraversalGroup
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.traversalIndex
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import app.mingmen.core.Breath
import app.mingmen.core.Step
import app.mingmen.core.VariantId
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureScene
import app.mingmen.ui.figure.LocalFigures
import app.mingmen.ui.icon.Glyph
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.IconButton
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.RoundKey
import app.mingmen.ui.part.SegmentsBar
import app.mingmen.ui.part.StopButton
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.press
import app.mingmen.ui.player.Timeline
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch
import app.mingmen.ui.theme.fitting
import app.mingmen.ui.theme.tabular
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.words

/** What the Player shows now. [positionMs] is read while drawing and so follows every frame; the rest changes on events. */
class PlayerView(
    val timeline: Timeline,
    /** The place in the script for words: it may lag a frame. */
    val atMs: Int,
    /** The place in the script for what moves. */
    val positionMs: () -> Int,
    /** Seconds until it moves, while it counts in. */
    val countIn: Int?,
    val paused: Boolean,
    /** What a screen reader is told; empty before there is anything to tell. */
    val milestone: String = "",
    /** What to do in a form that has no figure. */
    val stepsOf: (VariantId) -> List<Step> = { emptyList() },
)

/** What a person does in the Player. */
class PlayerActions(
    val onClose: () -> Unit,
    val onPause: () -> Unit,
    val onAgain: () -> Unit,
    val onBack: () -> Unit,
    val onNext: () -> Unit,
    val onChange: () -> Unit,
    val onStop: () -> Unit,
)

/** The practice itself: the figure before the breath ring, the words of now, and Stop always in the same place. */
@Composable
fun Player(view: PlayerView, actions: PlayerActions) {
    BoxWithConstraints(Modifier.fillMaxSize().background(Theme.colours.stage).padding(Theme.look.insets).semantics { isTraversalGroup = true }) {
        if (maxWidth > maxHeight) FromAfar(view, actions, minOf(FROM_AFAR, maxWidth * FIGURE_SHARE), low = maxHeight < LOW) else Upright(view, actions, roomy = maxHeight > ROOMY)
        Milestone(view.milestone)
    }
}

private val ROOMY = 640.dp
private val FROM_AFAR = 354.dp
private const val FIGURE_SHARE = 0.42f
private val LOW = 360.dp
private val SENTENCE = 176.dp

// Its own voice says the rest; a screen reader that said each line too would talk over the breath.
@Composable
private fun Milestone(said: String) {
    if (said.isEmpty()) return
    Box(Modifier.size(1.dp).semantics { liveRegion = LiveRegionMode.Polite; contentDescription = said })
}

@Composable
private fun Upright(view: PlayerView, actions: PlayerActions, roomy: Boolean) {
    val large = Theme.largeText
    Column(Modifier.fillMaxSize()) {
        if (large) LargeTop(view, actions) else Top(view, actions)
        Scene(view, Modifier.weight(1f).fillMaxWidth().padding(horizontal = if (large) 8.dp else 20.dp), guide = !large)
        Column(Modifier.fillMaxWidth().padding(horizontal = Theme.margin), horizontalAlignment = Alignment.CenterHorizontally) {
            // Room for a sentence is kept, so that the figure stands still when the words change.
            Box(if (roomy && !large) Modifier.heightIn(min = SENTENCE) else Modifier, Alignment.Center) {
                Column(horizontalAlignment = Alignment.CenterHorizontally) {
                    Now(view, Theme.type.heading, Theme.type.cue)
                    if (!large) Below(view)
                }
            }
        }
        Transport(view, actions, tight = large || !roomy)
        StopButton(
            words[Label.STOP],
            Modifier.padding(start = Theme.margin, end = Theme.margin, bottom = if (roomy && !large) 30.dp else 16.dp).semantics { traversalIndex = FIRST },
            onPress = actions.onStop,
        )
    }
}

private const val FIRST = -1f

@Composable
private fun Top(view: PlayerView, actions: PlayerActions) {
    val index = view.timeline.segmentAt(view.atMs)
    Row(Modifier.fillMaxWidth().heightIn(min = 52.dp).padding(horizontal = 8.dp), verticalAlignment = Alignment.CenterVertically) {
        IconButton(Glyphs.close, words[Label.CLOSE], onPress = actions.onClose)
        Row(
            Modifier.weight(1f).semantics(mergeDescendants = true) { heading() },
            horizontalArrangement = Arrangement.Center,
            verticalAlignment = Alignment.CenterVertically,
        ) {
            Text(view.timeline.segment(index).name, Modifier.weight(1f, fill = false), style = Theme.type.bodyStrong, textAlign = TextAlign.Center)
            val place = words.format(Label.PLACE_OF, index + 1, view.timeline.ends.size)
            if (view.timeline.ends.size > 1) Text(" · $place", style = Theme.type.support, color = Theme.colours.inkSoft)
        }
        Spacer(Modifier.size(52.dp))
    }
    Bars(view, Modifier.padding(start = Theme.margin, end = Theme.margin, top = 4.dp))
}

@Composable
private fun LargeTop(view: PlayerView, actions: PlayerActions) {
    Row(Modifier.fillMaxWidth().padding(start = 8.dp, end = 16.dp), verticalAlignment = Alignment.CenterVertically) {
        IconButton(Glyphs.close, words[Label.CLOSE], onPress = actions.onClose)
        Bars(view, Modifier.weight(1f))
    }
}

@Composable
private fun Bars(view: PlayerView, modifier: Modifier) {
    val index = view.timeline.segmentAt(view.atMs)
    val spoken = words.format(Label.PLACE_OF, index + 1, view.timeline.ends.size)
    SegmentsBar(view.timeline.ends, { view.atMs }, spoken, modifier)
}

@Composable
private fun Scene(view: PlayerView, modifier: Modifier, guide: Boolean) {
    val timeline = view.timeline
    val segment = timeline.segment(timeline.segmentAt(view.atMs))
    val frames = LocalFigures.current.frames(segment.motion, segment.posture)
    val reduced = Theme.look.reducedMotion
    val ring = Backdrop.Breath(guide) { view.positionMs().let { if (reduced) timeline.steppedRingAt(it) else timeline.ringAt(it) } }
    val phase = { view.positionMs().let { if (reduced) timeline.beatAt(it) else timeline.phaseAt(it) } }
    val figure: @Composable (Modifier) -> Unit = {
        FigureScene(frames, phase, ring, Theme.colours.stage, it, timeline.figureTextAt(view.atMs))
    }
    val steps = if (segment.motion == null) view.stepsOf(segment.variant) else emptyList()
    if (steps.isEmpty()) return Box(modifier, contentAlignment = Alignment.Center) { figure(Modifier.fillMaxSize()) }
    Column(modifier, horizontalAlignment = Alignment.CenterHorizontally) {
        if (!Theme.largeText) figure(Modifier.weight(RING_SHARE).fillMaxWidth())
        Column(Modifier.weight(1f).padding(vertical = 8.dp)) { StepList(steps) }
    }
}

private const val RING_SHARE = 0.7f

/** The steps of a form without a figure, to be read again at any time. */
@Composable
private fun StepList(steps: List<Step>) = Card(Modifier.verticalScroll(rememberScrollState())) {
    Column(Modifier.padding(16.dp), Arrangement.spacedBy(8.dp)) {
        steps.forEachIndexed { i, step ->
            Row(horizontalArrangement = Arrangement.spacedBy(10.dp)) {
                Text("${i + 1}", style = Theme.type.factStrong, color = Theme.colours.jade)
                Text(step.text, style = Theme.type.fact)
            }
        }
    }
}

/** The breath and what to do, or the count before it moves, or that it is held. */
@Composable
private fun Now(view: PlayerView, breathStyle: TextStyle, cueStyle: TextStyle, left: Boolean = false) {
    val align = if (left) TextAlign.Start else TextAlign.Center
    val across = if (left) Alignment.Start else Alignment.CenterHorizontally
    Column(Modifier.fillMaxWidth(), horizontalAlignment = across) {
        Row(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
            val (glyph, word) = words.above(view)
            if (glyph != null) Icon(glyph, size = if (left) 44.dp else 24.dp, colour = Theme.colours.jade)
            Text(word, style = if (Theme.largeText && !left) breathStyle.fitting(word, BREATH_LETTERS) else breathStyle, color = Theme.colours.jade, textAlign = align)
        }
        val line = view.countIn?.toString() ?: view.timeline.lineAt(view.atMs)
        Text(line, Modifier.padding(top = 4.dp), style = fitting(line, cueStyle), textAlign = align)
    }
}

// A whole sentence is read, not glanced at: it takes a quieter size so that the figure keeps its room.
@Composable
private fun fitting(line: String, cue: TextStyle): TextStyle = if (line.length <= GLANCE) cue else Theme.type.title.copy(textAlign = cue.textAlign)

private const val GLANCE = 34

// On one line beside its sign, also on a small phone with large text.
private const val BREATH_LETTERS = 12

private fun Labels.above(view: PlayerView): Pair<Glyph?, String> = when {
    view.countIn != null -> null to this[Label.STARTING_IN]
    view.paused -> Glyphs.pause to this[Label.PAUSED]
    else -> breath(view.timeline.breathAt(view.atMs))
}

private fun Labels.breath(breath: Breath?): Pair<Glyph?, String> = when (breath) {
    Breath.IN -> Glyphs.breatheIn to this[Label.BREATHE_IN]
    Breath.OUT -> Glyphs.breatheOut to this[Label.BREATHE_OUT]
    Breath.OWN -> Glyphs.breatheNaturally to this[Label.BREATHE_OWN]
    Breath.NATURAL, null -> Glyphs.breatheNaturally to this[Label.BREATHE_NATURALLY]
}

/** What is being said while something else is done, so that it can be read; else what is left. */
@Composable
private fun Below(view: PlayerView) {
    val caption = if (view.countIn == null && !view.paused) view.timeline.captionAt(view.atMs) else null
    val style = if (caption == null) Theme.type.body.tabular() else Theme.type.support
    Text(caption ?: words.left(view), Modifier.padding(top = 6.dp), style = style, color = Theme.colours.inkSoft, textAlign = TextAlign.Center)
}

private fun Labels.left(view: PlayerView): String {
    val timeline = view.timeline
    val index = timeline.segmentAt(view.atMs)
    val clock = clock(timeline.ends[index] - view.atMs)
    val next = timeline.script.segments.getOrNull(index + 1)?.name
    return if (next == null) format(Label.LEFT, clock) else format(Label.LEFT_THEN, clock, next)
}

private fun clock(ms: Int): String {
    val seconds = (ms.coerceAtLeast(0) + 999) / 1000
    return "%d:%02d".format(seconds / 60, seconds % 60)
}

/** All keys in reach of a thumb. */
@Composable
private fun Transport(view: PlayerView, actions: PlayerActions, tight: Boolean) = BoxWithConstraints {
    val narrow = maxWidth < NARROW
    val side = if (narrow) 52.dp else 64.dp
    Row(
        Modifier.fillMaxWidth().padding(horizontal = 4.dp, vertical = if (tight) 8.dp else 16.dp),
        horizontalArrangement = Arrangement.spacedBy(if (narrow) 4.dp else 10.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        SideKey(Glyphs.again, words[Label.AGAIN], words[Label.AGAIN_SPOKEN], Modifier.weight(1f), actions.onAgain)
        RoundKey(Glyphs.previous, words[Label.PREVIOUS], side, 26.dp, primary = false, onPress = actions.onBack)
        PauseKey(view, actions, if (narrow) Touch.stopLandscape else Touch.pause)
        RoundKey(Glyphs.next, words[Label.NEXT], side, 26.dp, primary = false, onPress = actions.onNext)
        SideKey(Glyphs.adjust, words[Label.CHANGE], words[Label.CHANGE_REST], Modifier.weight(1f), actions.onChange)
    }
}

private val NARROW = 360.dp

/** A quiet key with its word below it, where there is room for one. */
@Composable
private fun SideKey(glyph: Glyph, word: String, spoken: String, modifier: Modifier, onPress: () -> Unit) = Column(
    modifier.heightIn(min = 64.dp).clip(Shapes.key).press(onPress = onPress).semantics { contentDescription = spoken },
    verticalArrangement = Arrangement.spacedBy(2.dp, Alignment.CenterVertically),
    horizontalAlignment = Alignment.CenterHorizontally,
) {
    Icon(glyph, size = 26.dp)
    if (!Theme.largeText) Text(word, Modifier.clearAndSetSemantics { }, style = Theme.type.tab.fitting(word, LETTERS), maxLines = 1)
}

private const val LETTERS = 7

@Composable
private fun PauseKey(view: PlayerView, actions: PlayerActions, size: Int) {
    val (glyph, label) = if (view.paused) Glyphs.play to Label.GO_ON else Glyphs.pause to Label.PAUSE
    RoundKey(glyph, words[label], size.dp, 36.dp, primary = true, onPress = actions.onPause)
}

/** On its side the phone stands two metres away: figure left, large words right, pause and Stop below them. */
@Composable
private fun FromAfar(view: PlayerView, actions: PlayerActions, figure: Dp, low: Boolean) = Row(Modifier.fillMaxSize().padding(horizontal = 18.dp, vertical = 18.dp)) {
    Scene(view, Modifier.fillMaxHeight().width(figure), guide = true)
    Column(Modifier.weight(1f).fillMaxHeight().padding(start = 22.dp, end = 12.dp)) {
        Row(horizontalArrangement = Arrangement.spacedBy(16.dp), verticalAlignment = Alignment.CenterVertically) {
            Bars(view, Modifier.weight(1f))
            val left = view.timeline.ends[view.timeline.segmentAt(view.atMs)] - view.atMs
            Text(clock(left), style = Theme.type.title.tabular(), color = Theme.colours.inkSoft)
            IconButton(Glyphs.adjust, words[Label.CHANGE_REST], onPress = actions.onChange)
        }
        Box(Modifier.weight(1f), contentAlignment = Alignment.CenterStart) {
            // Large as they are, these words need not grow much with the text, and on a low phone not be so large; what is longer scrolls.
            val (breath, cue) = if (Theme.largeText || low) Theme.type.heading to Theme.type.cue else Theme.type.breathFromAfar to Theme.type.cueFromAfar
            Box(Modifier.verticalScroll(rememberScrollState())) { Now(view, breath, cue, left = true) }
        }
        Row(horizontalArrangement = Arrangement.spacedBy(14.dp), verticalAlignment = Alignment.CenterVertically) {
            PauseKey(view, actions, Touch.stopLandscape)
            StopButton(words[Label.STOP], Modifier.weight(1f).semantics { traversalIndex = FIRST }, Touch.stopLandscape.dp, onPress = actions.onStop)
        }
    }
}

/** "End here?", asked once. The practice is held meanwhile. */
@Composable
fun EndHere(onEnd: () -> Unit, onKeepGoing: () -> Unit) = Page(back = Theme.colours.stage) {
    Filler()
    Headline(words[Label.END_HERE])
    Gap(8)
    Text(words[Label.END_HERE_MORE])
    Filler()
    BigButton(words[Label.GO_ON], glyph = Glyphs.play, onPress = onKeepGoing)
    Gap(10)
    BigButton(words[Label.END], tone = Tone.OUTLINE, onPress = onEnd)
    Gap(30)
}
