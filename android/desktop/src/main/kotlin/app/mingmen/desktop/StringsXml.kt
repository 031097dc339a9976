package app.mingmen.desktop

import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import org.w3c.dom.Element
import java.io.InputStream
import javax.xml.parsers.DocumentBuilderFactory

/** Labels read from Android's `strings.xml`, so that both apps say the same. */
class StringsXml(input: InputStream) : Labels {
    /** Every entry of the file by its name. */
    val entries: Map<String, String> = input.use(::read)

    override fun get(label: Label): String = entries[label.key] ?: error("strings.xml has no ${label.key}")

    companion object {
        /** The file that is built into the app. */
        fun bundled(): StringsXml = StringsXml(checkNotNull(StringsXml::class.java.getResourceAsStream("/words/strings.xml")) { "strings.xml was not built in" })

        private fun read(input: InputStream): Map<String, String> {
            val nodes = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(input).getElementsByTagName("string")
            return (0 until nodes.length).map { nodes.item(it) as Element }.associate { it.getAttribute("name") to plain(it.textContent) }
        }

        // What Android takes out when it compiles the file.
        private fun plain(text: String) = text.replace("\\'", "'").replace("\\\"", "\"").replace("\\n", "\n")
    }
}
