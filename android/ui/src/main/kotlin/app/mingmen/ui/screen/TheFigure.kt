package app.mingmen.ui.screen

import androidx.compose.animation.core.Animatable
import androidx.compose.animation.core.LinearEasing
import androidx.compose.animation.core.tween
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.core.FigureOption
import app.mingmen.core.FigureQuestion
import app.mingmen.core.Posture
import app.mingmen.ui.figure.Backdrop
import app.mingmen.ui.figure.FigureScene
import app.mingmen.ui.figure.LocalFigures
import app.mingmen.ui.figure.colour
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.KeyGrid
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.choose
import app.mingmen.ui.part.press
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Motion
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** Who shows the movements: the person stays in sight above the keys, and each key changes them at once. */
@Composable
internal fun TheFigure(state: MingmenAppState, place: Place.AtFigure) = Page(
    over = Theme.colours.stage,
    overStays = true,
    fixed = {
        Column(Modifier.fillMaxWidth().background(Theme.colours.stage)) {
            TopBar({ state.back() }, place.form.title)
            Moving(place.form.title)
        }
    },
) {
    Gap(16)
    Text(place.form.lead, style = Theme.type.fact, color = Theme.colours.inkSoft)
    place.form.questions.forEach { question -> Question(question) { state.figure.choose(place, it) } }
    Gap(30)
}

/** Moves once with each choice, and again whenever it is pressed. */
@Composable
private fun Moving(spoken: String) {
    val frames = LocalFigures.current.frames(SHOWN, Posture.STANDING)
    val phase = remember { Animatable(0f) }
    var runs by remember { mutableIntStateOf(0) }
    LaunchedEffect(frames, runs) {
        if (frames == null) return@LaunchedEffect
        phase.snapTo(0f)
        phase.animateTo(1f, tween(frames.clip.cycleMs.toInt(), delayMillis = Motion.slowMs, easing = LinearEasing))
    }
    FigureScene(
        frames, { phase.value }, Backdrop.Plain, Theme.colours.stage,
        Modifier.fillMaxWidth().height(if (Theme.largeText) 150.dp else 224.dp).press(words[Label.SHOW_MOVING]) { runs += 1 }.padding(bottom = 8.dp),
        spoken,
    )
}

@Composable
private fun Question(question: FigureQuestion, onChoose: (FigureOption) -> Unit) {
    Gap(22)
    Text(question.title, Modifier.semantics { heading() }, style = Theme.type.heading)
    Gap(10)
    val columns = if (question.options.size == THREE) THREE else 2
    KeyGrid(question.options, if (Theme.largeText) 1 else columns, 8) { option -> Key(option) { onChoose(option) } }
}

@Composable
private fun Key(option: FigureOption, onChoose: () -> Unit) {
    val c = Theme.colours
    val on = option.chosen
    Row(
        Modifier.fillMaxWidth().heightIn(min = 58.dp).clip(Shapes.key).background(if (on) c.jadeSoft else c.paper)
            .border(if (on) 2.dp else 1.5.dp, if (on) c.jade else c.outline, Shapes.key).choose(on, onChoose).padding(horizontal = 10.dp, vertical = 6.dp),
        horizontalArrangement = Arrangement.spacedBy(8.dp, Alignment.CenterHorizontally),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (on) Icon(Glyphs.check, size = 18.dp, colour = c.onJadeSoft)
        option.tone?.let { Box(Modifier.size(22.dp).background(it.colour(Theme.look.dark), CircleShape).border(1.dp, c.outline, CircleShape)) }
        Text(option.text, style = if (on) Theme.type.factStrong else Theme.type.fact, color = if (on) c.onJadeSoft else c.ink, textAlign = TextAlign.Center)
    }
}

// It shows the face from both sides, the hands, and how far a movement goes.
private const val SHOWN = "torso-twists"
private const val THREE = 3
