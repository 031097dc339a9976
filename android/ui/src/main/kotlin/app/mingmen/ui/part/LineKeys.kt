package app.mingmen.ui.part

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.width
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.ui.icon.Glyph
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch
import app.mingmen.ui.theme.tabular

/** A large key with one sign on it; [spoken] says what it does. Where it can do nothing it stays, quietly, so that nothing moves. */
@Composable
fun SignKey(glyph: Glyph, spoken: String, modifier: Modifier = Modifier, enabled: Boolean = true, onPress: () -> Unit) {
    val c = Theme.colours
    Box(
        modifier.width(KEY).heightIn(min = KEY).clip(Shapes.key).background(if (enabled) c.sunken else c.raised).press(enabled = enabled, onPress = onPress),
        Alignment.Center,
    ) { Icon(glyph, colour = if (enabled) c.ink else c.track, spoken = spoken) }
}

/** An amount with a key for less and one for more. */
@Composable
fun AmountKeys(amount: String, less: String, more: String, modifier: Modifier = Modifier, canLess: Boolean = true, canMore: Boolean = true, onStep: (Int) -> Unit) {
    Row(modifier, Arrangement.spacedBy(Touch.gap.dp), Alignment.CenterVertically) {
        SignKey(Glyphs.minus, less, enabled = canLess) { onStep(-1) }
        Text(
            amount,
            Modifier.weight(1f).semantics { liveRegion = LiveRegionMode.Polite },
            style = Theme.type.bodyStrong.tabular(),
            textAlign = TextAlign.Center,
        )
        SignKey(Glyphs.plus, more, enabled = canMore) { onStep(1) }
    }
}

private val KEY = 52.dp
