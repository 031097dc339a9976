package app.mingmen.ui.part

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.core.Weekday
import app.mingmen.ui.icon.Glyph
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.tabular
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.long
import app.mingmen.ui.words.short
import app.mingmen.ui.words.words
import java.time.LocalTime
import java.time.format.DateTimeFormatter

/** The days of a week as seven keys, four and three. */
@Composable
fun DayKeys(chosen: Set<Weekday>, onTick: (Weekday, Boolean) -> Unit) {
    val large = Theme.largeText
    KeyGrid(Weekday.entries, if (large) 2 else 4, 8) { day ->
        DayKey(words.short(day), words.long(day), day in chosen) { onTick(day, it) }
    }
}

@Composable
private fun DayKey(short: String, spoken: String, on: Boolean, onTick: (Boolean) -> Unit) {
    val c = Theme.colours
    Row(
        Modifier.fillMaxWidth().heightIn(min = 52.dp).clip(Shapes.key).background(if (on) c.jadeSoft else c.paper)
            .border(if (on) 2.dp else 1.5.dp, if (on) c.jade else c.outline, Shapes.key).tick(on, onTick = onTick)
            .semantics { contentDescription = spoken }.padding(horizontal = 6.dp),
        horizontalArrangement = Arrangement.spacedBy(6.dp, Alignment.CenterHorizontally),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (on) Icon(Glyphs.check, size = 18.dp, colour = c.onJadeSoft)
        Text(short, Modifier.clearAndSetSemantics { }, style = Theme.type.factStrong, color = if (on) c.onJadeSoft else c.ink, textAlign = TextAlign.Center)
    }
}

/** A time of day with a key to go earlier and one to go later by a quarter of an hour. */
@Composable
fun TimeStepper(time: LocalTime, onChange: (LocalTime) -> Unit) {
    Card(shape = Shapes.button) {
        Row(Modifier.padding(6.dp), verticalAlignment = Alignment.CenterVertically) {
            StepKey(Glyphs.minus, words[Label.EARLIER]) { onChange(time.minusMinutes(STEP_MINUTES)) }
            Text(
                time.format(CLOCK),
                Modifier.weight(1f).semantics { liveRegion = LiveRegionMode.Polite },
                style = Theme.type.display.tabular(),
                textAlign = TextAlign.Center,
            )
            StepKey(Glyphs.plus, words[Label.LATER]) { onChange(time.plusMinutes(STEP_MINUTES)) }
        }
    }
}

@Composable
private fun StepKey(glyph: Glyph, spoken: String, onPress: () -> Unit) {
    Box(
        Modifier.width(60.dp).height(52.dp).clip(Shapes.key).background(Theme.colours.sunken).press(onPress = onPress),
        contentAlignment = Alignment.Center,
    ) { Icon(glyph, spoken = spoken) }
}

private const val STEP_MINUTES = 15L
private val CLOCK = DateTimeFormatter.ofPattern("HH:mm")
