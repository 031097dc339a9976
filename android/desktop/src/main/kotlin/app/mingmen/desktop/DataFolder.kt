package app.mingmen.desktop

import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDateTime
import java.time.format.DateTimeFormatter
import kotlin.io.path.exists
import kotlin.io.path.moveTo

/** The folder with the database in it. */
class DataFolder(private val folder: Path) {
    /** The database file; its folder is made if it is not there. */
    fun database(): Path = Files.createDirectories(folder).resolve(DATABASE)

    /** Whether there is a database to begin anew from. */
    fun hasDatabase(): Boolean = folder.resolve(DATABASE).exists()

    /** Moves the database and what belongs to it aside, under the date. Nothing is deleted. Says where it went. */
    fun setAside(at: LocalDateTime): Path {
        val aside = Files.createDirectories(folder.resolve("set-aside-${at.format(STAMP)}"))
        COMPANIONS.map { folder.resolve(DATABASE + it) }.filter { it.exists() }.forEach { it.moveTo(aside.resolve(it.fileName)) }
        return aside
    }

    companion object {
        private const val DATABASE = "mingmen.sqlite"
        private val COMPANIONS = listOf("", "-wal", "-shm")
        private val STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss")

        /** Where this system keeps a person's data. */
        fun standard(
            environment: Map<String, String> = System.getenv(),
            home: String = System.getProperty("user.home"),
            system: String = System.getProperty("os.name"),
        ): Path = when {
            system.startsWith("Mac") -> Path.of(home, "Library", "Application Support", "Mingmen")
            system.startsWith("Windows") -> Path.of(environment["APPDATA"] ?: "$home/AppData/Roaming", "Mingmen")
            else -> (environment["XDG_DATA_HOME"]?.takeIf { it.isNotBlank() }?.let(Path::of) ?: Path.of(home, ".local", "share")).resolve("mingmen")
        }
    }
}
