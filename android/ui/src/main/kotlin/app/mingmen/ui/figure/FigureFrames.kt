package app.mingmen.ui.figure

import app.mingmen.core.FigureClip
import app.mingmen.core.FigureShape

/** A clip made ready to draw: its samples as numbers, decoded once, so that a frame costs no boundary call and no parsing. */
class FigureFrames(val clip: FigureClip) {
    private val samples = clip.sampleCount.toInt()
    private val numbers = clip.pointCount.toInt() * 2
    private val coordinates = ShortArray(clip.coordinates.size / 2) { i ->
        val low = clip.coordinates[2 * i].toInt() and 0xFF
        (low or (clip.coordinates[2 * i + 1].toInt() shl 8)).toShort()
    }

    /**
     * Whether the loop closes. What leads from one posture to another does not: its end is far from its start, and there it
     * stays.
     */
    val closes: Boolean = (0 until samples - 1).maxOfOrNull { step(it, it + 1) }.let { it == null || step(samples - 1, 0) <= it * SEAM }

    val shapes: List<FigureShape> get() = clip.shapes

    /** The phase of the still that tells the movement. */
    val stillPhase: Float get() = clip.keyPoses.lastOrNull().asPhase()

    /** Phases that tell the movement in order, for a display without motion. */
    val keyPhases: List<Float> get() = clip.keyPoses.map { it.asPhase() }

    /** Room for the points of one phase. */
    fun points() = FloatArray(numbers)

    /** Puts the points of [phase] into [into], x then y: the two neighbouring samples, blended in a straight line. */
    fun blend(phase: Float, into: FloatArray) {
        val place = if (closes) (phase - kotlin.math.floor(phase)) * samples else (phase * samples).coerceIn(0f, samples - 1f)
        val before = place.toInt().coerceAtMost(samples - 1)
        val share = place - before
        val first = before * numbers
        val second = (before + 1) % samples * numbers
        for (i in 0 until numbers) {
            val a = coordinates[first + i]
            into[i] = a + (coordinates[second + i] - a) * share
        }
    }

    /** How far the point that goes farthest goes from one sample to another, along an axis. */
    private fun step(from: Int, to: Int): Int =
        (0 until numbers).maxOfOrNull { kotlin.math.abs(coordinates[to * numbers + it] - coordinates[from * numbers + it]) } ?: 0

    private fun UShort?.asPhase() = (this?.toInt() ?: 0) / PERMILLE

    private companion object {
        const val PERMILLE = 1000f

        /** A seam is at most this many times as wide as the widest step before it. */
        const val SEAM = 2
    }
}
