package app.mingmen.desktop

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import app.mingmen.core.ItemLink
import app.mingmen.desktop.offscreen.Screen
import app.mingmen.desktop.offscreen.Story
import app.mingmen.desktop.offscreen.Telling
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Look
import app.mingmen.ui.words.Label
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.readLines
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs

/** The whole Library, page by page, on a small phone with text doubled. */
class EveryPageTest {
    private val screen = Screen(width = 320, height = 690, textScale = 2f, density = 1f)
    private val problems = mutableListOf<String>()
    private val opened = mutableSetOf<String>()

    @Test fun `every id of the inventory is opened from the Library, and every page can be read and pressed`() {
        val database = Files.createTempDirectory("every-page").resolve("day.sqlite")
        Story(Telling(database, screen, Look()) { _, _, _ -> }).use {
            it.looksAround()
            it.opensWhatIsPractised()
            it.opensWhatIsRead()
            it.opensTheDoors()
        }
        val ids = Path.of(System.getProperty("mingmen.root")).resolve("tests/vectors/inventory-ids.txt").readLines()
        assertEquals(emptyList(), ids - opened, "nothing leads to these")
        assertEquals(emptyList(), problems)
    }

    private fun Story.looksAround() {
        press(Label.BEGIN)
        repeat(2) { (state.place as Place.Screening).let { at -> phone.press(at.form.pages[at.page].none) } }
        press(Label.LOOK_AROUND)
    }

    private fun Story.opensWhatIsPractised() {
        val page = assertIs<Place.AtLibrary>(state.place).page
        look("the Library")
        (page.routines + page.movements).forEach { card -> visits(card.link) { opensForms() } }
    }

    private fun Story.opensForms() {
        val forms = (state.place as? Place.AtMovement)?.page?.movement?.variants.orEmpty()
        forms.singleOrNull()?.let { opened += it.id }
        if (forms.size < 2) return
        forms.forEach { form ->
            touch(form.name)
            val at = assertIs<Place.AtMovement>(state.place)
            opened += at.page.movement.variants[at.form].id
            look(form.id)
        }
    }

    private fun Story.opensWhatIsRead() {
        touch(label(Label.LEARN))
        val topics = assertIs<Place.AtLibrary>(state.place).page.topics
        look("what there is to learn")
        topics.forEach { topic ->
            touch(topic.title)
            val page = assertIs<Place.AtTopic>(state.place).page
            opened += page.topic
            look(page.topic)
            page.items.forEach { visits(it) {} }
            goesBack()
        }
    }

    private fun Story.opensTheDoors() {
        touch(label(Label.BODY_MAP))
        val map = assertIs<Place.AtBodyMap>(state.place)
        map.map.views.forEach {
            touch(it.title)
            look("the body map, ${it.title}")
        }
        goesBack()
    }

    /** Opens what a line leads to, looks at its page, and comes back. */
    private fun Story.visits(link: ItemLink, then: Story.() -> Unit) {
        touch(link.title, link.detail)
        val shown = (state.place as? Place.Linked)?.id
        if (shown != link.id) problems += "${link.id} opens $shown"
        opened += link.id
        look(link.id)
        then()
        goesBack()
    }

    /** Every line that the page has to other pages can be pressed. */
    private fun Story.look(name: String) {
        problems += faults(phone, screen).map { "$name: $it" }
        if (phone.nodes().none { SemanticsProperties.Heading in it.config } && name != "the Library") problems += "$name: no heading"
        val touched = phone.touchables().map(phone::wordsOf)
        problems += links().filter { link -> touched.none { link.title in it } }.map { "$name: nothing opens ${it.id}" }
        state.trouble?.let { problems += "$name: $it" }
    }

    private fun Story.links(): List<ItemLink> = when (val at = state.place) {
        is Place.AtMovement -> at.page.run { parts + extras + members + routines + related + listOfNotNull(gentler) }
        is Place.AtRoutine -> at.page.run { lines.map { it.link } + choices + related }
        is Place.AtReading -> at.page.run { related + listOfNotNull(figure?.link, topic.copy(title = label(Label.ALL_OF_TOPIC, topic.title)), next?.let { it.copy(title = label(Label.NEXT_READING, it.title)) }) }
        is Place.AtTopic -> at.page.items
        else -> emptyList()
    }

    // As a screen reader presses it, wherever on the page it is.
    private fun Story.touch(vararg words: String) {
        val nodes = phone.touchables().filter { words.first() in phone.wordsOf(it) }
        // Where several bear a name, the words under it tell them apart.
        val node = nodes.firstOrNull { phone.wordsOf(it).containsAll(words.toList()) } ?: nodes.firstOrNull()
        checkNotNull(node) { "nothing opens ${words.toList()}; the page says ${phone.words()}" }
        node.config[SemanticsActions.OnClick].action?.invoke()
        phone.settle()
    }

    private fun Story.goesBack() {
        state.back()
        phone.settle()
    }
}
