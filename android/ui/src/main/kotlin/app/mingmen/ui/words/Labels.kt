package app.mingmen.ui.words

import androidx.compose.runtime.Composable
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.runtime.staticCompositionLocalOf
import app.mingmen.core.Weekday
import java.time.LocalDate

/** The words of buttons and headings: each platform's own resource. Sentences with content come from the core instead. */
interface Labels {
    /** The words for a label, with `%1$s` and the like still in them. */
    operator fun get(label: Label): String

    /** The words for a label with its gaps filled in. */
    fun format(label: Label, vararg with: Any): String = this[label].format(*with)
}

private val LocalLabels = staticCompositionLocalOf<Labels> { error("no labels were provided") }

/** Hands the labels to every composable below; see [words]. */
fun provide(labels: Labels) = LocalLabels provides labels

/** The labels of this platform. */
val words: Labels @Composable @ReadOnlyComposable get() = LocalLabels.current

/** The weekday of a date. */
val LocalDate.weekday: Weekday get() = Weekday.entries[dayOfWeek.value - 1]

/** "Mon". */
fun Labels.short(day: Weekday): String = this[
    when (day) {
        Weekday.MONDAY -> Label.MON
        Weekday.TUESDAY -> Label.TUE
        Weekday.WEDNESDAY -> Label.WED
        Weekday.THURSDAY -> Label.THU
        Weekday.FRIDAY -> Label.FRI
        Weekday.SATURDAY -> Label.SAT
        Weekday.SUNDAY -> Label.SUN
    },
]

/** "Monday". */
fun Labels.long(day: Weekday): String = this[
    when (day) {
        Weekday.MONDAY -> Label.MONDAY
        Weekday.TUESDAY -> Label.TUESDAY
        Weekday.WEDNESDAY -> Label.WEDNESDAY
        Weekday.THURSDAY -> Label.THURSDAY
        Weekday.FRIDAY -> Label.FRIDAY
        Weekday.SATURDAY -> Label.SATURDAY
        Weekday.SUNDAY -> Label.SUNDAY
    },
]
