package app.mingmen.core

import java.io.RandomAccessFile
import java.nio.file.Path

/** A database file that another process holds: locks count between processes, so a test needs a second one. */
internal class HeldFile(file: Path) : AutoCloseable {
    private val holder = ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", System.getProperty("java.class.path"), HoldFile::class.java.name, file.toString(),
    ).redirectError(ProcessBuilder.Redirect.INHERIT).start()

    init {
        check(holder.inputReader().readLine() == "held")
    }

    override fun close() {
        holder.outputStream.close()
        holder.waitFor()
    }
}

/** Holds a database's lock until its input ends. */
internal object HoldFile {
    /** Where SQLite locks a file, and how many bytes: the pending, reserved and shared ones of its `os.h`. */
    private const val LOCKS_FROM = 0x4000_0000L
    private const val LOCKS = 512L

    @JvmStatic
    fun main(args: Array<String>) {
        RandomAccessFile(args.single(), "rw").use { file ->
            file.channel.lock(LOCKS_FROM, LOCKS, false).use {
                println("held")
                System.`in`.read()
            }
        }
    }
}
