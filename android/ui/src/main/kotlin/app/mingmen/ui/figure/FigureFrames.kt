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

    val shapes: List<FigureShape> get() = clip.shapes

    /** The phase of the still that tells the movement. */
    val stillPhase: Float get() = clip.keyPoses.lastOrNull().asPhase()

    /** Phases that tell the movement in order, for a display without motion. */
    val keyPhases: List<Float> get() = clip.keyPoses.map { it.asPhase() }

    /** Room for the points of one phase. */
    fun points() = FloatArray(numbers)

    /** Puts the points of [phase] into [into], x then y: the two neighbouring samples, blended in a straight line. */
    fun blend(phase: Float, into: FloatArray) {
        val place = (phase - kotlin.math.floor(phase)) * samples
        val before = place.toInt().coerceAtMost(samples - 1)
        val share = place - before
        val first = before * numbers
        val second = (before + 1) % samples * numbers
        for (i in 0 until numbers) {
            val a = coordinates[first + i]
            into[i] = a + (coordinates[second + i] - a) * share
        }
    }

    private fun UShort?.asPhase() = (this?.toInt() ?: 0) / PERMILLE

    private companion object {
        const val PERMILLE = 1000f
    }
}
