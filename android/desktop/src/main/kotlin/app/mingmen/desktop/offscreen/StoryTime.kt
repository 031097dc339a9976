package app.mingmen.desktop.offscreen

import kotlinx.coroutines.CoroutineDispatcher
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import kotlin.coroutines.CoroutineContext

/** A clock that a phone without glass lives by: time passes on it when it is told to. */
interface StoryTime {
    /** Milliseconds from some moment on; they only ever go forward. */
    val monotonicMs: Long

    /** Lets [ms] go by, in which whatever is due is done. */
    fun pass(ms: Long)
}

/** The computer's own time, and the one thread on which a page lives: what is asked of it is done while time goes by. */
class RealTime : CoroutineDispatcher(), StoryTime {
    private val asked = LinkedBlockingQueue<Runnable>()

    override val monotonicMs: Long get() = System.nanoTime() / NANOS_PER_MS

    override fun dispatch(context: CoroutineContext, block: Runnable) {
        asked += block
    }

    override fun pass(ms: Long) {
        val until = System.nanoTime() + ms * NANOS_PER_MS
        do {
            asked.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS)?.run()
        } while (System.nanoTime() < until)
    }

    private companion object {
        const val NANOS_PER_MS = 1_000_000L
    }
}
