package app.mingmen.android

import android.content.Context
import android.media.AudioAttributes
import android.media.AudioFocusRequest as Focus
import android.media.AudioManager
import android.os.Vibrator
import android.speech.tts.TextToSpeech
import app.mingmen.core.Chime
import app.mingmen.core.Touch
import app.mingmen.core.chimes
import org.junit.After
import org.junit.Before
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowAudioManager
import org.robolectric.shadows.ShadowAudioTrack
import org.robolectric.shadows.ShadowTextToSpeech
import java.util.Locale
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue

/** What a practice sounds and feels like on an Android phone. */
@RunWith(RobolectricTestRunner::class)
class SensesTest {
    private val app: Context get() = RuntimeEnvironment.getApplication()
    private val motor get() = shadowOf(app.getSystemService(Vibrator::class.java))
    private val written = mutableListOf<ByteArray>()
    private val listener = ShadowAudioTrack.OnAudioDataWrittenListener { _, bytes, _ -> written += bytes }

    @Before
    fun listen() = ShadowAudioTrack.addAudioDataListener(listener)

    @After
    fun stopListening() {
        ShadowAudioTrack.removeAudioDataListener(listener)
        FocusCount.asked.clear()
    }

    @Test
    fun `what is heard goes with the volume of music, which the keys turn`() {
        assertEquals(AudioManager.STREAM_MUSIC, guidance(AudioAttributes.CONTENT_TYPE_SPEECH).volumeControlStream)
    }

    @Test
    @Config(shadows = [FocusCount::class])
    fun `others are made quieter once and let go once, and never paused`() {
        val device = PhoneDevice(app, PracticeOutside(app), (app as MingmenApplication).leave)
        repeat(2) { device.duck(true) }
        repeat(2) { device.duck(false) }
        val quieter = AudioManager.AUDIOFOCUS_GAIN_TRANSIENT_MAY_DUCK
        assertEquals(listOf("ask $quieter", "let go $quieter"), FocusCount.asked)
        device.duck(true)
        device.close()
        assertEquals(listOf("ask $quieter", "let go $quieter", "ask $quieter", "let go $quieter"), FocusCount.asked)
    }

    @Test
    fun `a call holds the practice, and another app that only wants it quieter does not`() {
        var lost = 0
        Ducking(app) { lost++ }.set(on = true)
        val listener = shadowOf(app.getSystemService(AudioManager::class.java)).lastAudioFocusRequest.listener
        val told = listOf(AudioManager.AUDIOFOCUS_LOSS_TRANSIENT_CAN_DUCK, AudioManager.AUDIOFOCUS_GAIN, AudioManager.AUDIOFOCUS_LOSS_TRANSIENT, AudioManager.AUDIOFOCUS_LOSS)
        val counted = told.map {
            listener.onAudioFocusChange(it)
            lost
        }
        assertEquals(listOf(0, 0, 1, 2), counted)
    }

    @Test
    fun `each chime is played from its own samples, as often as it is asked for`() {
        val chimes = Chimes()
        listOf(Chime.TURN, Chime.END, Chime.TURN).forEach(chimes::play)
        chimes.settle()
        val sounds = chimes().associate { it.chime to it.wav }
        val samples = listOf(Chime.TURN, Chime.END).map { sounds.getValue(it).drop(44).toByteArray() }
        assertEquals(2, written.size, "a buffer is filled once")
        samples.zip(written).forEach { (expected, found) -> assertContentEquals(expected, found) }
        chimes.close()
        chimes.play(Chime.TURN)
    }

    @Test
    fun `in, out, a turn and the end feel different`() {
        motor.setHasVibrator(true)
        for (soft in listOf(true, false)) {
            motor.setHasAmplitudeControl(soft)
            val felt = Touch.entries.map {
                PhoneDevice(app, PracticeOutside(app), (app as MingmenApplication).leave).touch(it)
                motor.pattern.toList()
            }
            assertEquals(felt.size, felt.toSet().size, "$felt")
            assertTrue(felt.all { it.sum() <= LONGEST_TOUCH_MS }, "$felt")
        }
    }

    @Test
    fun `a motor that is only on or off is touched more briefly`() {
        motor.setHasVibrator(true)
        val lengths = listOf(true, false).map { soft ->
            motor.setHasAmplitudeControl(soft)
            Motor(app).touch(Touch.IN)
            motor.pattern.sum()
        }
        assertEquals(listOf(300L, 110L), lengths)
    }

    @Test
    fun `a phone without a motor is not touched`() {
        motor.setHasVibrator(false)
        Motor(app).touch(Touch.IN)
        assertFalse(motor.isVibrating)
    }

    @Test
    fun `sentences follow each other in a calm voice, and a hush ends them`() {
        ShadowTextToSpeech.addLanguageAvailability(Locale.UK)
        val device = PhoneDevice(app, PracticeOutside(app), (app as MingmenApplication).leave)
        val voice = shadowOf(ShadowTextToSpeech.getLastTextToSpeechInstance())
        assertFalse(device.canSpeak, "it has not come up yet")
        device.say("Too early.")
        voice.onInitListener.onInit(TextToSpeech.SUCCESS)
        assertTrue(device.canSpeak)
        listOf("Sit tall.", "Breathe in.").forEach(device::say)
        assertEquals(listOf("Sit tall.", "Breathe in."), voice.spokenTextList)
        assertEquals(TextToSpeech.QUEUE_ADD to Locale.UK, voice.queueMode to voice.currentLanguage)
        device.hush()
        assertTrue(voice.isStopped)
        device.close()
        assertTrue(voice.isShutdown && !device.canSpeak)
    }

    @Test
    fun `a phone without this language, or without a voice, cannot speak`() {
        val device = PhoneDevice(app, PracticeOutside(app), (app as MingmenApplication).leave)
        val voice = shadowOf(ShadowTextToSpeech.getLastTextToSpeechInstance())
        voice.onInitListener.onInit(TextToSpeech.SUCCESS)
        assertFalse(device.canSpeak, "no voice for English")
        voice.onInitListener.onInit(TextToSpeech.ERROR)
        assertFalse(device.canSpeak)
    }

    @Test
    fun `English sentences are spoken in the person's own English, else in British`() {
        assertEquals(Locale.forLanguageTag("en-IN"), spoken(Locale.forLanguageTag("en-IN")))
        assertEquals(Locale.UK, spoken(Locale.forLanguageTag("sv-SE")))
    }

    /** Counts what the real manager would be asked. */
    @Implements(AudioManager::class)
    class FocusCount : ShadowAudioManager() {
        @Implementation
        override fun requestAudioFocus(request: Focus): Int {
            asked += "ask ${request.focusGain}"
            return super.requestAudioFocus(request)
        }

        @Implementation
        override fun abandonAudioFocusRequest(request: Focus): Int {
            asked += "let go ${request.focusGain}"
            return super.abandonAudioFocusRequest(request)
        }

        companion object {
            val asked = mutableListOf<String>()
        }
    }

    private companion object {
        const val LONGEST_TOUCH_MS = 500L
    }
}
