package app.mingmen.android

import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.Looper
import androidx.compose.ui.node.RootForTest
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getAllSemanticsNodes
import androidx.compose.ui.semantics.getOrNull
import androidx.lifecycle.ViewModelProvider
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.shadows.ShadowChoreographer
import java.time.Duration
import kotlin.test.fail

/**
 * A person's phone: what they press is pressed by the action that a screen reader would call, and what they can read is
 * what a screen reader would say. Time passes only when it is told to.
 */
internal class Phone private constructor(private val controller: ActivityController<MainActivity>) : AutoCloseable {
    val activity: MainActivity get() = controller.get()
    private val labels get() = ResourceLabels(activity.resources, activity.packageName)

    /** What the app shows, once its store has come open. */
    val state: MingmenAppState get() = (model.opening as Opening.Done).state
    val model: AppModel get() = ViewModelProvider(activity)[AppModel::class.java]

    /** Waits until the app has come to a page of this kind. */
    inline fun <reified T : Place> waitFor(): T {
        waitUntil("the page ${T::class.simpleName}") { (model.opening as? Opening.Done)?.state?.place is T }
        pass(SETTLE)
        return state.place as T
    }

    /** The core answers from threads of its own, so real time passes too, a little at a time. */
    fun waitUntil(what: String, isSo: () -> Boolean) {
        repeat(MOST_WAITS) {
            pass(FRAME)
            if (isSo()) return
            Thread.sleep(ANSWER_MS)
        }
        fail("$what did not come; the page says ${words()}")
    }

    /** Lets time go by, laying out as it goes: some of what a page shows is known only then. */
    fun pass(time: Duration, step: Duration = FRAME) = repeat((time.toMillis() / step.toMillis()).toInt()) {
        shadowOf(Looper.getMainLooper()).idleFor(step)
        roots().forEach { it.measureAndLayoutForTest() }
    }

    /** Lets a running practice go on for so long. The core is told of each second, and answers before the next. */
    fun practise(time: Duration) {
        ShadowChoreographer.setFrameDelay(SLOW_FRAME)
        repeat(time.toSeconds().toInt()) {
            pass(Duration.ofSeconds(1), step = SLOW_FRAME)
            hearAllAnswers()
        }
        ShadowChoreographer.setFrameDelay(FRAME)
    }

    /** Time stands still until the core has answered all that it was asked, however busy the machine is. */
    private fun hearAllAnswers() {
        val answers = (RuntimeEnvironment.getApplication() as TestApplication).answers
        repeat(MOST_WAITS) {
            val given = answers.areAllGiven
            shadowOf(Looper.getMainLooper()).idle()
            // What it heard may have made the app ask again.
            if (given && answers.areAllGiven) return
            Thread.sleep(ANSWER_MS)
        }
        fail("the core does not answer; the page says ${words()}")
    }

    fun words(): List<String> = nodes().flatMap(::wordsOf)

    fun press(label: Label, vararg with: Any) = press(if (with.isEmpty()) labels[label] else labels.format(label, *with))

    /** Presses what bears these words. */
    fun press(text: String) = press("“$text”") { words -> text in words }

    /** Presses the first thing whose words begin so. */
    fun pressBeginning(text: String) = press("“$text…”") { words -> words.any { it.startsWith(text) } }

    private fun press(name: String, isIt: (List<String>) -> Boolean) {
        val node = nodes().firstOrNull { SemanticsActions.OnClick in it.config && isIt(wordsOf(it)) }
            ?: fail("$name cannot be pressed; the page says ${words()}")
        node.config[SemanticsActions.OnClick].action?.invoke()
        pass(SETTLE)
    }

    /** Keeps the screen as it is drawn, to look at. Figures come a moment after their page. */
    fun keepPicture(name: String) {
        repeat(FIGURE_WAITS) {
            pass(FRAME)
            Thread.sleep(ANSWER_MS)
        }
        picture().keep(name)
    }

    /** How much of the screen is of exactly this colour, 0 to 1. */
    fun shareOf(colour: Int): Double = picture().shareOf(colour)

    private fun picture(): Bitmap {
        val window = activity.window.decorView
        return Bitmap.createBitmap(window.width, window.height, Bitmap.Config.ARGB_8888).also { window.draw(Canvas(it)) }
    }

    /** The phone is laid on its side, for which the system builds the window anew. */
    fun turn() {
        val before = activity
        RuntimeEnvironment.setQualifiers("+land")
        controller.configurationChange().visible()
        pass(SETTLE)
        check(activity !== before) { "the window was not built anew" }
    }

    /** The person turns to another app. */
    fun leave() {
        controller.pause().stop()
        pass(FRAME)
    }

    /** The person comes back. */
    fun comeBack() {
        controller.restart().resume()
        pass(SETTLE)
    }

    /** The person closes the app for good. */
    override fun close() {
        controller.close()
        shadowOf(Looper.getMainLooper()).idle()
    }

    fun nodes(): List<SemanticsNode> =
        roots().flatMap { it.semanticsOwner.getAllSemanticsNodes(mergingEnabled = true) }

    private fun roots(): List<RootForTest> = views(activity.window.decorView).filterIsInstance<RootForTest>()

    private fun wordsOf(node: SemanticsNode): List<String> =
        node.config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } +
            node.config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()

    companion object {
        /** A page has faded in and takes touches again. */
        val SETTLE: Duration = Duration.ofMillis(1200)
        private val FRAME = Duration.ofMillis(16)
        private val SLOW_FRAME = Duration.ofMillis(250)
        private const val ANSWER_MS = 5L
        private const val MOST_WAITS = 1000
        private const val FIGURE_WAITS = 60

        /** The person taps the app's icon. */
        fun open(): Phone {
            // Else each frame would push the clock on by itself, and a page that moves would run away from us.
            ShadowChoreographer.setPaused(true)
            ShadowChoreographer.setFrameDelay(FRAME)
            return Phone(Robolectric.buildActivity(MainActivity::class.java).setup())
        }
    }
}
