package app.mingmen.android

import android.media.AudioAttributes
import android.media.AudioFormat
import android.media.AudioTrack
import app.mingmen.core.Chime
import app.mingmen.core.ChimeSound
import app.mingmen.core.chimes
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.util.EnumMap
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit

/**
 * Plays the core's chimes, each from a buffer of its own that it keeps. All of it happens on one quiet thread: nobody waits for a
 * chime. Where the phone plays no sound, neither do they.
 */
internal class Chimes(private val load: () -> List<ChimeSound> = ::chimes) : AutoCloseable {
    private val sounds by lazy { load().associate { it.chime to it.wav } }
    private val quietly = ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, LinkedBlockingQueue(),
        { Thread(it, "chimes").apply { isDaemon = true } },
        // After the end nothing sounds any more.
        ThreadPoolExecutor.DiscardPolicy(),
    )
    private val tracks = EnumMap<Chime, AudioTrack>(Chime::class.java)

    fun play(chime: Chime) = quietly.execute {
        val track = tracks[chime] ?: sounds[chime]?.let(::track)?.also { tracks[chime] = it } ?: return@execute
        track.stop()
        track.reloadStaticData()
        track.play()
    }

    /** Gives the buffers back; whatever still rings, ends. */
    override fun close() {
        quietly.execute { tracks.values.forEach(AudioTrack::release) }
        quietly.shutdown()
    }

    /** Waits until all that was asked for has been done. */
    internal fun settle() {
        quietly.submit { }.get()
    }
}

private fun track(wav: ByteArray): AudioTrack? {
    val samples = wav.size - HEADER
    val format = AudioFormat.Builder().setEncoding(AudioFormat.ENCODING_PCM_16BIT).setChannelMask(AudioFormat.CHANNEL_OUT_MONO)
        .setSampleRate(ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getInt(RATE_AT))
    return try {
        val track = AudioTrack.Builder().setAudioAttributes(guidance(AudioAttributes.CONTENT_TYPE_SONIFICATION))
            .setAudioFormat(format.build()).setTransferMode(AudioTrack.MODE_STATIC).setBufferSizeInBytes(samples).build()
        track.write(wav, HEADER, samples)
        if (track.state == AudioTrack.STATE_INITIALIZED) track else null.also { track.release() }
    } catch (_: UnsupportedOperationException) {
        null
    }
}

/** Bytes before the samples, and where among them the samples of a second are counted. */
private const val HEADER = 44
private const val RATE_AT = 24
