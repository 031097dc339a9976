package app.mingmen.ui.player

import app.mingmen.core.Chime
import app.mingmen.core.HealthFix
import app.mingmen.core.PhoneLeave
import app.mingmen.core.Touch
import java.io.ByteArrayOutputStream
import java.io.InputStream

/** What the player asks of the phone. Each platform does what it can; nothing here may be needed to follow a practice. */
interface Device {
    /** Opens the dialler with a number, without dialling; `null` where there is no phone to dial with. */
    val dial: ((String) -> Unit)?

    /**
     * Hands a file of this name and text over to whatever the person chooses, and says whether that could be begun;
     * `null` where there is nothing to hand it to.
     */
    val share: ((String, String) -> Boolean)?

    /**
     * Lets the person choose a file and gives what is in it, by [readFile], or `null` where it cannot be read; `null`
     * itself where no file can be chosen. Nothing is given where the person chooses none.
     */
    val openFile: (((ByteArray?) -> Unit) -> Unit)?

    /** Whether there is a voice that speaks these sentences. Where there is none, a practice begins with chimes that lead the breath. */
    val canSpeak: Boolean

    /**
     * A tick of a running practice that comes later than so many milliseconds means that the app itself stood still, as when the
     * computer slept: that time was not practised. `null` where a system holds timers back while the app goes on; then the core
     * alone decides.
     */
    val longestTickMs: Long?

    /** Speaks a sentence, after what is being said already. */
    fun say(text: String)

    /** Ends whatever is being said, at once. A chime rings out: it is soft, and to cut it would click. */
    fun hush()

    /** A soft chime. */
    fun chime(chime: Chime)

    /** A touch of the motor, told apart from the others without looking: by how many there are, how long, and whether they grow. */
    fun touch(touch: Touch)

    /** Makes the sound of other apps quieter, never silent, or lets it be as it was. Asking twice asks once. */
    fun duck(on: Boolean)

    /** What rings reminders; `null` on a device that does not. */
    val ringing: Ringing?

    /** Keeps the screen on, or lets it go. */
    fun keepScreenOn(on: Boolean)

    /** Shows a practice outside the window, so that it goes on while nobody sees the window; `null` once there is none to show. */
    fun showOutside(practice: Outside?)
}

/** What rings reminders, asked how it stands and where that is mended. */
interface Ringing {
    /** What the phone allows now. */
    fun leave(): PhoneLeave

    /** Asks the person for leave, or opens the page of the phone's settings where it is given. */
    fun fix(what: HealthFix)
}

/** A device that can do nothing but show. */
open class SilentDevice : Device {
    override val dial: ((String) -> Unit)? = null
    override val share: ((String, String) -> Boolean)? = null
    override val openFile: (((ByteArray?) -> Unit) -> Unit)? = null
    override val canSpeak: Boolean get() = false
    override val ringing: Ringing? get() = null
    override val longestTickMs: Long? get() = null
    override fun say(text: String) = Unit
    override fun hush() = Unit
    override fun chime(chime: Chime) = Unit
    override fun touch(touch: Touch) = Unit
    override fun duck(on: Boolean) = Unit
    override fun keepScreenOn(on: Boolean) = Unit
    override fun showOutside(practice: Outside?) = Unit
}

/** What is in a chosen file. Of one that is far too large the beginning is read, which is enough for the core to refuse it. */
fun readFile(file: InputStream): ByteArray = file.use {
    val read = ByteArrayOutputStream()
    val some = ByteArray(SOME)
    while (read.size() <= MOST_BYTES) {
        val count = it.read(some)
        if (count < 0) break
        read.write(some, 0, count)
    }
    read.toByteArray()
}

private const val SOME = 8 * 1024

/** A larger file is no routine. */
private const val MOST_BYTES = 64 * 1024
