package app.mingmen.desktop

import app.mingmen.ui.player.SilentDevice
import app.mingmen.ui.player.readFile
import java.awt.FileDialog
import java.awt.Frame
import java.io.IOException
import java.nio.file.Path
import kotlin.io.path.inputStream
import kotlin.io.path.writeText

/** What a computer can do: write a shared routine where the person says, and open one from there. */
internal class ComputerDevice : SilentDevice() {
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
