package app.mingmen.ui

import app.mingmen.core.FigureBox
import app.mingmen.core.FigureClip
import app.mingmen.core.FigureRun
import app.mingmen.core.FigureTone
import app.mingmen.core.FigureTones
import app.mingmen.ui.figure.FigureFrames
import java.nio.ByteBuffer
import java.nio.ByteOrder
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals

/** A chair that never moves, and a hand that says where it is at the steps 0, 10 and 30 of 40. */
class FigureFramesTest {
    private val looping = frames(chair = listOf(0, 7, -8), hand = listOf(0, 10, 30, 0, 100, 200, -100, 400, 0))

    @Test fun `what never moves is where it is`() = listOf(0f, 0.3f, 0.99f).forEach {
        assertContentEquals(floatArrayOf(7f, -8f), at(looping, it).copyOf(2))
    }

    @Test fun `between two keys lies the straight line, however far apart they are`() {
        assertContentEquals(floatArrayOf(0f, 100f), hand(looping, 0f))
        assertContentEquals(floatArrayOf(100f, 0f), hand(looping, 5 / 40f))
        assertContentEquals(floatArrayOf(200f, -100f), hand(looping, 10 / 40f))
        assertContentEquals(floatArrayOf(300f, -50f), hand(looping, 20 / 40f))
    }

    @Test fun `after the last key comes the first again`() {
        assertContentEquals(floatArrayOf(200f, 50f), hand(looping, 35 / 40f))
        assertContentEquals(hand(looping, 0.25f), hand(looping, 1.25f))
        assertContentEquals(hand(looping, 0f), hand(looping, -1e-9f))
    }

    @Test fun `what leads somewhere stays there to the end`() {
        val leading = frames(chair = listOf(0, 7, -8), hand = listOf(0, 10, 40, 0, 100, 200, -100, 200, -100))
        assertContentEquals(floatArrayOf(200f, -100f), hand(leading, 0.999f))
        assertContentEquals(floatArrayOf(0f, 100f), hand(leading, 0f))
    }

    private fun at(frames: FigureFrames, phase: Float) = frames.points().also { frames.blend(phase, it) }

    private fun hand(frames: FigureFrames, phase: Float): FloatArray {
        val all = at(frames, phase)
        assertEquals(4, all.size)
        return all.copyOfRange(2, 4)
    }

    private fun frames(chair: List<Int>, hand: List<Int>): FigureFrames {
        val numbers = chair + hand
        val bytes = ByteBuffer.allocate(numbers.size * 2).order(ByteOrder.LITTLE_ENDIAN)
        numbers.forEach { bytes.putShort(it.toShort()) }
        val tone = FigureTone(0u, 0u)
        val clip = FigureClip(
            motion = "test", base = "seated", cycleMs = 8_000u, shortestCycleMs = 4_000u, breaths = emptyList(),
            keyPoses = listOf(0u, 500u), stepCount = 40u, view = FigureBox(0, 0, 1, 1), tones = FigureTones(tone, tone, tone),
            shapes = emptyList(), runs = listOf(FigureRun(1u, 1u), FigureRun(1u, 3u)), coordinates = bytes.array(),
        )
        return FigureFrames(clip)
    }
}
