package app.mingmen.desktop

import app.mingmen.core.Chime
import app.mingmen.core.ChimeSound
import app.mingmen.core.chimes
import java.io.ByteArrayInputStream
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit
import javax.sound.sampled.AudioInputStream
import javax.sound.sampled.AudioSystem
import javax.sound.sampled.LineEvent
import javax.sound.sampled.LineUnavailableException

/** Plays the core's chimes on a thread of its own; silent where the computer has nothing to play them on. */
internal class Chimes(
    private val load: () -> List<ChimeSound> = ::chimes,
    private val sound: (AudioInputStream) -> Unit = ::sound,
) : AutoCloseable {
    private val sounds by lazy { load().associate { it.chime to it.wav } }
    private val quietly = ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, LinkedBlockingQueue(),
        { Thread(it, "chimes").apply { isDaemon = true } },
        ThreadPoolExecutor.DiscardPolicy(),
    )

    fun play(chime: Chime) = quietly.execute {
        val wav = sounds.getValue(chime)
        try {
            sound(AudioSystem.getAudioInputStream(ByteArrayInputStream(wav)))
        } catch (_: LineUnavailableException) {
            // Another program has it to itself.
        } catch (_: IllegalArgumentException) {
            // There is none: so says AudioSystem.
        }
    }

    /** Nothing begins to sound any more. */
    override fun close() {
        quietly.shutdownNow()
    }

    /** Waits until all that was asked for has begun. */
    internal fun settle() {
        quietly.submit { }.get()
    }
}

/** Lets a sound ring, and closes what it rang on. */
private fun sound(audio: AudioInputStream) {
    val clip = AudioSystem.getClip()
    clip.addLineListener { if (it.type == LineEvent.Type.STOP) clip.close() }
    clip.open(audio)
    clip.start()
}
