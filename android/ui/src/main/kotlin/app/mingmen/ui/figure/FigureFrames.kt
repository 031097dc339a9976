package app.mingmen.ui.figure

import app.mingmen.core.FigureClip
import app.mingmen.core.FigureShape

/** A clip made ready to draw: its keys as numbers, decoded once, so that a frame costs no boundary call and no parsing. */
class FigureFrames(val clip: FigureClip) {
    private val steps = clip.stepCount.toInt()
    private val coordinates = ShortArray(clip.coordinates.size / 2) { i ->
        val low = clip.coordinates[2 * i].toInt() and 0xFF
        (low or (clip.coordinates[2 * i + 1].toInt() shl 8)).toShort()
    }
    private val runs: List<Run> = buildList {
        var place = 0
        clip.runs.forEach { run ->
            add(Run(run.keyCount.toInt(), run.pointCount.toInt() * 2, place))
            place = last().end
        }
    }
    private val numbers = runs.sumOf { it.numbers }

    /**
     * Whether the loop closes. What leads from one posture to another does not: its last key stands at the end of the cycle, and
     * there it stays.
     */
    val closes: Boolean = runs.none { it.leads }

    val shapes: List<FigureShape> get() = clip.shapes

    /** The phase of the still that tells the movement. */
    val stillPhase: Float get() = clip.keyPoses.lastOrNull().asPhase()

    /** Phases that tell the movement in order, for a display without motion. */
    val keyPhases: List<Float> get() = clip.keyPoses.map { it.asPhase() }

    /** Room for the points of one phase. */
    fun points() = FloatArray(numbers)

    /** Puts the points of [phase] into [into], x then y: in each run the two neighbouring keys, blended in a straight line. */
    fun blend(phase: Float, into: FloatArray) {
        val step = if (closes) (phase - kotlin.math.floor(phase)) * steps % steps else (phase * steps).coerceIn(0f, steps.toFloat())
        var at = 0
        for (run in runs) {
            run.blend(step, into, at)
            at += run.numbers
        }
    }

    // Points that move together: [keys] of them, of so many [numbers] each, from [first] on in the coordinates.
    private inner class Run(private val keys: Int, val numbers: Int, private val first: Int) {
        val end = first + keys * (1 + numbers)

        /** Whether its last key stands at the end of the cycle and not before it. */
        val leads get() = keys > 1 && stepOf(keys - 1) >= steps

        fun blend(step: Float, into: FloatArray, at: Int) {
            val before = before(step)
            val after = if (before + 1 < keys) before + 1 else if (closes) 0 else before
            val start = stepOf(before)
            val share = if (after == before) 0f else (step - start) / ((if (after == 0) steps else stepOf(after)) - start)
            val from = first + keys + before * numbers
            val to = first + keys + after * numbers
            for (i in 0 until numbers) {
                val a = coordinates[from + i]
                into[at + i] = a + (coordinates[to + i] - a) * share
            }
        }

        // The last key that is not later; the first is at the start of the cycle.
        private fun before(step: Float): Int {
            var low = 0
            var high = keys
            while (high - low > 1) {
                val middle = (low + high) / 2
                if (stepOf(middle) <= step) low = middle else high = middle
            }
            return low
        }

        private fun stepOf(key: Int) = coordinates[first + key].toInt() and 0xFFFF
    }

    private fun UShort?.asPhase() = (this?.toInt() ?: 0) / PERMILLE

    private companion object {
        const val PERMILLE = 1000f
    }
}
