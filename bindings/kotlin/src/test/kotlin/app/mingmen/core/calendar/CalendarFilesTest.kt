package app.mingmen.core.calendar

import java.nio.file.Path
import java.time.Instant
import java.time.LocalDateTime
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter
import java.time.temporal.Temporal
import kotlin.io.path.inputStream
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.nameWithoutExtension
import kotlin.io.path.readLines
import kotlin.io.path.readText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import net.fortuna.ical4j.data.CalendarBuilder
import net.fortuna.ical4j.model.Period
import net.fortuna.ical4j.model.component.VEvent
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory

/** What the tests of the core left in `target/calendars`, read by ical4j, which takes each zone from the file itself. */
class CalendarFilesTest {
    private val files = Path.of(System.getProperty("calendars.dir")).let { folder ->
        check(folder.toFile().isDirectory) { "no calendar files: `cargo xtask test core` leaves them" }
        folder.listDirectoryEntries("*.ics").sorted()
    }

    @TestFactory
    fun `everything takes place when the core says so`(): List<DynamicTest> = files.map { file ->
        dynamicTest(file.nameWithoutExtension) {
            val listed = file.resolveSibling("${file.nameWithoutExtension}.txt").readLines().toSet()
            val found = events(file).flatMap(::lines).toSet()
            val readOtherwise = readOtherwise[file.nameWithoutExtension].orEmpty()
            assertEquals(readOtherwise.keys, listed - found, "not found")
            assertEquals(readOtherwise.values.toSet(), found - listed, "found and not listed")
        }
    }

    @Test
    fun `text comes through as it was`() {
        val events = files.filterNot { it.nameWithoutExtension == "plan-and-class" }.flatMap(::events)
        assertTrue(events.size > 1_000)
        assertEquals(setOf("Time for yourself; slowly, softly"), events.map { it.summary?.value }.toSet())
        assertEquals(setOf("命门 \\ a chair,\na mat"), events.map { it.description?.value }.toSet())
    }

    private fun events(file: Path): List<VEvent> =
        file.inputStream().use { CalendarBuilder().build(it) }.getComponents("VEVENT")

    /** A line as the core's list has it for each time that an event takes place. */
    private fun lines(event: VEvent): List<String> {
        val name = "${event.uid.get().value} ${event.sequence?.sequenceNo}"
        if (event.status?.value == "CANCELLED") return listOf("$name cancelled")
        return times(event).map { "$name $it" }
    }

    private fun times(event: VEvent): List<String> {
        val floats = event.getDateTimeStart<Temporal>()?.date is LocalDateTime
        val (first, last) = LocalDateTime.of(1970, 1, 1, 0, 0) to LocalDateTime.of(2100, 1, 1, 0, 0)
        val ever = if (floats) Period(first, last) else Period(first.atZone(ZoneOffset.UTC), last.atZone(ZoneOffset.UTC))
        return event.calculateRecurrenceSet<Temporal>(ever).map { written(it.start) }
    }

    private fun written(start: Temporal): String = when (start) {
        is LocalDateTime -> start.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
        is ZonedDateTime -> start.toInstant().toString()
        is OffsetDateTime -> start.toInstant().toString()
        is Instant -> start.toString()
        else -> error("a time of the kind ${start::class}")
    }

    private companion object {
        /**
         * What ical4j finds, by what the core lists. A time that occurs twice is the first one by RFC 5545, section 3.3.5;
         * where clocks go back from daylight saving time, ical4j takes the second.
         */
        val readOtherwise: Map<String, Map<String, String>> = mapOf(
            "America-St_Johns" to mapOf(
                "America_St_Johns-2010-01-03-0 0 2010-11-07T02:30:00Z" to "America_St_Johns-2010-01-03-0 0 2010-11-07T03:30:00Z",
                "America_St_Johns-2010-01-03-2 0 2011-11-06T04:00:00Z" to "America_St_Johns-2010-01-03-2 0 2011-11-06T05:00:00Z",
            ),
            "Antarctica-Troll" to mapOf(
                "Antarctica_Troll-2026-01-04-2 0 2026-10-24T23:30:00Z" to "Antarctica_Troll-2026-01-04-2 0 2026-10-25T01:30:00Z",
                "Antarctica_Troll-2026-01-04-2 0 2027-10-30T23:30:00Z" to "Antarctica_Troll-2026-01-04-2 0 2027-10-31T01:30:00Z",
                "Antarctica_Troll-2026-01-04-3 0 2026-10-25T00:00:00Z" to "Antarctica_Troll-2026-01-04-3 0 2026-10-25T02:00:00Z",
                "Antarctica_Troll-2026-01-04-3 0 2027-10-31T00:00:00Z" to "Antarctica_Troll-2026-01-04-3 0 2027-10-31T02:00:00Z",
                "Antarctica_Troll-2026-01-04-4 0 2026-10-25T00:45:00Z" to "Antarctica_Troll-2026-01-04-4 0 2026-10-25T02:45:00Z",
                "Antarctica_Troll-2026-01-04-4 0 2027-10-31T00:45:00Z" to "Antarctica_Troll-2026-01-04-4 0 2027-10-31T02:45:00Z",
            ),
            "Europe-Dublin" to mapOf(
                "Europe_Dublin-2026-01-04-2 0 2026-10-25T00:30:00Z" to "Europe_Dublin-2026-01-04-2 0 2026-10-25T01:30:00Z",
                "Europe_Dublin-2026-01-04-2 0 2027-10-31T00:30:00Z" to "Europe_Dublin-2026-01-04-2 0 2027-10-31T01:30:00Z",
            ),
            "Europe-London" to mapOf(
                "Europe_London-2026-01-04-2 0 2026-10-25T00:30:00Z" to "Europe_London-2026-01-04-2 0 2026-10-25T01:30:00Z",
                "Europe_London-2026-01-04-2 0 2027-10-31T00:30:00Z" to "Europe_London-2026-01-04-2 0 2027-10-31T01:30:00Z",
            ),
        )
    }
}
