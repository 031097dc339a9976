package app.mingmen.desktop

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.TextLayoutResult
import app.mingmen.desktop.offscreen.Phone
import app.mingmen.desktop.offscreen.Screen
import app.mingmen.ui.theme.Touch
import java.lang.Character.UnicodeScript

/** What keeps a person from reading the page or from pressing what is on it, also further down. */
fun faults(phone: Phone, screen: Screen): List<String> = cutText(phone) + smallTargets(phone, screen) + namelessTargets(phone)

private fun cutText(phone: Phone): List<String> = phone.nodes(merged = false).mapNotNull { node ->
    val layouts = mutableListOf<TextLayoutResult>()
    node.config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(layouts)
    layouts.firstOrNull(::isCut)?.let { "cut: ${it.layoutInput.text}" }
}

// Measured by the lines themselves: the paragraph counts as overflowing as soon as it could have been wider.
private fun isCut(text: TextLayoutResult): Boolean {
    // A field in which nothing is written yet.
    if (text.layoutInput.text.isEmpty()) return false
    val last = text.lineCount - 1
    val widest = (0..last).maxOf { text.getLineRight(it) - text.getLineLeft(it) }
    return widest > text.size.width + 1 || text.getLineBottom(last) > text.size.height + 1 ||
        text.getLineEnd(last) < text.layoutInput.text.length || (0..last).any(text::isLineEllipsized) || breaksWord(text)
}

private fun breaksWord(text: TextLayoutResult): Boolean = (0 until text.lineCount - 1).map(text::getLineEnd).any { end ->
    val words = text.layoutInput.text
    end in 1 until words.length && words[end - 1].isOfWord && words[end].isOfWord
}

private fun smallTargets(phone: Phone, screen: Screen): List<String> = phone.touchables().filter { node ->
    val least = Touch.min * screen.density
    node.size.width < least || node.size.height < least
}.map { "too small to touch: ${phone.wordsOf(it)} ${it.size}" }

private fun namelessTargets(phone: Phone): List<String> = phone.touchables().filter { phone.wordsOf(it).isEmpty() }.map(SemanticsNode::toString)

// Between Chinese characters and Korean syllables a line may end.
private val Char.isOfWord get() = isLetter() && !Character.isIdeographic(code) && UnicodeScript.of(code) != UnicodeScript.HANGUL
