package app.mingmen.ui.state

import app.mingmen.core.HealthFix
import app.mingmen.core.PhoneLeave
import app.mingmen.core.ReminderSettings
import java.time.LocalDate

/** Reminders: what rings, whether it will, and why something did not. */
internal class RemindersFlow(private val app: MingmenAppState) {
    private val leave get() = app.device.ringing?.leave() ?: PhoneLeave(null, null, null)

    fun open() = app.run { show() }

    private suspend fun show() {
        val page = app.core.remindersPage(leave)
        val until = page.settings.quietUntil
        app.place = Place.AtReminders(page, until?.let { app.core.daysAround(it)[it] }.orEmpty())
    }

    /** Sets at once: there is nothing to save, and each press can be taken back by another. */
    fun set(settings: ReminderSettings) = app.run {
        app.core.setReminders(settings)
        show()
    }

    /** Opens the phone's own page that mends it; what it changed is seen when the person comes back. */
    fun fix(what: HealthFix) {
        app.device.ringing?.fix(what)
    }

    fun day(date: LocalDate) = app.run { app.go(Place.AtReminderDay(app.core.reminderDay(date))) }
}
