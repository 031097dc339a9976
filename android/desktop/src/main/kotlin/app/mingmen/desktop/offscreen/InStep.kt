package app.mingmen.desktop.offscreen

import app.mingmen.core.Chime
import app.mingmen.core.Cue
import app.mingmen.core.CueAction
import app.mingmen.core.Touch
import app.mingmen.ui.player.Device
import kotlin.math.abs

/**
 * Holds a practice against the clock on the wall. Its time begins as many seconds after each number of a count-in as that says, by the
 * one that was said most promptly; from there on each of its [cues] is due at its moment, and the figure is to be where the clock is.
 * Cues and frames may be told from different threads.
 */
internal class InStep(cues: () -> List<Cue>, private val wallMs: () -> Long) {
    private val expected by lazy { cues().mapNotNull { cue -> noticed(cue.action)?.let { it to cue.atMs.toLong() } } }
    private val faults = mutableListOf<String>()
    private var next = 0

    // Where on the wall's clock the practice began, were there no pauses; none while it is held.
    private var zeroMs: Long? = null

    // How far each cue was from its moment, and when that was in the practice.
    private val cuesOff = mutableListOf<Pair<Long, Long>>()

    /** The furthest that a cue was performed from its moment. */
    val furthestCueMs: Long @Synchronized get() = cuesOff.maxOfOrNull { it.first } ?: 0

    /** When in the practice that was. */
    val furthestCueAtMs: Long @Synchronized get() = cuesOff.maxByOrNull { it.first }?.second ?: 0

    /** The furthest that the figure was from where it was to be. */
    var furthestFigureMs = 0L
        private set

    /** How often the figure was looked at. */
    var frames = 0
        private set

    /** How many cues were performed. */
    val performed: Int get() = next

    /** A number of a count-in is said, after which the practice goes on from [positionMs]. */
    @Synchronized
    fun countsIn(seconds: Int, positionMs: Long) {
        val zero = wallMs() + seconds * MS_PER_SECOND - positionMs
        zeroMs = minOf(zero, zeroMs ?: zero)
    }

    /** It is held. */
    @Synchronized
    fun holds() {
        zeroMs = null
    }

    /** A sentence is said, a chime rings, or the phone is touched. */
    @Synchronized
    fun performs(what: Any) {
        val (wanted, atMs) = expected.getOrNull(next) ?: return fault("$what after the last cue")
        if (wanted != what) return fault("$what instead of $wanted")
        next++
        val zero = zeroMs ?: return fault("$what while it was held")
        cuesOff += abs(wallMs() - zero - atMs) to atMs
    }

    /** So near to their moments are that many of a hundred cues. */
    @Synchronized
    fun cuesWithinMs(ofHundred: Int): Long = cuesOff.map { it.first }.sorted().let { it.getOrElse((it.size * ofHundred + 99) / 100 - 1) { 0 } }

    /** The figure is shown as it is at [positionMs]. */
    @Synchronized
    fun shows(positionMs: Int) {
        val zero = zeroMs ?: return
        frames++
        furthestFigureMs = maxOf(furthestFigureMs, abs(wallMs() - zero - positionMs))
    }

    /** Something is as it may not be. */
    @Synchronized
    fun fault(what: String) {
        faults += what
    }

    /** What was not as it should be, once the practice has come to its end. */
    @Synchronized
    fun faultsAtTheEnd(): List<String> = buildList {
        addAll(faults)
        if (next < expected.size) add("${expected.size - next} cues never came")
        if (furthestCueMs >= MOST_DRIFT_MS) add("a cue came $furthestCueMs ms from its moment")
        if (furthestFigureMs >= MOST_DRIFT_MS) add("the figure was $furthestFigureMs ms away from the clock")
    }

    private fun noticed(action: CueAction): Any? = when (action) {
        is CueAction.Say -> action.text
        is CueAction.Chime -> action.chime
        is CueAction.Touch -> action.touch
        is CueAction.Breathe, is CueAction.Move -> null
    }

    private companion object {
        const val MS_PER_SECOND = 1_000L
        const val MOST_DRIFT_MS = 50L
    }
}

/** A [device] whose every cue is held against the clock. It goes on from [positionMs] after a count-in. */
internal class Timed(private val device: Device, private val inStep: InStep, private val positionMs: () -> Long) : Device by device {
    override fun say(text: String) {
        val seconds = text.toIntOrNull()
        if (seconds == null) inStep.performs(text) else inStep.countsIn(seconds, positionMs())
        device.say(text)
    }

    override fun chime(chime: Chime) {
        inStep.performs(chime)
        device.chime(chime)
    }

    override fun touch(touch: Touch) {
        inStep.performs(touch)
        device.touch(touch)
    }
}
