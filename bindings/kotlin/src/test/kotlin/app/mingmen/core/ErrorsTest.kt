package app.mingmen.core

import java.io.RandomAccessFile
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kotlin.io.path.createDirectory
import kotlin.io.path.fileSize
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.io.path.setPosixFilePermissions
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText
import kotlin.reflect.full.primaryConstructor
import kotlin.reflect.typeOf
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import org.junit.jupiter.api.io.TempDir

/** Each case that can be brought about from here. A full device and faults of ours are left to the core's own tests. */
class ErrorsTest {
    @TempDir
    lateinit var folder: Path

    private val file get() = folder.resolve("mingmen.db")

    private fun open() = Mingmen(optionsIn(folder), morning)

    private fun filled() = openIn(folder).use { it.shutDown() }

    @Test
    fun `each case has the key of its own name`() {
        for (case in MingmenException::class.sealedSubclasses) {
            val constructor = case.primaryConstructor!!
            val values = constructor.parameters.map { if (it.type == typeOf<UInt>()) 1u else "" }
            val name = case.simpleName!!.replace(Regex("(?<=[a-z])(?=[A-Z])"), "_").uppercase()
            assertEquals(name, constructor.call(*values.toTypedArray()).key.name)
        }
        assertEquals(ErrorKey.entries.size, MingmenException::class.sealedSubclasses.size)
    }

    @Test
    fun `a seed of the wrong length is invalid input`() {
        val options = optionsIn(folder).copy(seed = ByteArray(31))
        assertEquals("seed", assertFailsWith<MingmenException.InvalidInput> { Mingmen(options, morning) }.field)
    }

    @Test
    fun `a zone that nobody knows is named`() {
        val nowhere = morning.copy(zone = "Atlantis/Capital")
        val unknown = assertFailsWith<MingmenException.UnknownZone> { Mingmen(optionsIn(folder), nowhere) }
        assertEquals("Atlantis/Capital", unknown.zone)
    }

    @Test
    fun `an id that nobody has is named with its kind`(): Unit = open().use { mingmen ->
        val missing = assertFailsWith<MingmenException.NotFound> { mingmen.movementPage("moonwalk", morning) }
        assertEquals("movement" to "moonwalk", missing.kind to missing.id)
    }

    @Test
    fun `a file that is no routine is named with its line`(): Unit = openIn(folder).use { mingmen ->
        val unread = assertFailsWith<MingmenException.InvalidFile> { mingmen.importOwnRoutine("{\n  \"shopping\": ", morning) }
        assertEquals(2u, unread.line)
    }

    @Test
    fun `practice is shut before the screening`(): Unit = open().use { mingmen ->
        assertFailsWith<MingmenException.PracticeShut> { mingmen.beginPractice(freePractice, morning) }
    }

    @Test
    fun `a clearance has nothing to reopen while practice is open`(): Unit = openIn(folder).use { mingmen ->
        assertFailsWith<MingmenException.AlreadyEnded> { mingmen.recordClearance(morning) }
    }

    @Test
    fun `a second practice has to wait for the first`(): Unit = openIn(folder).use { mingmen ->
        mingmen.beginPractice(freePractice, morning)
        assertFailsWith<MingmenException.PracticeStillOpen> { mingmen.beginPractice(freePractice, morning) }
    }

    @Test
    fun `a missing folder is unavailable`() {
        val nowhere = optionsIn(folder.resolve("nowhere"))
        assertFailsWith<MingmenException.StoreUnavailable> { Mingmen(nowhere, morning) }
    }

    @Test
    fun `a file that cannot be written is read-only and stays as it is`() {
        filled()
        file.setPosixFilePermissions(PosixFilePermissions.fromString("r--r--r--"))
        val before = file.readBytes()
        assertFailsWith<MingmenException.StoreReadOnly> { open() }
        assertContentEquals(before, file.readBytes())
    }

    @Test
    fun `a file of something else is foreign and stays as it is`() {
        file.writeText("Dear diary, today my back was better.")
        assertFailsWith<MingmenException.StoreForeign> { open() }
        assertEquals("Dear diary, today my back was better.", file.readText())
    }

    @Test
    fun `a file of a newer app says which and stays as it is`() {
        filled()
        // SQLite keeps the schema's version at byte 60 of the file (sqlite.org/fileformat.html).
        RandomAccessFile(file.toFile(), "rw").use { it.seek(60); it.writeInt(9_999) }
        val before = file.readBytes()
        assertEquals(9_999u, assertFailsWith<MingmenException.StoreNewer> { open() }.found)
        assertContentEquals(before, file.readBytes())
    }

    @Test
    fun `a file that was cut short is mended, put aside as it was, and told of`() {
        filled()
        val half = file.readBytes().copyOf((file.fileSize() / 2).toInt())
        file.writeBytes(half)
        open().use { mingmen ->
            val account = assertNotNull(mingmen.today(morning).mended)
            assertEquals(1u, account.number)
            mingmen.accountRead(account.number)
            assertNull(mingmen.today(morning).mended)
        }
        val aside = file.resolveSibling("${file.fileName}.damaged/1/${file.fileName}")
        assertContentEquals(half, aside.readBytes())
    }

    @Test
    fun `a file that another process holds is busy, and opens once it is free`() {
        filled()
        HeldFile(file).use { assertFailsWith<MingmenException.StoreBusy> { open() } }
        open().use { assertEquals(Gate.Open(emptyList()), it.gate(morning)) }
    }

    @Test
    fun `a store that was shut down is closed, and shuts down again`(): Unit = openIn(folder).use { mingmen ->
        mingmen.shutDown()
        mingmen.shutDown()
        assertFailsWith<MingmenException.Closed> { mingmen.today(morning) }
        assertFailsWith<MingmenException.Closed> { mingmen.answerScreening(emptyList(), morning) }
    }

    @Test
    fun `two stores live side by side`() {
        val other = folder.resolve("other").createDirectory()
        openIn(folder).use { one ->
            openIn(other).use { two ->
                one.beginPractice(freePractice, morning)
                assertEquals(null, two.today(morning).openPractice)
            }
        }
        assertEquals(true, Files.exists(other.resolve("mingmen.db")))
    }
}
