package app.mingmen.desktop

import app.mingmen.core.Chime
import app.mingmen.core.chimes
import kotlin.test.Test
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.TimeUnit
import javax.sound.sampled.AudioFormat
import javax.sound.sampled.LineUnavailableException
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue

class SoundsTest {
    private val folder: Path = Files.createTempDirectory("mingmen-sounds")
    private val heard = folder.resolve("heard")

    @Test
    fun `a computer reads every chime as it is meant`() {
        val seen = mutableListOf<Pair<AudioFormat, Long>>()
        val chimes = Chimes(sound = { seen += it.format to it.frameLength })
        Chime.entries.forEach(chimes::play)
        chimes.settle()
        val expected = chimes().map { 24L * it.lengthMs.toLong() }
        assertEquals(expected, seen.map { it.second })
        assertTrue(seen.all { (format, _) -> format.matches(AudioFormat(24_000f, 16, 1, true, false)) }, "$seen")
    }

    @Test
    fun `without anything to play on it is silent and goes on`() {
        var asked = 0
        val chimes = Chimes(sound = { if (asked++ == 0) throw LineUnavailableException() else throw IllegalArgumentException() })
        repeat(3) { chimes.play(Chime.TURN) }
        chimes.settle()
        assertEquals(3, asked)
        chimes.close()
        chimes.play(Chime.END)
        assertEquals(3, asked, "nothing begins after the end")
    }

    @Test
    fun `a voice is looked for in the folders of the path`() {
        assertNull(Espeak.find("espeak-ng", ""))
        assertNull(Espeak.find("espeak-ng", "/nowhere:$folder"))
        val program = program("")
        assertEquals(program, Espeak.find("espeak-ng", "/nowhere:$folder"))
        assertFalse(Espeak(null).canSpeak)
        Espeak(null).say("Nobody hears this.")
    }

    @Test
    fun `sentences are spoken one after the other`() {
        val voice = Espeak(program("cat >> $heard; sleep 0.1; echo '|' >> $heard"))
        assertTrue(voice.canSpeak)
        listOf("Sit tall.", "-f /etc/passwd", "Breathe in.").forEach(voice::say)
        eventually("all is said") { heard.exists() && heard.readText().lines().size > 3 }
        assertEquals("Sit tall.|\n-f /etc/passwd|\nBreathe in.|\n", heard.readText())
        voice.close()
    }

    @Test
    fun `a hush ends the sentence and whatever waited, and the next is spoken`() {
        val voice = Espeak(program("cat >> $heard; echo $$ > $folder/id; exec sleep 60"))
        repeat(3) { voice.say("One of three.") }
        eventually("it speaks") { folder.resolve("id").exists() && folder.resolve("id").readText().isNotBlank() }
        val first = folder.resolve("id").readText().trim().toLong()
        voice.hush()
        eventually("it is silent") { !isRunning(first) }
        voice.say("Another.")
        eventually("it speaks again") { heard.readText() == "One of three.Another." }
        voice.close()
        eventually("nothing is left running") { !isRunning(folder.resolve("id").readText().trim().toLong()) }
        voice.say("Too late.")
        assertEquals("One of three.Another.", heard.readText())
    }

    @Test
    fun `a voice that hangs does not hold up the next sentence`() {
        val voice = Espeak(program("cat >> $heard; exec sleep 60"), longestMs = 200)
        listOf("One.", "Two.").forEach(voice::say)
        eventually("both are said") { heard.exists() && heard.readText() == "One.Two." }
        voice.close()
    }

    private fun program(line: String): Path {
        val file = folder.resolve("espeak-ng")
        file.writeText("#!/bin/sh\n$line\n")
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"))
    }

    private fun isRunning(id: Long) = ProcessHandle.of(id).map { it.isAlive }.orElse(false)

    private fun eventually(what: String, isSo: () -> Boolean) {
        val until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20)
        while (!isSo()) {
            assertTrue(System.nanoTime() < until, "$what never came")
            Thread.sleep(10)
        }
    }
}
