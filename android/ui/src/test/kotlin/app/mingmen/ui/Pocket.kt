package app.mingmen.ui

import app.mingmen.core.MingmenClient
import app.mingmen.core.Now
import app.mingmen.core.OpenOptions
import app.mingmen.core.PlayerEvent
import app.mingmen.core.Weekday
import app.mingmen.ui.player.Outside
import app.mingmen.ui.player.SilentDevice
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancel
import kotlinx.coroutines.runBlocking
import java.nio.file.Files
import java.time.Instant

/** The state of the app over the real core, without a screen: whatever is asked is done when the call comes back. Time passes only by [play]. */
internal class Pocket(newSeed: () -> UInt = seeds()) : AutoCloseable {
    /** A device that keeps what it is handed, unless it [fails], and remembers what it was asked for. */
    class Keeper : SilentDevice() {
        var speaks = false
        override val canSpeak get() = speaks
        var ducks = false
        override fun duck(on: Boolean) {
            ducks = on
        }

        var outside: Outside? = null
        var shownTimes = 0
        override fun showOutside(practice: Outside?) {
            outside = practice
            shownTimes++
        }

        val shared = mutableListOf<Pair<String, String>>()
        var fails = false
        override val share: (String, String) -> Boolean = { name, text -> !fails && shared.add(name to text) }
    }

    private var monotonicMs = 0L

    /** What happens while something is waited for: nothing, and it never ends, unless a test lets it. */
    var waiting: suspend (Long) -> Unit = { awaitCancellation() }
    val device = Keeper()
    var now: Instant = Instant.parse("2026-05-11T06:52:00Z")
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Unconfined)
    val core: MingmenClient = runBlocking {
        val file = Files.createTempDirectory("mingmen-pocket").resolve("pocket.sqlite").toString()
        MingmenClient.open(OpenOptions(file, ByteArray(SEED_BYTES), "en", "GB"), { Now(now, ZONE) }, Dispatchers.Unconfined)
    }
    val state = MingmenAppState(core, scope, device, { monotonicMs }, { waiting(it) }, newSeed = newSeed, weekBegins = Weekday.MONDAY, zone = { ZONE })

    init {
        ask { answerScreening(emptyList()) }
        state.start()
    }

    /** Lets seconds of the running practice go by, and tells the core of each. */
    fun play(seconds: Int) = repeat(seconds) {
        monotonicMs += 1_000
        now = now.plusSeconds(1)
        (state.place as? Place.Playing)?.let { state.practice.send(it.model, PlayerEvent.Tick) }
    }

    fun <T> ask(question: suspend MingmenClient.() -> T): T = runBlocking { core.question() }

    /** The page that is shown, which must be of this kind. */
    inline fun <reified T : Place> at(): T = checkNotNull(state.place as? T) { "the page is ${state.place}, with ${state.trouble}" }

    override fun close() {
        scope.cancel()
        core.close()
    }

    companion object {
        private const val SEED_BYTES = 32
        private const val ZONE = "Europe/London"

        /** 0, 1, 2 and so on. */
        fun seeds(): () -> UInt {
            var next = 0u
            return { next++ }
        }
    }
}
