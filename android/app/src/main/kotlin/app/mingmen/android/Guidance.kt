package app.mingmen.android

import android.content.Context
import android.media.AudioAttributes
import android.media.AudioFocusRequest
import android.media.AudioManager

/**
 * What the sounds of a practice are to the phone: guidance, as from a navigator. So they go with the volume of music, which a person
 * can turn with the keys, and are heard in silent mode; sounds of the interface (`USAGE_ASSISTANCE_SONIFICATION`) are neither.
 */
internal fun guidance(content: Int): AudioAttributes =
    AudioAttributes.Builder().setUsage(AudioAttributes.USAGE_ASSISTANCE_NAVIGATION_GUIDANCE).setContentType(content).build()

/**
 * Makes other apps quieter while a practice sounds. They are never paused, and are as before once it is let go. [onLost] is told when
 * another app takes the sound for itself, for a while or for good, as a call does; that one only wants it quieter is nothing to tell.
 */
internal class Ducking(context: Context, private val onLost: () -> Unit) {
    private val audio = context.getSystemService(AudioManager::class.java)
    private val request = AudioFocusRequest.Builder(AudioManager.AUDIOFOCUS_GAIN_TRANSIENT_MAY_DUCK)
        .setAudioAttributes(guidance(AudioAttributes.CONTENT_TYPE_SPEECH))
        .setOnAudioFocusChangeListener { change ->
            if (change == AudioManager.AUDIOFOCUS_LOSS || change == AudioManager.AUDIOFOCUS_LOSS_TRANSIENT) onLost()
        }
        .build()
    private var asked = false

    fun set(on: Boolean) {
        if (on == asked) return
        asked = on
        if (on) audio?.requestAudioFocus(request) else audio?.abandonAudioFocusRequest(request)
    }
}
