package app.mingmen.android

import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.Looper
import android.view.View
import android.view.ViewGroup
import androidx.compose.runtime.snapshots.Snapshot
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
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import java.io.File
import java.time.Duration
import kotlin.test.fail

/**
 * A person's phone: what they press is pressed by the action that a screen reader would call, and what they can read is
 * what a screen reader would say. Time passes only when it is told to.
 */
internal class Phone private constructor(private val controller: ActivityController<MainActivity>) : AutoCloseable {
    val activity: MainActivity get() = controller.get()
    private val labels get() = ResourceLabels(activity.resources, activity.packageName)

    /** What the app shows, once its store is open. */
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
            Thread.sleep(5)
        }
        fail("$what did not come; the page says ${words()}")
    }

    /** Lets time go by, drawing as it goes. */
    fun pass(time: Duration) = repeat((time.toMillis() / FRAME.toMillis()).toInt()) {
        Snapshot.sendApplyNotifications()
        shadowOf(Looper.getMainLooper()).idleFor(FRAME)
    }

    /** Lets a running practice go on for so long, telling the core of each second. */
    fun practise(time: Duration) = repeat(time.toSeconds().toInt()) {
        pass(Duration.ofSeconds(1))
        Thread.sleep(2)
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

    /** The screen as it is drawn now. */
    fun picture(): Bitmap {
        val window = activity.window.decorView
        return Bitmap.createBitmap(window.width, window.height, Bitmap.Config.ARGB_8888).also { window.draw(Canvas(it)) }
    }

    /** Keeps the screen as a picture to look at. */
    fun keepPicture(name: String) {
        val file = File("target/pictures/$name.png").also { it.parentFile.mkdirs() }
        file.outputStream().use { picture().compress(Bitmap.CompressFormat.PNG, 100, it) }
    }

    /** The system builds the window anew, as when the phone is turned. */
    fun recreate() {
        controller.recreate()
        pass(SETTLE)
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

    /** The person closes the app for good. What Compose has still queued is let through: it lives on into the next test. */
    override fun close() {
        controller.close()
        pass(SETTLE)
    }

    fun nodes(): List<SemanticsNode> =
        roots(activity.window.decorView).flatMap { it.semanticsOwner.getAllSemanticsNodes(mergingEnabled = true) }

    private fun roots(view: View): List<RootForTest> = when {
        view is RootForTest -> listOf(view)
        view is ViewGroup -> (0 until view.childCount).flatMap { roots(view.getChildAt(it)) }
        else -> emptyList()
    }

    private fun wordsOf(node: SemanticsNode): List<String> =
        node.config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } +
            node.config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()

    companion object {
        /** A page has faded in and takes touches again. */
        val SETTLE: Duration = Duration.ofMillis(1200)
        private val FRAME = Duration.ofMillis(16)
        private const val MOST_WAITS = 1000

        /** The person taps the app's icon. */
        fun open(): Phone {
            composeByThisDisplay()
            return Phone(Robolectric.buildActivity(MainActivity::class.java).setup())
        }
    }
}
