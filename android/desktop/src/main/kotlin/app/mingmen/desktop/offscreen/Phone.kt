package app.mingmen.desktop.offscreen

import androidx.compose.runtime.Composable
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.InternalComposeUiApi
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEvent
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.pointer.PointerEventType
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getAllSemanticsNodes
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.unit.Density
import org.jetbrains.skia.EncodedImageFormat
import org.jetbrains.skia.Image
import java.text.Normalizer

/** How large a phone is and how it shows. */
data class Screen(val width: Int = 390, val height: Int = 844, val textScale: Float = 1f, val density: Float = 2f)

/**
 * A phone without glass: the same screens drawn into pictures, pressed where a person would press.
 *
 * Time passes only when it is told to, so what is shown is the same each time.
 */
@OptIn(ExperimentalComposeUiApi::class)
class Phone(
    private val screen: Screen,
    private val time: StoryTime,
    private val onKey: (KeyEvent) -> Boolean = { false },
    content: @Composable () -> Unit,
) : AutoCloseable {
    private val scene = ImageComposeScene(
        (screen.width * screen.density).toInt(),
        (screen.height * screen.density).toInt(),
        Density(screen.density, screen.textScale),
        content = content,
    )
    private var last: Image? = null

    /** Lets [ms] go by on the screen and for the app, drawing as it goes. */
    fun pass(ms: Long, step: Long = STEP_MS) {
        var left = ms
        while (left > 0) {
            val some = minOf(step, left)
            time.pass(some)
            left -= some
            frame()
        }
    }

    /** Waits until pages have faded and rings have settled. */
    fun settle() = pass(SETTLE_MS, SETTLE_STEP_MS)

    /** The screen now, as a PNG. */
    fun picture(): ByteArray {
        frame()
        return checkNotNull(last?.encodeToData(EncodedImageFormat.PNG)) { "the picture could not be encoded" }.bytes
    }

    /** Everything that can be read on the page, top to bottom, on screen or further down. */
    fun words(): List<String> = nodes().flatMap(::wordsOf)

    /** Presses what bears these words, as a finger would: where it lies, scrolling to it first. */
    fun press(text: String) = press { words -> words.any { unmarked(it) == unmarked(text) } }

    /** Presses the first thing whose words begin so. */
    fun pressBeginning(text: String) = press { words -> words.any { unmarked(it).startsWith(unmarked(text)) } }

    // A story is told in English, and the phone may be in the language that is English with marks.
    private fun unmarked(text: String) =
        Normalizer.normalize(text, Normalizer.Form.NFD).replace(MARKS, "").replace(GAPS, " ").trim()

    /** Scrolls to what bears these words, to look at it. */
    fun show(text: String) {
        reveal { words -> words.any { unmarked(it) == unmarked(text) } }
        settle()
    }

    /** Types into the field on the page, or into the one of this [name], in place of what stands there. */
    fun type(text: String, name: String? = null) {
        val field = checkNotNull(nodes().firstOrNull { SemanticsActions.SetText in it.config && (name == null || name in wordsOf(it)) }) { "there is no field; the page says ${words()}" }
        field.config[SemanticsActions.SetText].action?.invoke(AnnotatedString(text))
        settle()
    }

    private fun press(what: (List<String>) -> Boolean) {
        reveal(what)
        touch(what)
        settle()
    }

    /** Touches what bears these words, where it lies now; what comes of it is not waited for. */
    fun touch(text: String) = touch { words -> words.any { unmarked(it) == unmarked(text) } }

    private fun touch(what: (List<String>) -> Boolean) {
        val node = checkNotNull(find(what)) { "nothing of that name can be pressed; the page says ${words()}" }
        val shown = visible(node.boundsInRoot)
        check(shown.width > 0 && shown.height > 0) { "what is to be pressed is not on the screen: ${wordsOf(node)}" }
        val middle = shown.center
        scene.sendPointerEvent(PointerEventType.Press, middle)
        frame()
        scene.sendPointerEvent(PointerEventType.Release, middle)
        frame()
    }

    /** Presses a key of a keyboard, as a window hands it on. */
    @OptIn(InternalComposeUiApi::class)
    fun type(key: Key) {
        listOf(KeyEventType.KeyDown, KeyEventType.KeyUp).map { KeyEvent(key, it) }.forEach { onKey(it) || scene.sendKeyEvent(it) }
        settle()
    }

    /** Nodes that can be pressed, with their bounds on the page. */
    fun touchables(): List<SemanticsNode> = nodes().filter { SemanticsActions.OnClick in it.config }

    /** What is on the page: as a screen reader takes it together, or each piece by itself. */
    fun nodes(merged: Boolean = true): List<SemanticsNode> = scene.semanticsOwners.flatMap { it.getAllSemanticsNodes(mergingEnabled = merged) }

    /** What is written on a node, and what a screen reader says of it. */
    fun wordsOf(node: SemanticsNode): List<String> {
        val spoken = node.config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()
        return node.config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } + spoken
    }

    /** How much of the page lies below the screen, in pixels. */
    private fun hiddenBelow(): Float = nodes().maxOfOrNull { node ->
        node.config.getOrNull(SemanticsProperties.VerticalScrollAxisRange)?.let { it.maxValue() - it.value() } ?: 0f
    } ?: 0f

    private fun find(what: (List<String>) -> Boolean) = touchables().firstOrNull { what(wordsOf(it)) }

    // Off the screen a node has empty bounds: scroll until it is there, as a finger would, from the top of the page down.
    private fun reveal(what: (List<String>) -> Boolean) {
        if (isRevealed(what)) return
        scroll { -it * MOST_SCREENS }
        // By less than half of what is seen of the page: what is as high as the other half comes into sight whole.
        repeat(MOST_SCROLLS) {
            if (isRevealed(what) || !scroll { it / 3 }) return
        }
    }

    private fun isRevealed(what: (List<String>) -> Boolean): Boolean {
        val node = find(what) ?: return false
        return visible(node.boundsInRoot).height >= minOf(node.size.height.toFloat(), screen.height * screen.density / 2)
    }

    /** Scrolls by a share of what is seen of the page, and says whether there was anything further down. */
    private fun scroll(by: (Float) -> Float): Boolean {
        // What stands beside a page hardly scrolls.
        val area = nodes().filter { SemanticsActions.ScrollBy in it.config }
            .maxByOrNull { it.config.getOrNull(SemanticsProperties.VerticalScrollAxisRange)?.maxValue?.invoke() ?: 0f } ?: return false
        val before = hiddenBelow()
        area.config[SemanticsActions.ScrollBy].action?.invoke(0f, by(area.boundsInRoot.height))
        pass(SCROLL_MS)
        return hiddenBelow() < before
    }

    private fun visible(bounds: Rect) = bounds.intersect(Rect(0f, 0f, screen.width * screen.density, screen.height * screen.density))

    private fun frame() {
        last?.close()
        last = scene.render(time.monotonicMs * NANOS_PER_MS)
    }

    override fun close() {
        last?.close()
        scene.close()
    }

    private companion object {
        val MARKS = Regex("""[\p{M}⟦⟧~]""")
        val GAPS = Regex(" +")
        const val STEP_MS = 100L
        const val SCROLL_MS = 500L
        const val SETTLE_MS = 1200L
        const val SETTLE_STEP_MS = 120L
        const val MOST_SCROLLS = 80
        const val MOST_SCREENS = 60
        const val NANOS_PER_MS = 1_000_000L
    }
}
