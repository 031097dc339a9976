package app.mingmen.core

import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.junit.jupiter.api.io.TempDir

class ThreadsTest {
    @TempDir
    lateinit var folder: Path

    private fun <T> onThreads(count: Int, work: (Int) -> T): List<T> {
        val together = CountDownLatch(count)
        val pool = Executors.newFixedThreadPool(count)
        try {
            val tasks = (0 until count).map { index ->
                Callable {
                    together.countDown()
                    together.await()
                    work(index)
                }
            }
            return pool.invokeAll(tasks).map { it.get() }
        } finally {
            pool.shutdown()
        }
    }

    @Test
    fun `what many threads keep is all kept, and nobody reads half of it`(): Unit = openIn(folder).use { mingmen ->
        val today = mingmen.today(morning).date
        val draft = EnteredPracticeDraft(today, 10u, null, null)
        val seen = onThreads(8) {
            List(10) {
                mingmen.logPractice(draft, morning)
                mingmen.today(morning).week.minutesDone.toInt()
            }
        }
        assertTrue(seen.flatten().all { it % 10 == 0 })
        assertEquals(80, mingmen.dayLog(today).practices.map { it.id }.toSet().size)
    }

    @Test
    fun `shutting down under calls of other threads gives an answer or closed, never a crash`() {
        repeat(20) { round ->
            val mingmen = Mingmen(optionsIn(folder, "round-$round.db"), morning)
            val answers = onThreads(6) { index ->
                if (index == 0) mingmen.shutDown()
                runCatching { mingmen.today(morning) }
            }
            val errors = answers.mapNotNull { it.exceptionOrNull() }
            assertEquals(emptyList(), errors.filterNot { it is MingmenException.Closed })
            mingmen.close()
        }
    }
}
