package app.mingmen.ui.state

import app.mingmen.core.Weekday
import java.time.LocalDate
import java.time.temporal.WeekFields
import java.util.Locale

/** What there is to say once the calendar was handed over. */
sealed interface CalendarRemark {
    /** [words] of the core: what is in the file, and what to do with it. */
    data class Says(val words: String) : CalendarRemark

    /** The file could not be written. */
    data object NotWritten : CalendarRemark
}

/** The calendar, month by month. */
internal class MonthFlow(private val app: MingmenAppState) {
    /** Opens the month that today is in. */
    fun open() = app.run { app.go(at(app.core.today().date)) }

    /** The month before or after the one shown. */
    fun turn(at: Place.AtMonth, months: Long) = app.run { app.place = at(at.month.plusMonths(months)) }

    /** The person is back after a while: today may be another day. */
    fun again(at: Place.AtMonth) = app.run { app.place = at.copy(page = app.core.month(at.month, app.weekBegins)) }

    /** Says what there is on a day. */
    fun choose(at: Place.AtMonth, day: LocalDate) {
        app.place = at.copy(chosen = day)
    }

    /** Hands the plan and the classes over as a file, for the person's own calendar app. Where nothing is planned there is none. */
    fun handOver(at: Place.AtMonth) = app.run {
        val share = app.device.share ?: return@run
        val file = app.core.calendarFile()
        val isOut = file.text.isEmpty() || share(file.fileName, file.text)
        app.place = at.copy(remark = if (isOut) CalendarRemark.Says(file.says) else CalendarRemark.NotWritten)
    }

    // Where today is in it, today is what is told of first.
    private suspend fun at(date: LocalDate): Place.AtMonth {
        val page = app.core.month(date, app.weekBegins)
        return Place.AtMonth(page, date.withDayOfMonth(1), page.days.firstOrNull { it.isToday && it.inMonth }?.date)
    }
}

/** The day on which a week begins where the person lives. */
fun weekBegins(locale: Locale = Locale.getDefault()): Weekday = Weekday.entries[WeekFields.of(locale).firstDayOfWeek.ordinal]
