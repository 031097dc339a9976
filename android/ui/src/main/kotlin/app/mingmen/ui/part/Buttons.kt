package app.mingmen.ui.part

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Shape
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import app.mingmen.ui.icon.Glyph
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch

/** How a button speaks. There is one [PRIMARY] on a page. */
enum class Tone { PRIMARY, TONAL, OUTLINE, QUIET, EMERGENCY, STOP, WRONG }

private class Coat(val back: Color, val words: Color, val edge: Color? = null, val icon: Color = words)

@Composable
private fun coat(tone: Tone): Coat {
    val c = Theme.colours
    return when (tone) {
        Tone.PRIMARY -> Coat(c.jade, c.onJade)
        Tone.TONAL -> Coat(c.jadeSoft, c.onJadeSoft)
        Tone.OUTLINE -> Coat(Color.Transparent, c.ink, c.outline)
        Tone.QUIET -> Coat(Color.Transparent, c.jade)
        Tone.EMERGENCY -> Coat(c.earth, c.onEarth)
        Tone.STOP -> Coat(c.earthSoft, c.onEarthSoft, c.earth, c.earth)
        Tone.WRONG -> Coat(Color.Transparent, c.earth, c.earth)
    }
}

// One that can do nothing now stays where it is, quietly.
@Composable
private fun waiting() = Theme.colours.run { Coat(raised, inkSoft, line) }

/** A button as wide as it may be. Its words wrap and it grows with them. */
@Composable
fun BigButton(
    text: String,
    modifier: Modifier = Modifier,
    tone: Tone = Tone.PRIMARY,
    glyph: Glyph? = null,
    height: Dp = if (tone == Tone.QUIET) 52.dp else Touch.primary.dp,
    style: TextStyle = Theme.type.button,
    glyphSize: Dp = 24.dp,
    shape: Shape = Shapes.button,
    enabled: Boolean = true,
    onPress: () -> Unit,
) {
    val coat = if (enabled) coat(tone) else waiting()
    val edged = coat.edge?.let { Modifier.border(BorderStroke(2.dp, it), shape) } ?: Modifier
    Row(
        modifier.fillMaxWidth().heightIn(min = height).clip(shape).background(coat.back).then(edged)
            .press(enabled = enabled, onPress = onPress).padding(horizontal = 20.dp, vertical = 10.dp),
        horizontalArrangement = Arrangement.spacedBy(10.dp, Alignment.CenterHorizontally),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        // With very large text the long words of these two take the icon's room.
        val roomless = Theme.largeText && (tone == Tone.STOP || tone == Tone.WRONG)
        if (glyph != null && !roomless) Icon(glyph, size = glyphSize, colour = coat.icon)
        Text(text, style = style, color = coat.words, textAlign = TextAlign.Center)
    }
}

/** "Stop, something hurts": always in the same place, never smaller than 68. */
@Composable
fun StopButton(text: String, modifier: Modifier = Modifier, height: Dp = Touch.stop.dp, style: TextStyle = Theme.type.button, onPress: () -> Unit) {
    BigButton(text, modifier, Tone.STOP, Glyphs.hand, height, style, glyphSize = 28.dp, onPress = onPress)
}

/** An icon that is a button of its own; [spoken] says what it does. */
@Composable
fun IconButton(glyph: Glyph, spoken: String, modifier: Modifier = Modifier, colour: Color = Theme.colours.ink, enabled: Boolean = true, onPress: () -> Unit) {
    Box(
        modifier.size(TARGET).clip(CircleShape).press(enabled = enabled, onPress = onPress),
        contentAlignment = Alignment.Center,
    ) { Icon(glyph, colour = colour, spoken = spoken) }
}

/** A round key of the Player. */
@Composable
fun RoundKey(glyph: Glyph, spoken: String, size: Dp, glyphSize: Dp, primary: Boolean, onPress: () -> Unit) {
    val c = Theme.colours
    val look = if (primary) Modifier.background(c.jade, CircleShape) else Modifier.border(2.dp, c.outline, CircleShape)
    Box(
        Modifier.size(size).clip(CircleShape).then(look).press(onPress = onPress),
        contentAlignment = Alignment.Center,
    ) { Icon(glyph, size = glyphSize, colour = if (primary) c.onJade else c.ink, spoken = spoken) }
}

private val TARGET = 52.dp
