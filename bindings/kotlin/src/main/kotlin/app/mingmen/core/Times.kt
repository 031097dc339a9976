package app.mingmen.core

import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime

// How the dates and times of java.time cross to the core. None of these can fail: what the core's own types cannot
// hold goes over as a value that the core refuses as invalid input.

/** Milliseconds since 1970, rounded down; the first or last that a [Long] holds where there are too many. */
internal fun millisOf(instant: Instant): Long = try {
    instant.toEpochMilli()
} catch (_: ArithmeticException) {
    if (instant.epochSecond < 0) Long.MIN_VALUE else Long.MAX_VALUE
}

/** Days since 1970-01-01; the first or last that an [Int] holds where there are too many. */
internal fun epochDayOf(date: LocalDate): Int =
    date.toEpochDay().coerceIn(Int.MIN_VALUE.toLong(), Int.MAX_VALUE.toLong()).toInt()

/** Seconds since midnight; one past the last where there are parts of a second, for no clock on a wall shows those. */
internal fun secondOfDayOf(time: LocalTime): UInt =
    if (time.nano == 0) time.toSecondOfDay().toUInt() else SECONDS_OF_A_DAY

private const val SECONDS_OF_A_DAY = 86_400u
