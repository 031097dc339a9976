package app.mingmen.desktop

import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels

/** The language that the core makes up from English: longer, with marks, to find what has no room for a longer language. */
const val PSEUDO_LOCALE = "en-XA"

/** The labels for a language: those of strings.xml, marked as the core marks its sentences if it is the one made up. */
fun labelsFor(locale: String): Labels = StringsXml.bundled().let { if (locale == PSEUDO_LOCALE) PseudoLabels(it) else it }

/** Labels with accents on their letters, brackets around them, and strokes until they are two fifths longer. */
class PseudoLabels(private val labels: Labels) : Labels {
    override fun get(label: Label): String = mark(labels[label])

    companion object {
        /** One label; what is filled in later (`%1$s`) stays as it is. */
        fun mark(text: String): String {
            val ends = GAP.findAll(text).map { it.range }.toList()
            val letters = text.mapIndexed { at, letter -> if (ends.any { at in it }) letter else ACCENTS[letter] ?: letter }
            val strokes = (0 until (text.length * LONGER + 99) / 100 - BRACKETS).map { if (it % GROUP == 0) ' ' else '~' }
            return "⟦${letters.joinToString("")}${strokes.joinToString("")}⟧"
        }

        private val GAP = Regex("""%(\d+\$)?[a-z%]""")
        private val ACCENTS = "aceginorstuyzACEGINORSTUYZ".zip("áçéğíñóŕšťúýžÁÇÉĞÍÑÓŔŠŤÚÝŽ").toMap()
        private const val LONGER = 40
        private const val BRACKETS = 2
        private const val GROUP = 5
    }
}
