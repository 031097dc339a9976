package app.mingmen.ui.part

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
fun DayKeys(chosen: Set<Weekday>, onTick: (Weekday, Boolean) -> Unit) = SevenDays { day ->
    DayKey(day, day in chosen, Modifier.tick(day in chosen) { onTick(day, it) })
}

/** The same keys where one day holds. */
@Composable
fun OneDayKeys(chosen: Weekday, onChoose: (Weekday) -> Unit) = SevenDays { day ->
    DayKey(day, day == chosen, Modifier.choose(day == chosen) { onChoose(day) })
}

@Composable
private fun SevenDays(key: @Composable (Weekday) -> Unit) = KeyGrid(Weekday.entries, if (Theme.largeText) 2 else 4, 8, key = key)

@Composable
private fun DayKey(day: Weekday, on: Boolean, touch: Modifier) {
    val c = Theme.colours
    val spoken = words.long(day)
    Row(
        Modifier.fillMaxWidth().heightIn(min = 52.dp).clip(Shapes.key).background(if (on) c.jadeSoft else c.paper)
            .border(if (on) 2.dp else 1.5.dp, if (on) c.jade else c.outline, Shapes.key).then(touch)
            .semantics { contentDescription = spoken }.padding(horizontal = 6.dp),
        horizontalArrangement = Arrangement.spacedBy(6.dp, Alignment.CenterHorizontally),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (on) Icon(Glyphs.check, size = 18.dp, colour = c.onJadeSoft)
        Text(words.short(day), Modifier.clearAndSetSemantics { }, style = Theme.type.factStrong, color = if (on) c.onJadeSoft else c.ink, textAlign = TextAlign.Center)
    }
}

/** A time of day with a key to go earlier and one to go later by a quarter of an hour. [below] is a key about it. */
@Composable
fun TimeStepper(time: LocalTime, below: @Composable () -> Unit = {}, onChange: (LocalTime) -> Unit) {
    Card(shape = Shapes.button) {
        Row(Modifier.padding(6.dp), verticalAlignment = Alignment.CenterVertically) {
            StepKey(Glyphs.minus, words[Label.EARLIER]) { onChange(time.minusMinutes(STEP_MINUTES)) }
            Text(
                clock(time),
                Modifier.weight(1f).semantics { liveRegion = LiveRegionMode.Polite },
                style = Theme.type.display.tabular(),
                textAlign = TextAlign.Center,
            )
            StepKey(Glyphs.plus, words[Label.LATER]) { onChange(time.plusMinutes(STEP_MINUTES)) }
        }
        below()
    }
}

/** The times of a day, [most] of them at most and one at least: each with its keys, none twice. */
@Composable
fun TimesKeys(times: List<LocalTime>, most: Int, onChange: (List<LocalTime>) -> Unit) {
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        times.forEach { time ->
            val takeOut: @Composable () -> Unit = {
                BigButton(words.format(Label.TAKE_TIME_OUT, clock(time)), tone = Tone.QUIET, style = Theme.type.factStrong) { onChange(times - time) }
            }
            TimeStepper(time, if (times.size > 1) takeOut else { {} }) { to ->
                val free = to.passingOver(time) { it in times }
                onChange(times.map { if (it == time) free else it })
            }
        }
        val another = OFFERED_TIMES.firstOrNull { it !in times }
        if (times.size < most && another != null) {
            BigButton(words[Label.ADD_TIME], tone = Tone.OUTLINE, height = 52.dp, style = Theme.type.factStrong) { onChange(times + another) }
        }
    }
}

/** The next time on from this one, which a step [from] another led to, that is not [taken]. */
fun LocalTime.passingOver(from: LocalTime, taken: (LocalTime) -> Boolean): LocalTime {
    val step = toSecondOfDay().toLong() - from.toSecondOfDay()
    return generateSequence(this) { it.plusSeconds(step) }.first { !taken(it) }
}

/** A day, in words, with keys to go a day or a week earlier or later. */
@Composable
fun DayStepper(day: String, canEarlier: Boolean, onStep: (Long) -> Unit) {
    val large = Theme.largeText
    Card(shape = Shapes.button) {
        Column(Modifier.padding(6.dp), Arrangement.spacedBy(6.dp)) {
            if (large) Day(day, Modifier.fillMaxWidth().padding(top = 6.dp))
            Row(horizontalArrangement = Arrangement.spacedBy(6.dp), verticalAlignment = Alignment.CenterVertically) {
                val key = if (large) Modifier.weight(1f) else Modifier
                StepKey(Glyphs.minus, words[Label.DAY_EARLIER], key, enabled = canEarlier) { onStep(-1) }
                if (!large) Day(day, Modifier.weight(1f))
                StepKey(Glyphs.plus, words[Label.DAY_LATER], key) { onStep(1) }
            }
            KeyGrid(listOf(-WEEK, WEEK), if (large) 1 else 2, 6) { days ->
                val label = if (days < 0) Label.WEEK_EARLIER else Label.WEEK_LATER
                BigButton(words[label], tone = Tone.OUTLINE, height = 52.dp, style = Theme.type.factStrong, enabled = days > 0 || canEarlier) { onStep(days) }
            }
        }
    }
}

@Composable
private fun Day(day: String, modifier: Modifier) =
    Text(day, modifier.semantics { liveRegion = LiveRegionMode.Polite }, style = Theme.type.heading, textAlign = TextAlign.Center)

@Composable
private fun StepKey(glyph: Glyph, spoken: String, modifier: Modifier = Modifier, enabled: Boolean = true, onPress: () -> Unit) {
    val c = Theme.colours
    Box(
        modifier.width(60.dp).height(52.dp).clip(Shapes.key).background(if (enabled) c.sunken else c.raised).press(enabled = enabled, onPress = onPress),
        contentAlignment = Alignment.Center,
    ) { Icon(glyph, colour = if (enabled) c.ink else c.track, spoken = spoken) }
}

/** "08:00". */
fun clock(time: LocalTime): String = time.format(CLOCK)

private const val STEP_MINUTES = 15L
private const val WEEK = 7L
private val CLOCK = DateTimeFormatter.ofPattern("HH:mm")

// What another time of the day begins with: whichever of these is free.
private val OFFERED_TIMES = listOf(LocalTime.of(8, 0), LocalTime.of(13, 0), LocalTime.of(18, 0), LocalTime.of(10, 30), LocalTime.of(15, 30), LocalTime.of(20, 30))
