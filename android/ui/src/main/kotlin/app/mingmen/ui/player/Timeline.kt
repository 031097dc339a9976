package app.mingmen.ui.player

import app.mingmen.core.Breath
import app.mingmen.core.CueAction
import app.mingmen.core.Script
import app.mingmen.core.ScriptSegment
import app.mingmen.ui.theme.Ease
import app.mingmen.ui.theme.Ring
import java.time.Instant

/** A stretch of a script's time in milliseconds. */
private interface Span {
    val from: Int
    val until: Int
}

private class Breathing(override val from: Int, override val until: Int, val breath: Breath) : Span

private class Moving(override val from: Int, override val until: Int, val text: String, val fromPhase: Float, val toPhase: Float) : Span

private class Saying(override val from: Int, override val until: Int, val text: String) : Span

/**
 * What a script shows at each millisecond: read from the timeline alone, so that a frame asks nobody and every device shows
 * the same at the same place.
 */
class Timeline(val script: Script) {
    private val breaths = spans<CueAction.Breathe, Breathing> { from, until, cue -> Breathing(from, until, cue.breath) }
    private val moves = spans<CueAction.Move, Moving> { from, until, cue ->
        Moving(from, until, cue.text, cue.fromPermille.toInt() / PERMILLE, cue.toPermille.toInt() / PERMILLE)
    }
    private val words = spans<CueAction.Say, Saying> { from, until, cue -> Saying(from, until, cue.text) }

    val lengthMs: Int = script.lengthMs.toInt()

    /** Where each movement ends, in milliseconds. */
    val ends: List<Int> = script.segments.map { it.endsMs.toInt() }

    /** The place of the movement at [ms] in the script. */
    fun segmentAt(ms: Int): Int = ends.indexOfFirst { ms < it }.let { if (it < 0) ends.lastIndex else it }

    fun segment(index: Int): ScriptSegment = script.segments[index]

    /** When the first cue falls at [ms] or after it; `null` where there is none any more. */
    fun firstCueFrom(ms: Int): Int? {
        val index = script.cues.binarySearch { if (it.atMs.toInt() < ms) -1 else 1 }.inv()
        return script.cues.getOrNull(index)?.atMs?.toInt()
    }

    /** The breath at [ms]; `null` between breaths, and where nothing is asked. */
    fun breathAt(ms: Int): Breath? = breaths.at(ms)?.breath

    /** How large the ring stands at [ms]: it grows on the in-breath, shrinks on the out-breath, rests where nothing sets the breath. */
    fun ringAt(ms: Int): Float {
        val now = breaths.at(ms) ?: return Ring.maxScale
        val along = Ease.breath.transform(now.share(ms))
        return when (now.breath) {
            Breath.IN -> Ring.minScale + (Ring.maxScale - Ring.minScale) * along
            Breath.OUT -> Ring.maxScale - (Ring.maxScale - Ring.minScale) * along
            Breath.NATURAL, Breath.OWN -> Ring.maxScale
        }
    }

    /** The ring in six steps, for a display without motion. */
    fun steppedRingAt(ms: Int): Float {
        val steps = (ringAt(ms) - Ring.minScale) / (Ring.maxScale - Ring.minScale) * STEPS
        return Ring.minScale + (Ring.maxScale - Ring.minScale) * kotlin.math.round(steps) / STEPS
    }

    /** The large line at [ms]: what to do now, or what is being said, or the name of the movement. */
    fun lineAt(ms: Int): String {
        val start = segment(segmentAt(ms)).startsMs.toInt()
        moves.at(ms)?.let { return it.text }
        words.at(ms)?.takeIf { it.from >= start }?.let { return it.text }
        return segment(segmentAt(ms)).name
    }

    /** The sentence that is being said at [ms], where the large line is another. */
    fun captionAt(ms: Int): String? {
        val start = segment(segmentAt(ms)).startsMs.toInt()
        return words.at(ms)?.takeIf { it.from >= start && moves.at(ms) != null }?.text
    }

    /** The figure at [ms] in words: what it does now, and how the movement goes. */
    fun figureTextAt(ms: Int): String {
        val segment = segment(segmentAt(ms))
        return listOfNotNull(moves.at(ms)?.text, segment.figureText.ifEmpty { segment.name }).joinToString(". ")
    }

    /** Where the figure's loop is at [ms], 0 to 1. A movement without moves follows the breath, or rests. */
    fun phaseAt(ms: Int): Float = along(ms) { it.share(ms) }

    /** Where the beat or breath leads that has begun by [ms], 0 to 1: for a display without motion, on which it shows at once. */
    fun beatAt(ms: Int): Float = along(ms) { 1f }

    private inline fun along(ms: Int, share: (Span) -> Float): Float {
        val start = segment(segmentAt(ms)).startsMs.toInt()
        moves.last(ms)?.takeIf { it.from >= start }?.let { return it.fromPhase + (it.toPhase - it.fromPhase) * share(it) }
        val breath = breaths.last(ms)?.takeIf { it.from >= start } ?: return 0f
        return when (breath.breath) {
            Breath.IN -> share(breath) / 2
            Breath.OUT -> 0.5f + share(breath) / 2
            Breath.NATURAL, Breath.OWN -> 0f
        }
    }

    /** What is shown outside the window at [ms], where this movement ends at [endsAt]; `null` while it is held. */
    fun outside(ms: Int, endsAt: Instant?) = Outside(segment(segmentAt(ms)).name, script.title, endsAt)

    private inline fun <reified C : CueAction, S : Span> spans(make: (Int, Int, C) -> S): List<S> = script.cues.mapNotNull { cue ->
        val action = cue.action as? C ?: return@mapNotNull null
        val from = cue.atMs.toInt()
        make(from, from + cue.lengthMs.toInt(), action)
    }

    private fun <S : Span> List<S>.at(ms: Int): S? = last(ms)?.takeIf { ms < it.until }

    /** The last that has begun by [ms]. */
    private fun <S : Span> List<S>.last(ms: Int): S? {
        val place = binarySearch { if (it.from <= ms) -1 else 1 }
        return getOrNull(-place - 2)
    }

    private fun Span.share(ms: Int): Float = ((ms - from).toFloat() / (until - from).coerceAtLeast(1)).coerceIn(0f, 1f)

    private companion object {
        const val PERMILLE = 1000f
        const val STEPS = 6
    }
}
