package app.mingmen.ui

import app.mingmen.core.BeginDraft
import app.mingmen.core.Chime
import app.mingmen.core.Choices
import app.mingmen.core.Cue
import app.mingmen.core.CueAction
import app.mingmen.core.Guidance
import app.mingmen.core.Mingmen
import app.mingmen.core.MingmenClient
import app.mingmen.core.MingmenInterface
import app.mingmen.core.Now
import app.mingmen.core.OpenOptions
import app.mingmen.core.PlayerEvent
import app.mingmen.core.Posture
import app.mingmen.core.PracticeEnding
import app.mingmen.core.PracticeReason
import app.mingmen.core.Touch
import app.mingmen.core.VoiceDetail
import app.mingmen.ui.figure.FigureFrames
import app.mingmen.ui.player.PlayerModel
import app.mingmen.ui.player.SilentDevice
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Proxy
import java.nio.file.Files
import java.time.Instant
import kotlin.math.abs
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertTrue

/** Twenty-six minutes from the count-in to the last word, over the real core, as fast as the computer goes. */
class WholePracticeTest {
    /** Something that was said, sounded or felt, and when on the clock. */
    private data class Noted(val what: Any, val atMs: Long)

    /** Remembers what was said, sounded and felt, in order. */
    private class Memory(private val nowMs: () -> Long, override val longestTickMs: Long?) : SilentDevice() {
        val noted = mutableListOf<Noted>()
        override val canSpeak get() = true
        override fun say(text: String) {
            if (text !in COUNT_IN) note(text)
        }

        override fun chime(chime: Chime) = note(chime)

        override fun touch(touch: Touch) = note(touch)

        private fun note(what: Any) {
            noted += Noted(what, nowMs())
        }
    }

    private class Run(longestTickMs: Long? = null, val frame: Run.() -> Unit = { }, private val lateMs: Run.(Long) -> Long = { it }) : AutoCloseable {
        var calls = 0
        var nowMs = 0L
        val device = Memory({ nowMs }, longestTickMs)
        private val options = OpenOptions(Files.createTempDirectory("whole").resolve("day.sqlite").toString(), ByteArray(32), "en", "GB")
        private val core = Mingmen(options, now())
        val client = MingmenClient(counted(core), ::now, Dispatchers.Unconfined)
        lateinit var model: PlayerModel
        val clips = HashMap<String, FigureFrames>()

        private fun now() = Now(Instant.parse("2026-05-11T06:52:00Z").plusMillis(nowMs), "Europe/London")

        private fun counted(core: MingmenInterface): MingmenInterface = Proxy.newProxyInstance(javaClass.classLoader, arrayOf(MingmenInterface::class.java)) { _, method, given ->
            calls++
            try {
                method.invoke(core, *given.orEmpty())
            } catch (failed: InvocationTargetException) {
                throw failed.targetException
            }
        } as MingmenInterface

        fun practise() = runBlocking {
            client.answerScreening(emptyList())
            val choices = Choices(26u, Posture.STANDING, LED, emptyList())
            model = PlayerModel(client, client.beginPractice(BeginDraft("routine-phase-3", choices, PracticeReason.Free, null)), device, { nowMs }, { pass(it) })
            model.timeline.script.segments.forEach { segment ->
                segment.motion?.let { clips.getOrPut("$it ${segment.posture}") { FigureFrames(client.figureClip(it, segment.posture)) } }
            }
            model.send(PlayerEvent.Start)
            model.run()
        }

        // Frame by frame, at sixty a second.
        private suspend fun pass(ms: Long) {
            if (model.paused) return model.send(PlayerEvent.Resume)
            val until = nowMs + lateMs(ms)
            var frames = 0
            val from = nowMs
            while (nowMs < until) {
                nowMs = minOf(until, from + ++frames * 1_000L / FRAMES)
                frame()
            }
        }

        override fun close() = client.close()
    }

    private fun Cue.noticed(): Any? = when (val action = action) {
        is CueAction.Say -> action.text
        is CueAction.Chime -> action.chime
        is CueAction.Touch -> action.touch
        is CueAction.Breathe, is CueAction.Move -> null
    }

    private fun Run.expected() = model.timeline.script.cues.filter { it.noticed() != null }

    private fun assertFinished(run: Run) {
        assertIs<PracticeEnding.Finished>(run.model.ended?.ended?.ending)
        assertEquals(26 * 60_000, run.model.timeline.lengthMs)
        assertEquals(26 * 60_000, run.model.state.practisedMs.toInt())
    }

    private fun assertEveryCueOnce(run: Run) = assertEquals(run.expected().map { it.noticed() }, run.device.noted.map { it.what })

    @Test fun `every cue comes once, in step with the clock, and frames ask nobody`() {
        var worst = 0L
        var frames = 0
        val drawn = FloatArray(MOST_POINTS)
        val draw: Run.() -> Unit = {
            val before = calls
            val at = model.positionMs()
            val timeline = model.timeline
            val segment = timeline.segment(timeline.segmentAt(at))
            clips["${segment.motion} ${segment.posture}"]?.blend(timeline.phaseAt(at), drawn)
            timeline.ringAt(at)
            timeline.lineAt(at)
            timeline.captionAt(at)
            timeline.breathAt(at)
            if (model.playing) worst = maxOf(worst, abs(at - (nowMs - COUNT_IN_MS)))
            frames++
            check(calls == before) { "a frame asked the core" }
        }
        Run(frame = draw).use { run ->
            run.practise()
            assertFinished(run)
            assertEveryCueOnce(run)
            val late = run.expected().zip(run.device.noted).maxOf { (cue, noted) -> noted.atMs - COUNT_IN_MS - cue.atMs.toLong() }
            println("26 minutes: ${run.calls} calls into the core; the latest cue $late ms after its time, the figure at most $worst ms away from the clock")
            assertTrue(run.calls < MOST_CALLS, "${run.calls} calls into the core")
            assertTrue(frames > 26 * 60 * 59, "$frames frames")
            assertTrue(worst < MOST_DRIFT_MS, "$worst ms away from the clock")
            assertTrue(late in 0 until MOST_DRIFT_MS, "a cue came $late ms after its time")
        }
    }

    @Test fun `where the phone wakes late nothing comes twice, and what has no sense any more is left out`() {
        val lates = generateSequence(7L) { (it * 31 + 11) % 97 }.iterator()
        Run { it + lates.next() * 200 }.use { run ->
            run.practise()
            assertFinished(run)
            val cues = run.expected().iterator()
            for (noted in run.device.noted) {
                // After its last moment a script is at its end, however late it is on the clock.
                val atMs = minOf(noted.atMs - COUNT_IN_MS, 26 * 60_000L)
                val cue = generateSequence { cues.next() }.first { it.noticed() == noted.what && atMs <= it.atMs.toLong() + maxOf(it.lengthMs.toLong(), STALE_MS) }
                assertTrue(atMs >= cue.atMs.toLong(), "$noted before its time")
            }
            assertTrue(run.device.noted.size < run.expected().size, "some were over")
        }
    }

    @Test fun `where the app stood still nothing of that time counts, and every cue comes once when it goes on`() {
        var stood = 0
        val still: Run.(Long) -> Long = { ms -> if (model.positionMs() > (stood + 1) * 300_000) STILL_MS.also { stood++ } else ms }
        Run(longestTickMs = 5_000, lateMs = still).use { run ->
            run.practise()
            assertFinished(run)
            assertEveryCueOnce(run)
            assertEquals(5, stood)
            val pauses = run.nowMs - COUNT_IN_MS - 26 * 60_000
            assertTrue(pauses in 5 * (STILL_MS + COUNT_IN_MS)..5 * (STILL_MS + COUNT_IN_MS + 1_000), "$pauses ms more on the clock")
        }
    }

    private companion object {
        val LED = Guidance(8_000u, VoiceDetail.FULL, null, breathChimes = true, touches = true, otherSideFirst = false, warmUp = false, gratitude = false, intention = false)
        val COUNT_IN = listOf("3", "2", "1")
        const val FRAMES = 60
        const val COUNT_IN_MS = 3_000L
        const val STALE_MS = 2_000L
        const val STILL_MS = 20_000L
        const val MOST_CALLS = 2_000
        const val MOST_DRIFT_MS = 50L
        const val MOST_POINTS = 40_000
    }
}
