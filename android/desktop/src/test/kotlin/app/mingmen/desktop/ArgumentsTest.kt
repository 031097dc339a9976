package app.mingmen.desktop

import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDateTime
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse

class ArgumentsTest {
    private val home = Path.of("home")

    @Test fun `what is not asked for is as usual`() = assertEquals(Arguments(home), Arguments.read(emptyList(), home))

    @Test fun `every option is read`() = assertEquals(
        Arguments(Path.of("here"), fresh = true, offScreen = Path.of("out"), realTime = "routine-phase-3", textScale = 2f, dark = true, still = true, locale = "en-XA"),
        Arguments.read("--data here --fresh --off-screen out --real-time routine-phase-3 --text 200 --theme dark --motion reduced --locale en-XA".split(" "), home),
    )

    @Test fun `nonsense is refused with a word about it`() = listOf("--text huge", "--text 300", "--theme pink", "--motion none", "--data", "--locale", "--colour red").forEach {
        assertFailsWith<UsageError>(it) { Arguments.read(it.split(" "), home) }
    }

    @Test fun `beginning anew sets the notes aside and deletes nothing`() {
        val folder = DataFolder(Files.createTempDirectory("data"))
        folder.database().writeText("notes")
        val aside = folder.setAside(LocalDateTime.of(2026, 5, 11, 8, 0))
        assertFalse(folder.hasDatabase())
        assertEquals("notes", aside.resolve("mingmen.sqlite").readText())
    }

    @Test fun `data goes where each system keeps it`() {
        fun standard(system: String, vararg environment: Pair<String, String>) = DataFolder.standard(mapOf(*environment), "/people/a", system)
        assertEquals(Path.of("/people/a/.local/share/mingmen"), standard("Linux"))
        assertEquals(Path.of("/data/mingmen"), standard("Linux", "XDG_DATA_HOME" to "/data"))
        assertEquals(Path.of("/people/a/Library/Application Support/Mingmen"), standard("Mac OS X"))
        assertEquals(Path.of("/roaming/Mingmen"), standard("Windows 11", "APPDATA" to "/roaming"))
    }
}
