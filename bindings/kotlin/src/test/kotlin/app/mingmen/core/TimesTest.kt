package app.mingmen.core

import java.nio.file.Path
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import org.junit.jupiter.api.io.TempDir

class TimesTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `an instant crosses to the millisecond, before 1970 and after`() {
        for (ms in listOf(-62_135_596_800_000, -1, 0, 1, 999, 1_772_438_400_250, 253_402_300_799_999)) {
            val instant = Instant.ofEpochMilli(ms)
            assertEquals(instant, FfiConverterTypeInstant.lift(FfiConverterTypeInstant.lower(instant)))
        }
    }

    @Test
    fun `what an instant has beyond its milliseconds is rounded down`() {
        assertEquals(-1, millisOf(Instant.ofEpochSecond(-1, 999_999_999)))
        assertEquals(0, millisOf(Instant.ofEpochSecond(0, 999_999)))
    }

    @Test
    fun `instants beyond a count of milliseconds are its first and last`() {
        assertEquals(Long.MIN_VALUE, millisOf(Instant.MIN))
        assertEquals(Long.MAX_VALUE, millisOf(Instant.MAX))
    }

    @Test
    fun `a date crosses as itself, leap days and far years too`() {
        for (text in listOf("0000-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "2026-03-29", "9999-12-31")) {
            val date = LocalDate.parse(text)
            assertEquals(date, FfiConverterTypeCivilDate.lift(FfiConverterTypeCivilDate.lower(date)))
        }
    }

    @Test
    fun `dates beyond a count of days do not wrap`() {
        assertEquals(Int.MIN_VALUE, epochDayOf(LocalDate.MIN))
        assertEquals(Int.MAX_VALUE, epochDayOf(LocalDate.MAX))
    }

    @Test
    fun `every minute of a day crosses as itself`() {
        for (minute in 0L until 24 * 60) {
            val time = LocalTime.MIDNIGHT.plusMinutes(minute)
            assertEquals(time, FfiConverterTypeWallTime.lift(FfiConverterTypeWallTime.lower(time)))
        }
    }

    @Test
    fun `what a plan begins with comes back as it was given`(): Unit = openIn(folder).use { mingmen ->
        val latest = WeeklySlot(Weekday.SUNDAY, LocalTime.of(23, 59))
        val slots = listOf(WeeklySlot(Weekday.MONDAY, LocalTime.MIDNIGHT), latest)
        val draft = mingmen.enrolForm(null, null, morning).preset.copy(startsOn = LocalDate.of(2026, 3, 29), slots = slots)
        mingmen.enrol(draft, morning)
        val kept = mingmen.enrolments().single()
        assertEquals(draft, kept.start)
        assertEquals(morning.instant, kept.enrolledAt)
    }

    @Test
    fun `the first and last instants are refused`(): Unit = openIn(folder).use { mingmen ->
        for (instant in listOf(Instant.MIN, Instant.EPOCH.minusMillis(1), Instant.MAX)) {
            val then = morning.copy(instant = instant)
            val refused = assertFailsWith<MingmenException.InvalidInput> { mingmen.today(then) }
            assertEquals("now.instant", refused.field)
        }
    }

    @Test
    fun `the first and last dates are refused`(): Unit = openIn(folder).use { mingmen ->
        for (date in listOf(LocalDate.MIN, LocalDate.MAX)) {
            assertEquals("date", assertFailsWith<MingmenException.InvalidInput> { mingmen.dayLog(date) }.field)
        }
    }

    @Test
    fun `a wall time with parts of a second is refused and not cut`(): Unit = openIn(folder).use { mingmen ->
        for (time in listOf(LocalTime.MAX, LocalTime.of(8, 0, 0, 1))) {
            val draft = mingmen.enrolForm(null, null, morning).preset.copy(slots = listOf(WeeklySlot(Weekday.MONDAY, time)))
            val refused = assertFailsWith<MingmenException.InvalidInput> { mingmen.enrol(draft, morning) }
            assertEquals("slots[0].time", refused.field)
        }
        assertEquals(emptyList(), mingmen.enrolments())
    }
}
