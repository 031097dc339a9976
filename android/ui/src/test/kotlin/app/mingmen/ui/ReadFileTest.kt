package app.mingmen.ui

import app.mingmen.ui.player.readFile
import java.io.InputStream
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class ReadFileTest {
    @Test fun `a file is read whole, however little comes at a time`() {
        val slow = object : InputStream() {
            private val left = ArrayDeque("a routine".toByteArray().toList())
            override fun read() = left.removeFirstOrNull()?.toInt() ?: -1
            override fun read(into: ByteArray, from: Int, length: Int) = super.read(into, from, 1)
        }
        assertEquals("a routine", readFile(slow).decodeToString())
    }

    @Test fun `of a file without an end only so much is read as the core needs to refuse it`() {
        val endless = object : InputStream() {
            override fun read() = ' '.code
        }
        assertTrue(readFile(endless).size in 64 * 1024 + 1..80 * 1024)
    }
}
