package app.mingmen.android

import android.content.Context
import android.media.AudioAttributes
import android.os.VibrationEffect
import android.os.Vibrator
import app.mingmen.core.Touch

/**
 * The phone's motor. Every touch is long enough for a pocket, and every pause for a thumb: 50 ms at least, as Android advises. The
 * effects that Android 10 brought are crisp clicks for a finger on the glass, and nobody holds the phone here.
 */
internal class Motor(context: Context) {
    private val vibrator = context.getSystemService(Vibrator::class.java)?.takeIf { it.hasVibrator() }
    private val guidance = guidance(AudioAttributes.CONTENT_TYPE_SONIFICATION)

    // The way that Android 8 knows; later ones make of it what they would be told themselves.
    @Suppress("DEPRECATION")
    fun touch(touch: Touch) {
        val motor = vibrator ?: return
        motor.vibrate(if (motor.hasAmplitudeControl()) soft(touch) else plain(touch), guidance)
    }

    private fun soft(touch: Touch): VibrationEffect = when (touch) {
        Touch.IN -> wave(longArrayOf(90, 90, 120), intArrayOf(50, 100, 160))
        Touch.OUT -> wave(longArrayOf(80, 170, 80), intArrayOf(80, 0, 80))
        Touch.TURN -> wave(longArrayOf(450), intArrayOf(140))
        Touch.END -> wave(longArrayOf(150, 150, 200), intArrayOf(140, 0, 140))
    }

    // A motor that is only on or off is always strong: so all of it is shorter.
    private fun plain(touch: Touch): VibrationEffect = when (touch) {
        Touch.IN -> wave(longArrayOf(0, 110))
        Touch.OUT -> wave(longArrayOf(0, 35, 170, 35))
        Touch.TURN -> wave(longArrayOf(0, 280))
        Touch.END -> wave(longArrayOf(0, 100, 150, 180))
    }

    private fun wave(timings: LongArray, strengths: IntArray) = VibrationEffect.createWaveform(timings, strengths, ONCE)

    private fun wave(timings: LongArray) = VibrationEffect.createWaveform(timings, ONCE)

    private companion object {
        const val ONCE = -1
    }
}
