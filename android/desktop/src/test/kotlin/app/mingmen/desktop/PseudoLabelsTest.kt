package app.mingmen.desktop

import app.mingmen.ui.words.Label
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class PseudoLabelsTest {
    private val english = labelsFor("en")
    private val marked = labelsFor(PSEUDO_LOCALE)

    @Test fun `every label is marked and two fifths longer`() = Label.entries.forEach { label ->
        val text = marked[label]
        assertTrue(text.startsWith("⟦") && text.endsWith("⟧"), text)
        assertTrue(text.length * 10 >= english[label].length * 14, text)
    }

    @Test fun `a label is marked as the core marks a sentence`() {
        assertEquals("⟦Ğóód móŕñíñğ ~~⟧", PseudoLabels.mark("Good morning"))
        assertEquals("⟦%1\$d óf %2\$d ~~⟧", PseudoLabels.mark("%1\$d of %2\$d"))
    }

    @Test fun `gaps are filled in as in english`() = Label.entries.forEach { label ->
        val gaps = Regex("%\\d\\$[ds]").findAll(english[label]).map { it.value }.toList()
        val values = gaps.map { if (it.endsWith("d")) 7 else "x" as Any }.toTypedArray()
        assertEquals(gaps, Regex("%\\d\\$[ds]").findAll(marked[label]).map { it.value }.toList())
        if (gaps.isNotEmpty()) assertTrue('%' !in marked.format(label, *values), marked.format(label, *values))
    }
}
