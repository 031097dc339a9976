package app.mingmen.core

import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import java.time.ZoneOffset
import kotlin.reflect.full.declaredFunctions
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotEquals
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.io.TempDir

@OptIn(ExperimentalCoroutinesApi::class)
class MingmenClientTest {
    @TempDir
    lateinit var folder: Path

    private suspend fun TestScope.client(now: () -> Now = { morning }) =
        MingmenClient.open(optionsIn(folder), now, StandardTestDispatcher(testScheduler))

    @Test
    fun `a write says what it changed, and a read says nothing`() = runTest {
        client().use { client ->
            val changes = mutableListOf<Set<Subject>>()
            backgroundScope.launch { client.changes.collect(changes::add) }
            runCurrent()
            client.today()
            val made = client.answerScreening(emptyList())
            runCurrent()
            assertEquals(listOf(made.changes.toSet()), changes)
        }
    }

    @Test
    fun `a write of a caller that went away meanwhile is announced all the same`() = runTest {
        lateinit var caller: Job
        val core = openIn(folder)
        val leaving = object : MingmenInterface by core {
            override fun logPractice(draft: EnteredPracticeDraft, now: Now) =
                core.logPractice(draft, now).also { caller.cancel() }
        }
        MingmenClient(leaving, { morning }, StandardTestDispatcher(testScheduler)).use { client ->
            val changes = mutableListOf<Set<Subject>>()
            backgroundScope.launch { client.changes.collect(changes::add) }
            var told = false
            caller = launch {
                client.logPractice(EnteredPracticeDraft(LocalDate.of(2026, 3, 2), 10u, null, null))
                told = true
            }
            caller.join()
            runCurrent()
            assertEquals(1 to false, changes.size to told)
        }
    }

    @Test
    fun `the clock is read at each call`() = runTest {
        var now = morning
        client { now }.use { client ->
            val today = client.today().date
            now = morning.copy(instant = morning.instant.plusSeconds(86_400))
            assertEquals(today.plusDays(1), client.today().date)
        }
    }

    @Test
    fun `nothing runs before its dispatcher does`() = runTest {
        client().use { client ->
            val page = launch { client.today() }
            assertEquals(false, page.isCompleted)
            runCurrent()
            assertEquals(true, page.isCompleted)
        }
    }

    @Test
    fun `a client that was closed says so, and closes again`() = runTest {
        val client = client()
        client.close()
        client.close()
        assertFailsWith<MingmenException.Closed> { client.today() }
    }

    @Test
    fun `the client has each function of the core`() {
        val core = MingmenInterface::class.declaredFunctions.map { it.name }.toSet() - "shutDown"
        val client = MingmenClient::class.declaredFunctions.map { it.name }.toSet()
        assertEquals(emptySet(), core - client)
    }

    @Test
    fun `now is the clock's instant in the zone that is given, or its own`() {
        val clock = Clock.fixed(Instant.parse("2026-03-29T01:30:00Z"), ZoneOffset.UTC)
        assertEquals(Now(clock.instant(), "Europe/London"), Now.of(clock, ZoneId.of("Europe/London")))
        assertEquals("Z", Now.of(clock).zone)
    }

    @Test
    fun `a seed has 32 bytes and is new each time`() {
        assertEquals(32, randomSeed().size)
        assertNotEquals(randomSeed().toList(), randomSeed().toList())
    }
}
