package app.mingmen.android.remind

import app.mingmen.android.SharedCore
import app.mingmen.core.LookReason
import app.mingmen.core.MingmenClient
import app.mingmen.core.MingmenException
import app.mingmen.core.PhoneReport
import app.mingmen.core.ReminderAnswer
import app.mingmen.core.ReminderId
import app.mingmen.core.ReminderLook
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/**
 * Keeps the phone's reminders as the core has them. Android forgets alarms with each restart and says nothing when it takes leave
 * back, so every chance to look is taken; one alarm leads to the next.
 */
internal class Reminding(private val core: SharedCore, private val leave: Leave, private val alarm: Alarm, private val notices: ReminderNotices) {
    private val one = Mutex()

    /** Looks at the phone, shows what is due and sets the next alarm. Whether the person is to be asked for leave. */
    suspend fun look(reason: LookReason): Boolean = core.use { look(it, reason) }

    /** Keeps what the person pressed in a notification, and takes it off the screen. What is of another day is only taken off. */
    suspend fun answer(id: ReminderId, answer: ReminderAnswer) = core.use { core ->
        notices.takeDown(id)
        try {
            core.answerReminder(id, answer)
        } catch (_: MingmenException.NotFound) {
            // Yesterday's: there is nothing left to put off.
        }
        look(core, LookReason.CHANGED)
    }

    // One at a time: two looks at once would both find the same reminder due.
    private suspend fun look(core: MingmenClient, reason: LookReason): Boolean = one.withLock {
        val look = core.lookAtReminders(report(reason))
        follow(look)
        look.ask
    }

    private fun report(reason: LookReason) = PhoneReport(
        reason = reason,
        leave = leave.now(),
        slots = 1u,
        ringsAlone = false,
        pending = emptyList(),
        shown = notices.shown(),
    )

    private fun follow(look: ReminderLook) {
        look.takeDown.forEach(notices::takeDown)
        look.ringNow.forEach(notices::show)
        alarm.set(look.arm.firstOrNull()?.instant)
    }
}
