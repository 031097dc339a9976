package app.mingmen.ui.part

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.words

private const val WORST = 10

/** The word for a number of pain: 0 none, 1 to 3 mild, 4 to 6 moderate, 7 to 10 severe. */
fun Labels.pain(value: Int): String = this[
    when (value) {
        0 -> Label.PAIN_NONE
        in 1..3 -> Label.PAIN_MILD
        in 4..6 -> Label.PAIN_MODERATE
        else -> Label.PAIN_SEVERE
    },
]

/**
 * Pain as keys 0 to 10: one radio group, no slider, one tap, mended by another.
 *
 * [before] is marked with an ember bar. "Not sure" takes the last place where [onNotSure] is given.
 */
@Composable
fun PainKeys(chosen: Int?, onChoose: (Int) -> Unit, before: Int? = null, unsure: Boolean = false, onNotSure: (() -> Unit)? = null) {
    val columns = if (Theme.largeText) 4 else 6
    val keys = (0..WORST).toList() + listOfNotNull(NOT_SURE.takeIf { onNotSure != null })
    Column {
        KeyGrid(keys, columns, Touch.gap) { n ->
            if (n == NOT_SURE) NotSure(unsure) { onNotSure?.invoke() } else PainKey(n, n == chosen, n == before) { onChoose(n) }
        }
        Ends()
    }
}

private const val NOT_SURE = -1

@Composable
private fun PainKey(n: Int, chosen: Boolean, before: Boolean, onChoose: () -> Unit) {
    val c = Theme.colours
    val labels = words
    val spoken = labels.format(Label.PAIN_KEY_SPOKEN, n, labels.pain(n), n + 1, WORST + 1)
    val look = if (chosen) Modifier.background(c.jade) else Modifier.background(c.raised).border(1.5.dp, c.outline, Shapes.key)
    Box(
        Modifier.fillMaxWidth().heightIn(min = Touch.key.dp).clip(Shapes.key).then(look).choose(chosen, onChoose)
            .semantics { contentDescription = spoken },
        contentAlignment = Alignment.Center,
    ) {
        Text("$n", Modifier.clearAndSetSemantics { }, style = Theme.type.key, color = if (chosen) c.onJade else c.ink, softWrap = false)
        if (before) Box(Modifier.align(Alignment.BottomCenter).offset(y = (-4).dp).size(24.dp, 3.dp).background(c.ember, RoundedCornerShape(2.dp)))
    }
}

@Composable
private fun NotSure(chosen: Boolean, onChoose: () -> Unit) {
    val c = Theme.colours
    Box(
        Modifier.fillMaxWidth().heightIn(min = Touch.key.dp).clip(Shapes.key)
            .background(if (chosen) c.jadeSoft else c.jadeSoft.copy(alpha = 0f)).choose(chosen, onChoose),
        contentAlignment = Alignment.Center,
    ) { Text(words[Label.NOT_SURE], style = Theme.type.supportStrong, color = if (chosen) c.onJadeSoft else c.jade, textAlign = TextAlign.Center) }
}

@Composable
private fun Ends() {
    val c = Theme.colours
    val style = Theme.type.support
    if (Theme.largeText) {
        Column(Modifier.padding(top = 8.dp)) {
            Text(words[Label.PAIN_LEAST], style = style, color = c.inkSoft)
            Text(words[Label.PAIN_WORST], style = style, color = c.inkSoft)
        }
        return
    }
    Row(Modifier.fillMaxWidth().padding(top = 8.dp), horizontalArrangement = Arrangement.spacedBy(16.dp)) {
        Text(words[Label.PAIN_LEAST], Modifier.weight(1f), style = style, color = c.inkSoft)
        Text(words[Label.PAIN_WORST], Modifier.weight(1f), style = style, color = c.inkSoft, textAlign = TextAlign.End)
    }
}
