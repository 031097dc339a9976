package app.mingmen.desktop

import java.io.File
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit

/**
 * Speaks through [program], eSpeak NG, where it is installed: one sentence after the other, on a thread of its own. No sentence is
 * left running once it is hushed or the app goes.
 */
internal class Espeak(private val program: Path? = find("espeak-ng"), private val longestMs: Long = 30_000) : AutoCloseable {
    val canSpeak: Boolean get() = program != null

    private val quietly = ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, LinkedBlockingQueue(),
        { Thread(it, "voice").apply { isDaemon = true } },
        ThreadPoolExecutor.DiscardPolicy(),
    )
    private val lock = Any()

    // Both under the lock: a sentence that was hushed while it waited must not begin.
    private var hushes = 0
    private var speaking: Process? = null

    fun say(text: String) {
        val program = program ?: return
        val asked = synchronized(lock) { hushes }
        quietly.execute { speak(program, text, asked) }
    }

    fun hush() = synchronized(lock) {
        hushes++
        quietly.queue.clear()
        speaking?.destroyForcibly()
        Unit
    }

    /** Falls silent for good. */
    override fun close() {
        quietly.shutdown()
        hush()
    }

    private fun speak(program: Path, text: String, asked: Int) {
        try {
            val process = synchronized(lock) { if (asked == hushes) begin(program).also { speaking = it } else null } ?: return
            try {
                process.outputStream.use { it.write(text.toByteArray()) }
                process.waitFor(longestMs, TimeUnit.MILLISECONDS)
            } finally {
                process.destroyForcibly()
                synchronized(lock) { speaking = null }
            }
        } catch (_: IOException) {
            // It could not be begun, or was hushed before it had read the sentence.
        }
    }

    // The sentence comes by its input, so that none can be taken for an option.
    private fun begin(program: Path): Process =
        ProcessBuilder(program.toString(), "-v", "en-gb", "-s", CALM, "--stdin")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start()

    companion object {
        /** Words a minute; 175 is its usual pace. */
        private const val CALM = "145"

        /** Where a program is, of the folders that are looked through for one. */
        fun find(name: String, folders: String? = System.getenv("PATH")): Path? =
            folders.orEmpty().split(File.pathSeparator).filter { it.isNotEmpty() }.map { Path.of(it, name) }.firstOrNull(Files::isExecutable)
    }
}
