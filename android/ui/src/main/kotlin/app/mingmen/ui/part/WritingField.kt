package app.mingmen.ui.part

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.unit.dp
import app.mingmen.ui.theme.Shapes
import app.mingmen.ui.theme.Theme

/** A field to write into that grows with what is written. [name] is what a screen reader calls it, [hint] stands in it while it is empty. */
@Composable
fun WritingField(text: String, name: String, hint: String, onWrite: (String) -> Unit, modifier: Modifier = Modifier) {
    val c = Theme.colours
    BasicTextField(
        text, onWrite,
        modifier.fillMaxWidth().heightIn(min = 56.dp).clip(Shapes.key).background(c.raised).border(1.5.dp, c.outline, Shapes.key)
            .semantics { contentDescription = name }.padding(horizontal = 16.dp, vertical = 12.dp),
        textStyle = Theme.type.body.copy(color = c.ink),
        cursorBrush = SolidColor(c.jade),
        keyboardOptions = KeyboardOptions(capitalization = KeyboardCapitalization.Sentences),
    ) { field ->
        Box(Modifier.fillMaxWidth(), Alignment.CenterStart) {
            if (text.isEmpty()) Text(hint, color = c.inkSoft)
            field()
        }
    }
}
