package app.mingmen.desktop

import app.mingmen.core.ErrorKey
import app.mingmen.ui.words.Label
import java.io.File
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class StringsXmlTest {
    private val words = StringsXml.bundled()
    private val sources = File(System.getProperty("mingmen.root"), "android").walk()
        .filter { it.extension == "kt" && "/src/main/" in it.invariantSeparatorsPath && it.name != "Label.kt" }
        .map(File::readText).toList()

    @Test fun `every label has words, and there are no words without a label`() =
        assertEquals(Label.entries.map { it.key }.toSet(), words.entries.keys)

    @Test fun `every error has a sentence`() = ErrorKey.entries.forEach { assertTrue(words[Label.valueOf("ERROR_${it.name}")].endsWith("."), it.name) }

    @Test fun `no label is without use`() {
        val unused = Label.entries.filter { label -> !label.name.startsWith("ERROR_") && sources.none { Regex("Label\\.${label.name}\\b").containsMatchIn(it) } }
        assertEquals(emptyList(), unused)
    }

    @Test fun `what android escapes is read as it is meant`() =
        assertEquals("What you\u2019d \"say\"", StringsXml("<resources><string name=\"a\">What you\u2019d \\\"say\\\"</string></resources>".byteInputStream()).entries["a"])
}
