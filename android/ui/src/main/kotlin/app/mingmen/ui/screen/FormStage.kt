package app.mingmen.ui.screen

import androidx.compose.animation.core.Animatable
import androidx.compose.animation.core.LinearEasing
import androidx.compose.animation.core.tween
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
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.core.Posture
import app.mingmen.core.StepBreath
import app.mingmen.core.Variant
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureFrames
import app.mingmen.ui.figure.FigureScene
import app.mingmen.ui.figure.LocalFigures
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.press
import app.mingmen.ui.theme.Motion
import app.mingmen.ui.theme.Space
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** How a form is done: two poses of the figure, which moves when it is pressed. */
@Composable
internal fun FormStage(name: String, form: Variant, onBack: () -> Unit) {
    val c = Theme.colours
    Column(Modifier.fillMaxWidth().background(c.stage), horizontalAlignment = Alignment.CenterHorizontally) {
        TopBar(onBack)
        Poses(name, form)
    }
}

/** The two poses that tell the movement. It moves once by itself, and again whenever it is pressed. */
@Composable
private fun Poses(name: String, form: Variant) {
    val c = Theme.colours
    val frames = LocalFigures.current.frames(form.motion, form.posture)
    val still = Theme.look.reducedMotion
    var seen by rememberSaveable(form.id) { mutableStateOf(still) }
    var runs by remember(frames) { mutableIntStateOf(if (seen) 0 else 1) }
    val phase = remember(frames) { Animatable(0f) }
    val moving = runs > 0
    LaunchedEffect(frames, runs) {
        if (frames == null || runs == 0) return@LaunchedEffect
        phase.snapTo(0f)
        phase.animateTo(1f, tween(frames.clip.cycleMs.toInt(), delayMillis = Motion.slowMs, easing = LinearEasing))
        seen = true
        runs = 0
    }
    val spoken = form.figureText.ifEmpty { name }
    Box(Modifier.fillMaxWidth().heightIn(min = STAGE).press(words[Label.SHOW_MOVING]) { runs += 1 }.semantics { contentDescription = spoken }) {
        val pair = frames?.let { form.pair(it) }.orEmpty()
        if (!moving && pair.size == 2 && !Theme.largeText) {
            Row(Modifier.widthIn(max = Space.maxContentWidth.dp).align(Alignment.Center)) { pair.forEach { Pose(frames, it, Modifier.weight(1f)) } }
        } else {
            FigureScene(
                frames, { if (runs > 0) phase.value else frames?.stillPhase ?: 0f }, Backdrop.Plain, c.stage,
                Modifier.fillMaxWidth().height(STAGE).padding(bottom = 8.dp),
            )
        }
    }
}

private class KeyPose(val phase: Float, val breath: StepBreath?)

/** The first and the last pose that tell the movement, each with the breath that leads to it, the in-breath first. A lying figure is too wide for two. */
private fun Variant.pair(frames: FigureFrames): List<KeyPose> {
    val view = frames.clip.view
    if (view.width > view.height) return emptyList()
    val poses = listOfNotNull(frames.keyPhases.firstOrNull(), frames.keyPhases.lastOrNull()).distinct().map { phase ->
        val at = (phase * PERMILLE).toInt().let { if (it == 0) PERMILLE else it }
        KeyPose(phase, beats.firstOrNull { at > it.fromPermille.toInt() && at <= it.toPermille.toInt() }?.breath)
    }
    return if (poses.firstOrNull()?.breath == StepBreath.OUT) poses.reversed() else poses
}

@Composable
private fun Pose(frames: FigureFrames?, pose: KeyPose, modifier: Modifier) {
    val c = Theme.colours
    Column(modifier.padding(start = 10.dp, end = 10.dp, bottom = 10.dp), horizontalAlignment = Alignment.CenterHorizontally) {
        Box(Modifier.fillMaxWidth().height(POSE)) { FigureScene(frames, { pose.phase }, Backdrop.Plain, c.stage, Modifier.fillMaxSize()) }
        val (glyph, word) = words.breath(pose.breath) ?: return@Column
        Row(Modifier.padding(top = 4.dp), Arrangement.spacedBy(6.dp), Alignment.CenterVertically) {
            Icon(glyph, size = 20.dp, colour = c.jade)
            Text(word, style = Theme.type.supportStrong)
        }
    }
}

internal val Variant.posture get() = postures.firstOrNull()?.posture ?: Posture.SEATED

private const val PERMILLE = 1000
private val STAGE = 264.dp
private val POSE = 228.dp
