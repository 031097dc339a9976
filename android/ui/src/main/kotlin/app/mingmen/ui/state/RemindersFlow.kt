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
        val coming = (app.place as? Place.AtReminders)?.testComing
        val page = app.core.remindersPage(leave)
        val until = page.settings.quietUntil
        app.place = Place.AtReminders(page, until?.let { app.core.daysAround(it)[it] }.orEmpty(), coming)
    }

    /** Lets one reminder ring in a moment, by the way that all go. Once it has, the page shows what became of it. */
    fun test() = app.run {
        val at = app.place as? Place.AtReminders ?: return@run
        app.place = at.copy(testComing = app.core.ringTest().says)
        app.later(TEST_IS_OVER_MS) {
            val then = app.place as? Place.AtReminders ?: return@later
            app.place = then.copy(testComing = null)
            show()
        }
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

    private companion object {
        /** A test rings in ten seconds, and an alarm that may not be exact a little later. */
        const val TEST_IS_OVER_MS = 12_000L
    }
}
