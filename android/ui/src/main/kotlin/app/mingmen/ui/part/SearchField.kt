package app.mingmen.ui.part

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.platform.LocalFocusManager
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.unit.dp
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** A line to type into. What is typed is looked for at once, so there is no button to send it. */
@Composable
fun SearchField(query: String, onType: (String) -> Unit, modifier: Modifier = Modifier, asked: String = words[Label.SEARCH]) {
    val c = Theme.colours
    val focus = LocalFocusManager.current
    Row(
        modifier.fillMaxWidth().heightIn(min = HEIGHT).clip(Shapes.card).background(c.sunken).padding(start = 16.dp, end = if (query.isEmpty()) 16.dp else 2.dp),
        horizontalArrangement = Arrangement.spacedBy(12.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Icon(Glyphs.search, colour = c.inkSoft)
        BasicTextField(
            query, onType,
            Modifier.weight(1f).heightIn(min = HEIGHT).semantics { contentDescription = asked },
            textStyle = Theme.type.body.copy(color = c.ink),
            singleLine = true,
            cursorBrush = SolidColor(c.jade),
            keyboardOptions = KeyboardOptions(imeAction = ImeAction.Search),
            // Everything is found by then: the keyboard makes room for it.
            keyboardActions = KeyboardActions(onSearch = { focus.clearFocus() }),
        ) { field ->
            Box(Modifier.padding(vertical = 8.dp), Alignment.CenterStart) {
                // A screen reader hears it as the name of the field.
                if (query.isEmpty()) Text(if (Theme.largeText) words[Label.SEARCH_SHORT] else asked, color = c.inkSoft)
                field()
            }
        }
        if (query.isNotEmpty()) IconButton(Glyphs.close, words[Label.CLEAR_SEARCH], colour = c.inkSoft) { onType("") }
    }
}

private val HEIGHT = 56.dp
