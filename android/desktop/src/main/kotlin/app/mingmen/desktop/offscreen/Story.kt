package app.mingmen.desktop.offscreen

import app.mingmen.core.HealthFix
import app.mingmen.core.MingmenClient
import app.mingmen.core.OpenOptions
import app.mingmen.core.PhoneLeave
import app.mingmen.core.Weekday
import app.mingmen.desktop.WINDOW_INSETS
import app.mingmen.desktop.bundledFonts
import app.mingmen.desktop.labelsFor
import app.mingmen.ui.MingmenApp
import app.mingmen.ui.onKey
import app.mingmen.ui.player.Ringing
import app.mingmen.ui.player.SilentDevice
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.theme.Look
import app.mingmen.ui.words.Label
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.runBlocking
import java.nio.file.Path
import java.time.Instant

/** Where and how a story is told. */
data class Telling(
    val database: Path,
    val screen: Screen,
    val look: Look,
    val startsAt: Instant = MONDAY_MORNING,
    val zone: String = "Europe/London",
    val country: String = "GB",
    val locale: String = "en",
    /** Gets each picture as it is kept: its name, what happened, and the phone that shows it. */
    val keep: (String, String, Phone) -> Unit,
)

private val MONDAY_MORNING: Instant = Instant.parse("2026-05-11T06:52:00Z")

/** A phone that shows, hands files over, and finds the one that it was told of. */
class PocketDevice : SilentDevice() {
    /** What was handed over: the names of the files and their texts. */
    val shared = mutableListOf<Pair<String, String>>()

    /** The file that is chosen next; `null` for one that cannot be read. */
    var chosen: ByteArray? = null

    /** It rings, and its person has not given leave for alarms on the minute yet. */
    override val ringing: Ringing = object : Ringing {
        override fun leave() = PhoneLeave(notifications = true, exactAlarms = false, battery = true)

        override fun fix(what: HealthFix) = Unit
    }

    override val share: (String, String) -> Boolean = { name, text -> shared.add(name to text) }
    override val openFile: ((ByteArray?) -> Unit) -> Unit = { it(chosen) }
}

/** A person and their phone: what they press is pressed, and what they see is kept, numbered, with a line on what happened. */
class Story(private val telling: Telling) : AutoCloseable {
    val labels = labelsFor(telling.locale)
    val time = FastTime(telling.startsAt, telling.zone)
    val device = PocketDevice()
    private var pictures = 0
    private var seeds = 0u
    private lateinit var core: MingmenClient
    private lateinit var scope: CoroutineScope

    lateinit var state: MingmenAppState
        private set
    lateinit var phone: Phone
        private set

    init {
        open()
    }

    /** Opens the app on its file, as after a tap on its icon. */
    private fun open() {
        val seed = ByteArray(SEED_BYTES) { (time.monotonicMs + it).toByte() }
        val options = OpenOptions(telling.database.toString(), seed, telling.locale, telling.country)
        core = runBlocking { MingmenClient.open(options, time::now, Dispatchers.Unconfined) }
        scope = CoroutineScope(SupervisorJob() + Dispatchers.Unconfined)
        state = MingmenAppState(core, scope, device, time::monotonicMs, time::wait, newSeed = { seeds++ }, weekBegins = Weekday.MONDAY, zone = { telling.zone })
        val look = telling.look.copy(insets = WINDOW_INSETS)
        val shown = state
        val fonts = bundledFonts(telling.screen.textScale)
        phone = Phone(telling.screen, time, shown::onKey) { MingmenApp(shown, labels, fonts, look) }
        state.start()
        phone.settle()
    }

    /** Ends the app without a word to it, as a system does that needs the memory, and opens it again at [later]. */
    fun killAndReopen(later: Instant) {
        phone.close()
        scope.cancel()
        core.close()
        time.jumpTo(later)
        open()
    }

    /** What happened without the app being seen: asked of the core, which the app shows when it is opened next. */
    fun <T> meanwhile(ask: suspend MingmenClient.() -> T): T = runBlocking { core.ask() }

    /** The words of a label as this phone shows them. */
    fun label(label: Label, vararg with: Any): String = if (with.isEmpty()) labels[label] else labels.format(label, *with)

    fun press(label: Label, vararg with: Any) = phone.press(label(label, *with))

    /** Keeps what is on the screen under its number and [name], and says in a [line] what happened. */
    fun keep(name: String, line: String) {
        pictures += 1
        telling.keep("%02d-%s".format(pictures, name), line, phone)
    }

    override fun close() {
        phone.close()
        scope.cancel()
        core.close()
    }

    private companion object {
        const val SEED_BYTES = 32
    }
}
