package app.mingmen.desktop

import app.mingmen.core.Chime
import app.mingmen.ui.player.SilentDevice
import app.mingmen.ui.player.readFile
import java.awt.FileDialog
import java.awt.Frame
import java.io.IOException
import java.nio.file.Path
import kotlin.io.path.inputStream
import kotlin.io.path.writeText

/**
 * What a computer can do: speak where it has a voice, chime, write a shared routine where the person says, and open one from there.
 * Other programs are not made quieter: a computer has no one way to ask for that.
 */
internal class ComputerDevice(private val voice: Espeak = Espeak(), private val chimes: Chimes = Chimes()) :
    SilentDevice(), AutoCloseable {
    override val canSpeak: Boolean get() = voice.canSpeak

    /** A window's timers are never so late: only a computer that slept, or a program that was stopped, is. */
    override val longestTickMs: Long = 5_000

    override fun say(text: String) = voice.say(text)

    override fun hush() = voice.hush()

    override fun chime(chime: Chime) = chimes.play(chime)

    /** Falls silent for good. */
    override fun close() {
        voice.close()
        chimes.close()
    }

    override val share: (String, String) -> Boolean = { name, text -> ask(FileDialog.SAVE, name)?.let { write(it, text) } ?: true }

    override val openFile: ((ByteArray?) -> Unit) -> Unit = { give -> ask(FileDialog.LOAD)?.let { give(read(it)) } }

    private fun ask(mode: Int, name: String? = null): Path? {
        val dialog = FileDialog(null as Frame?, "", mode).apply { file = name }
        dialog.isVisible = true
        return dialog.files.firstOrNull()?.toPath()
    }

    private fun write(file: Path, text: String): Boolean = try {
        file.writeText(text)
        true
    } catch (_: IOException) {
        false
    }

    private fun read(file: Path): ByteArray? = try {
        readFile(file.inputStream())
    } catch (_: IOException) {
        null
    }
}
