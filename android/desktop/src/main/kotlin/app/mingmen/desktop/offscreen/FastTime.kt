package app.mingmen.desktop.offscreen

import app.mingmen.core.Now
import kotlinx.coroutines.CancellableContinuation
import kotlinx.coroutines.suspendCancellableCoroutine
import java.time.Instant
import kotlin.coroutines.resume

/** A clock that stands still until it is told to go on, and then goes as fast as the computer can. */
class FastTime(private var start: Instant, private val zone: String) : StoryTime {
    private class Waiting(val until: Long, val continuation: CancellableContinuation<Unit>)

    private val waiting = mutableListOf<Waiting>()

    /** Milliseconds since this clock was made. */
    override var monotonicMs = 0L
        private set

    fun now() = Now(start.plusMillis(monotonicMs), zone)

    /** Suspends until [ms] have gone by on this clock. */
    suspend fun wait(ms: Long) = suspendCancellableCoroutine { continuation -> waiting += Waiting(monotonicMs + ms, continuation) }

    /** Lets [ms] go by, waking whoever waits at the moment it waits for. */
    override fun pass(ms: Long) {
        val end = monotonicMs + ms
        while (true) {
            val next = waiting.filter { it.until <= end }.minByOrNull { it.until } ?: break
            waiting -= next
            monotonicMs = maxOf(monotonicMs, next.until)
            if (next.continuation.isActive) next.continuation.resume(Unit)
        }
        monotonicMs = end
    }

    /** Moves the calendar to a later moment; nobody who waits notices, as when a phone lay switched off. */
    fun jumpTo(instant: Instant) {
        start = instant.minusMillis(monotonicMs)
        waiting.clear()
    }
}
