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
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.collapse
import androidx.compose.ui.semantics.expand
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch

/** A row that opens what lies under it, and shuts it again. [noted] is what is there already. */
@Composable
fun OpenerRow(title: String, support: String, open: Boolean, noted: String = "", onPress: () -> Unit) {
    val c = Theme.colours
    Row(
        Modifier.fillMaxWidth().heightIn(min = Touch.row.dp).turns(open, onPress).press(onPress = onPress).padding(start = 16.dp, end = 14.dp, top = 10.dp, bottom = 10.dp),
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            Text(title, style = Theme.type.bodyStrong)
            if (support.isNotEmpty()) Text(support, style = Theme.type.support, color = c.inkSoft)
            if (noted.isNotEmpty()) Text(noted, Modifier.padding(top = 4.dp).semantics { liveRegion = LiveRegionMode.Polite }, style = Theme.type.supportMedium, color = c.jade)
        }
        Icon(if (open) Glyphs.shut else Glyphs.open, size = 20.dp, colour = c.inkSoft)
    }
}

/** The same as a key of its own, beside what is pressed for something else; [spoken] says what it opens. */
@Composable
fun OpenerKey(spoken: String, open: Boolean, onPress: () -> Unit) =
    IconButton(if (open) Glyphs.shut else Glyphs.open, spoken, Modifier.turns(open, onPress), Theme.colours.inkSoft, onPress = onPress)

// A screen reader says from these whether it is open.
private fun Modifier.turns(open: Boolean, onPress: () -> Unit) = semantics { if (open) collapse { onPress(); true } else expand { onPress(); true } }
