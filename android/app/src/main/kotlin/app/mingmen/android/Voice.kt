package app.mingmen.android

import android.content.Context
import android.media.AudioAttributes
import android.speech.tts.TextToSpeech
import java.util.Locale

/** The phone's own voice, once it has come up and speaks this language; until then, and without one, it is silent. */
internal class Voice(context: Context, private val language: Locale = spoken(Locale.getDefault())) : AutoCloseable {
    var canSpeak = false
        private set

    private var engine: TextToSpeech? = null

    init {
        engine = TextToSpeech(context, ::cameUp)
    }

    // A phone without any engine says so before there is one to keep.
    private fun cameUp(status: Int) {
        val engine = engine ?: return
        if (status != TextToSpeech.SUCCESS || engine.setLanguage(language) < TextToSpeech.LANG_AVAILABLE) return
        engine.setAudioAttributes(guidance(AudioAttributes.CONTENT_TYPE_SPEECH))
        engine.setSpeechRate(CALM)
        canSpeak = true
    }

    fun say(text: String) {
        if (canSpeak) engine?.speak(text, TextToSpeech.QUEUE_ADD, null, SENTENCE)
    }

    fun hush() {
        engine?.stop()
    }

    override fun close() {
        canSpeak = false
        engine?.shutdown()
    }

    private companion object {
        /** Of the usual pace. */
        const val CALM = 0.85f
        const val SENTENCE = "sentence"
    }
}

/** The voice for what the core says: its sentences are English so far, and a voice of another language cannot read them. */
internal fun spoken(own: Locale): Locale = if (own.language == Locale.ENGLISH.language) own else Locale.UK
