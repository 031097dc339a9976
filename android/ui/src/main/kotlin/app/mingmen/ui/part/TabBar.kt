package app.mingmen.ui.part

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import app.mingmen.ui.icon.Glyph
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** The four places of the app. */
enum class Tab(val label: Label, val glyph: Glyph) {
    TODAY(Label.TAB_TODAY, Glyphs.today),
    PLAN(Label.TAB_PLAN, Glyphs.plan),
    LIBRARY(Label.TAB_LIBRARY, Glyphs.library),
    PROGRESS(Label.TAB_PROGRESS, Glyphs.progress),
}

/** The bar of tabs. Its words stop growing at 1.3, or four of them would not fit on a small phone. */
@Composable
fun TabBar(current: Tab, onTab: (Tab) -> Unit) {
    val c = Theme.colours
    val density = LocalDensity.current
    CompositionLocalProvider(LocalDensity provides Density(density.density, density.fontScale.coerceAtMost(LARGEST))) {
        Column(Modifier.fillMaxWidth().background(c.raised)) {
            Hairline()
            Row(Modifier.fillMaxWidth().padding(start = 6.dp, end = 6.dp, top = 6.dp, bottom = 12.dp).selectableGroup()) {
                Tab.entries.forEach { TabKey(it, it == current, Modifier.weight(1f)) { onTab(it) } }
            }
        }
    }
}

@Composable
private fun TabKey(tab: Tab, on: Boolean, modifier: Modifier, onPress: () -> Unit) {
    val c = Theme.colours
    val colour = if (on) c.onJadeSoft else c.inkSoft
    Column(
        modifier.heightIn(min = 60.dp).choose(on, onPress),
        verticalArrangement = Arrangement.spacedBy(3.dp, Alignment.CenterVertically),
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        Box(Modifier.size(60.dp, 32.dp).background(if (on) c.jadeSoft else c.raised, PILL), Alignment.Center) { Icon(tab.glyph, colour = colour) }
        Text(words[tab.label], Modifier.padding(horizontal = 2.dp), style = Theme.type.tab.copy(fontWeight = if (on) FontWeight.SemiBold else FontWeight.Medium), color = colour, overflow = TextOverflow.Ellipsis, maxLines = 1)
    }
}

private const val LARGEST = 1.3f
private val PILL = RoundedCornerShape(16.dp)
