package app.mingmen.desktop.offscreen

import app.mingmen.core.MingmenClient
import app.mingmen.core.Now
import app.mingmen.core.of
import app.mingmen.desktop.ComputerDevice
import app.mingmen.desktop.UsageError
import app.mingmen.desktop.WINDOW_INSETS
import app.mingmen.desktop.bundledFonts
import app.mingmen.desktop.labelsFor
import app.mingmen.desktop.options
import app.mingmen.ui.MingmenApp
import app.mingmen.ui.player.PlayerModel
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Look
import app.mingmen.ui.words.Label
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.runBlocking
import java.nio.file.Files
import java.time.Clock
import java.time.ZoneId

/**
 * Leads a whole practice of a [routine] by the computer's clock, with the app's own screen drawn sixty times a second, and stops the
 * whole program for a while half-way, as a computer does that sleeps. It tells how far cues and figure were from the clock on the
 * wall, and gives whether that was near enough.
 */
fun practiseInRealTime(routine: String, tell: (String) -> Unit): Boolean = RealTimePractice(routine, tell).use(RealTimePractice::practise)

private class RealTimePractice(private val routine: String, private val tell: (String) -> Unit) : AutoCloseable {
    private val time = RealTime()
    private val inStep = InStep({ model.timeline.script.cues }, System::currentTimeMillis)
    private val computer = ComputerDevice()
    private val device = Timed(computer, inStep) { model.state.positionMs.toLong() }
    private val labels = labelsFor(LANGUAGE)
    private val core = runBlocking {
        val database = Files.createTempDirectory("mingmen-real-time").resolve("day.sqlite")
        MingmenClient.open(options(database, LANGUAGE), { Now.of(Clock.systemUTC(), ZoneId.systemDefault()) })
    }
    private val scope = CoroutineScope(SupervisorJob() + time)
    private val state = MingmenAppState(core, scope, device, time::monotonicMs, ticking = Dispatchers.Default)
    private val fonts = bundledFonts(1f)
    private val phone = Phone(Screen(density = 1f), time) { MingmenApp(state, labels, fonts, Look(insets = WINDOW_INSETS)) }
    private val model: PlayerModel get() = (state.place as Place.Playing).model

    fun practise(): Boolean {
        state.start()
        begins()
        val led = model
        leads(led)
        val practised = led.ended?.ended?.practisedMs?.toInt()
        if (practised != led.timeline.lengthMs) inStep.fault("$practised ms were counted of ${led.timeline.lengthMs}")
        tell(measured(led))
        inStep.faultsAtTheEnd().forEach(tell)
        return inStep.faultsAtTheEnd().isEmpty()
    }

    private fun begins() {
        waitUntil { state.place is Place.Welcome }
        press(Label.BEGIN)
        repeat(2) { page ->
            waitUntil { (state.place as? Place.Screening)?.page == page }
            phone.press((state.place as Place.Screening).form.pages[page].none)
        }
        waitUntil { state.place is Place.FirstBreath }
        press(Label.LOOK_AROUND)
        waitUntil { state.place is Place.AtLibrary }
        val lines = (state.place as Place.AtLibrary).page.routines.map { it.link }
        phone.press(lines.firstOrNull { it.id == routine }?.title ?: throw UsageError("--real-time is one of ${lines.joinToString { it.id }}"))
        waitUntil { state.place is Place.AtRoutine }
        val card = checkNotNull((state.place as Place.AtRoutine).card) { "$routine cannot be practised by itself" }
        press(Label.BEGIN_MINUTES, card.choices.minutes.toInt())
        waitUntil { state.place is Place.Ready }
        press(Label.START_WITHOUT)
        waitUntil { state.place is Place.Playing }
        tell("${clock(model.timeline.lengthMs)} of ${model.timeline.script.title} begin")
    }

    private fun leads(model: PlayerModel) {
        var minute = 0
        var stops = false
        var seenMs = System.currentTimeMillis()
        while (model.ended == null) {
            val before = model.positionMs()
            frame()
            val now = System.currentTimeMillis()
            if (stops && now - seenMs > STOPPED_MS) goesOn(model, before, now - seenMs) else if (model.playing) inStep.shows(model.positionMs())
            seenMs = now
            if (!stops && before > model.timeline.lengthMs / 2) {
                stops = true
                stop()
            }
            if (before / MINUTE_MS > minute) tell("${clock(++minute * MINUTE_MS)}  ${inStep.performed} cues, at most ${inStep.furthestCueMs} ms from their moments")
        }
    }

    // A press finds the player held; whoever comes back to a computer that slept presses the same.
    private fun goesOn(model: PlayerModel, before: Int, stoodMs: Long) {
        inStep.holds()
        tell("it stood still for ${stoodMs / 1_000.0} s at ${clock(before)}")
        waitUntil { model.paused || model.ended != null }
        val counted = model.positionMs() - before
        if (counted > 0) inStep.fault("$counted ms were counted while it stood still")
        press(Label.GO_ON)
    }

    /** Stops this whole program and has it continued from outside. */
    private fun stop() {
        val own = ProcessHandle.current().pid()
        ProcessBuilder("sh", "-c", "kill -STOP $own; sleep $STANDS_S; kill -CONT $own").start()
    }

    private fun frame() {
        val wait = FRAME_MS - time.monotonicMs % FRAME_MS
        phone.pass(wait, FRAME_MS)
    }

    private fun press(label: Label, vararg with: Any) = phone.press(if (with.isEmpty()) labels[label] else labels.format(label, *with))

    private fun waitUntil(isSo: () -> Boolean) {
        repeat(MOST_WAITS) {
            if (isSo()) return phone.settle()
            frame()
        }
        error("it did not come to that; the page says ${phone.words()}")
    }

    private fun measured(model: PlayerModel): String =
        "${clock(model.timeline.lengthMs)} practised: ${inStep.performed} cues, at most ${inStep.furthestCueMs} ms from their moments " +
            "(at ${clock(inStep.furthestCueAtMs.toInt())}; half of them within ${inStep.cuesWithinMs(50)} ms, 99 of 100 within ${inStep.cuesWithinMs(99)} ms); " +
            "the figure at most ${inStep.furthestFigureMs} ms away from the clock, in ${inStep.frames} frames"

    private fun clock(ms: Int) = "%d:%02d".format(ms / MINUTE_MS, ms % MINUTE_MS / 1_000)

    override fun close() {
        phone.close()
        scope.cancel()
        computer.close()
        core.close()
    }

    private companion object {
        const val LANGUAGE = "en"
        const val FRAME_MS = 16L
        const val MINUTE_MS = 60_000
        const val STANDS_S = 20
        const val STOPPED_MS = 5_000
        const val MOST_WAITS = 2_000
    }
}
