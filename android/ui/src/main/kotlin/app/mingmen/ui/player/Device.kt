package app.mingmen.ui.player

/** What the player asks of the phone. Each platform does what it can; nothing here may be needed to follow a practice. */
interface Device {
    /** Opens the dialler with a number, without dialling; `null` where there is no phone to dial with. */
    val dial: ((String) -> Unit)?

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
}

/** A device that can do nothing but show. */
open class SilentDevice : Device {
    override val dial: ((String) -> Unit)? = null
    override fun say(text: String) = Unit
    override fun hush() = Unit
    override fun chime() = Unit
    override fun buzz() = Unit
    override fun keepScreenOn(on: Boolean) = Unit
}
