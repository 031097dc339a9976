package app.mingmen.desktop.offscreen

import app.mingmen.ui.theme.Look
import org.jetbrains.skia.Bitmap
import org.jetbrains.skia.Image
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes
import kotlin.math.abs

/** One way in which the pages are drawn: all of them once, and the others without those that hardly differ from one before. */
enum class Showing(val folder: String, val screen: Screen, val look: Look, private val isKept: (String) -> Boolean = { it !in ALIKE }) {
    LIGHT("light", Screen(density = 1f), Look(), { true }),
    DARK("dark", Screen(density = 1f), Look(dark = true)),

    /** A small phone with text doubled. */
    LARGE("large-light", Screen(width = 320, height = 690, textScale = 2f, density = 1f), Look()),
    LARGE_DARK("large-dark", Screen(width = 320, height = 690, textScale = 2f, density = 1f), Look(dark = true)),

    /** The phone on its side, two metres away. */
    SIDEWAYS("sideways", Screen(width = 844, height = 390, density = 1f), Look(), { it in FROM_AFAR }),
    ;

    /** Whether the picture of this name, without its number, is kept as a golden one. */
    fun keeps(name: String): Boolean = name.substringAfter('-').let { it !in NEVER && isKept(it) }
}

private val FROM_AFAR = setOf("settle", "breathe", "player", "paused")

private val ALIKE = setOf(
    "screening-soon", "count-in", "settle", "check-in", "about-you", "paused", "gone-on", "check-in-noted", "red-flag-ticked",
    // Pages of the Library: that every one of them can be read with text doubled, another test shows.
    "movement-steps", "routine", "search", "learn", "reading",
)

// Drawn for the story alone.
private val NEVER = setOf("library-narrowed", "movement-form", "routine-any", "search-none", "topic")

/** The pictures that were looked at and found good; [drawn] gets what is drawn now where it is not the same. */
class Golden(private val golden: Path, private val drawn: Path, private val accept: Boolean) {
    private val differences = mutableListOf<String>()

    /** What was not as it should be. */
    val problems: List<String> get() = differences

    /** Lays a picture beside its golden one, or makes it golden. */
    fun compare(showing: Showing, name: String, png: ByteArray) {
        if (!showing.keeps(name)) return
        val good = golden.resolve(showing.folder).resolve("$name.png")
        if (accept) return write(good, png)
        val share = if (good.exists()) difference(good.readBytes(), png) else 1f
        if (share <= TOLERANCE) return
        write(drawn.resolve(showing.folder).resolve("$name.png"), png)
        differences += "${showing.folder}/$name: " + if (good.exists()) "%.2f %% of it differs".format(share * 100) else "no golden picture"
    }

    private fun write(file: Path, png: ByteArray) {
        Files.createDirectories(file.parent)
        file.writeBytes(png)
    }

    companion object {
        /** Edges of letters may fall a little differently on another processor. */
        const val TOLERANCE = 0.002f
        private const val NOTICEABLE = 24

        /** The share of points that are noticeably different; all of them where the sizes differ. */
        fun difference(a: ByteArray, b: ByteArray): Float {
            val (one, other) = pixels(a) to pixels(b)
            if (one.size != other.size) return 1f
            var different = 0
            for (i in one.indices step 4) if ((i until i + 4).any { abs((one[it].toInt() and 0xFF) - (other[it].toInt() and 0xFF)) > NOTICEABLE }) different++
            return different * 4f / one.size
        }

        private fun pixels(png: ByteArray): ByteArray = Image.makeFromEncoded(png).use { image ->
            Bitmap.makeFromImage(image).use { checkNotNull(it.readPixels()) { "the picture has no points" } }
        }
    }
}
