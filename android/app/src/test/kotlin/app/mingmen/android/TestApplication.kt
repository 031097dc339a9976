package app.mingmen.android

import android.os.SystemClock
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import java.io.File
import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import java.util.TimeZone
import java.util.concurrent.atomic.AtomicInteger
import kotlin.coroutines.CoroutineContext

/** A phone in London whose clock shows a Monday morning and goes with Robolectric's, and whose database a test may choose. */
class TestApplication : MingmenApplication() {
    private var bootedAt = MORNING.minusMillis(SystemClock.elapsedRealtime())

    /** Somebody sets the phone's clock. */
    fun setClock(to: Instant) {
        bootedAt = to.minusMillis(SystemClock.elapsedRealtime())
    }

    override val clock: Clock = object : Clock() {
        override fun instant(): Instant = bootedAt.plusMillis(SystemClock.elapsedRealtime())
        override fun getZone(): ZoneId = ZoneOffset.UTC
        override fun withZone(zone: ZoneId): Clock = throw UnsupportedOperationException("one zone is enough")
    }

    override var database: File = File("not yet")

    /** Where the core answers, and whether it still has something to answer. */
    internal val answers = Answers()

    override val answering: CoroutineDispatcher get() = answers

    private val cores = mutableMapOf<File, SharedCore>()

    /** One for each database: a process that was killed takes its core with it, and the next has another. */
    override val core: SharedCore get() = cores.getOrPut(database) { SharedCore(::openCore) }

    override fun onCreate() {
        super.onCreate()
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"))
        database = filesDir.resolve("mingmen.db")
    }

    private companion object {
        val MORNING: Instant = Instant.parse("2026-05-11T06:52:00Z")
    }
}

/** Answers on threads of its own, as the app does, and knows whether an answer is still to come. */
internal class Answers : CoroutineDispatcher() {
    private val asked = AtomicInteger()

    val areAllGiven: Boolean get() = asked.get() == 0

    override fun dispatch(context: CoroutineContext, block: Runnable) {
        asked.incrementAndGet()
        Dispatchers.IO.dispatch(context) {
            try {
                block.run()
            } finally {
                asked.decrementAndGet()
            }
        }
    }
}
