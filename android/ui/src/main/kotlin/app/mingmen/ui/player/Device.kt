package app.mingmen.ui.player

/** What the player asks of the phone. Each platform does what it can; nothing here may be needed to follow a practice. */
interface Device {
    /** Opens the dialler with a number, without dialling; `null` where there is no phone to dial with. */
    val dial: ((String) -> Unit)?

    /** Hands a file of this name and text over to whatever the person chooses; `null` where there is nothing to hand it to. */
    val share: ((String, String) -> Unit)?

    /**
     * Lets the person choose a file and gives what is in it, or `null` where it cannot be read. Of a file that is far too
     * large the beginning is enough, as long as it is more than [MOST_BYTES]. Nothing is given where none is chosen.
     */
    val openFile: (((ByteArray?) -> Unit) -> Unit)?

    /** Speaks a sentence. */
    fun say(text: String)

    /** Ends whatever is being said, at once. */
    fun hush()

    /** A soft chime. */
    fun chime()

    /** A short touch of the motor. */
    fun buzz()

    /** Keeps the screen on, or lets it go. */
    fun keepScreenOn(on: Boolean)

    companion object {
        /** A larger file is no routine; the core refuses it by its size. */
        const val MOST_BYTES = 64 * 1024
    }
}

/** A device that can do nothing but show. */
open class SilentDevice : Device {
    override val dial: ((String) -> Unit)? = null
    override val share: ((String, String) -> Unit)? = null
    override val openFile: (((ByteArray?) -> Unit) -> Unit)? = null
    override fun say(text: String) = Unit
    override fun hush() = Unit
    override fun chime() = Unit
    override fun buzz() = Unit
    override fun keepScreenOn(on: Boolean) = Unit
}
