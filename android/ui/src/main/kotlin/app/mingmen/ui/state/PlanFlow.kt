package app.mingmen.ui.state

import app.mingmen.core.BendOption
import app.mingmen.core.Change
import app.mingmen.core.Enrolment
import app.mingmen.core.EnrolmentDraft
import app.mingmen.core.EnrolmentId
import app.mingmen.core.MingmenClient
import app.mingmen.core.PlanId
import app.mingmen.core.PlanOverview
import app.mingmen.core.RoutineId
import app.mingmen.core.TodayState
import app.mingmen.core.Weekday
import app.mingmen.ui.part.Tab
import java.time.LocalDate

/** A plan with the ways to bend it [today]: none once it is over or left. */
data class RunningPlan(val overview: PlanOverview, val bends: List<BendOption>, val today: LocalDate) {
    /** What the Plan page offers itself: an end of the pause, or the week once more. */
    val atHand: BendOption? get() = bends.firstOrNull { it.goesOn(today) } ?: bends.firstOrNull { it.change is Change.Hold }
}

// A pause that is still to come can be taken back as well: that takes effect on its first day.
private fun BendOption.goesOn(today: LocalDate) = change is Change.Resume && effectiveFrom <= today

/** Enrolling, the plans that run, and bending them. */
internal class PlanFlow(private val app: MingmenAppState) {
    /** The plans that run; where none does, the one that ended last. */
    suspend fun tab(): Place.AtPlan {
        val plans = app.core.planOverviews().ifEmpty { listOfNotNull(app.core.planOverview()) }
        val today = app.core.today().date
        return Place.AtPlan(plans.map { RunningPlan(it, app.core.bendOptions(it.enrolment), today) })
    }

    /** The plans that can be followed. */
    fun choices() = app.run { app.go(Place.AtPlans(app.core.planChoices())) }

    fun setUp() = begin(null)

    /** The way to a plan, to the 12 weeks where it is `null`: what fits the person comes first, unless it has been answered. */
    fun begin(plan: PlanId?) = app.run {
        val state = app.core.today().state
        if (state is TodayState.NotEnrolled && !state.aboutYouAnswered) app.screening.aboutYou(plan) else app.go(enrolPage(plan))
    }

    suspend fun enrolPage(plan: PlanId?): Place.Enrol {
        val form = app.core.enrolForm(plan)
        val choice = app.core.planChoices().first { it.plan == form.preset.plan }
        val own = if (choice.needsRoutine) ownRoutines() else null
        return Place.Enrol(form, form.preset, choice.title, own)
    }

    private suspend fun ownRoutines() = app.core.library(EVERYTHING).own

    /** The page again, with the routines of one's own that were made meanwhile. What was chosen stays. */
    suspend fun again(at: Place.Enrol): Place.Enrol {
        if (at.own == null) return at
        val own = ownRoutines()
        val kept = at.draft.routine?.takeIf { chosen -> own.any { it.link.id == chosen } }
        return practising(at.copy(own = own), kept)
    }

    /** Another routine of one's own is what is practised: it has lengths of its own. */
    fun choose(at: Place.Enrol, routine: RoutineId) = app.run { app.place = practising(at, routine) }

    private suspend fun practising(at: Place.Enrol, routine: RoutineId?): Place.Enrol {
        val form = app.core.enrolForm(at.draft.plan, routine)
        val length = at.draft.length.takeIf { chosen -> form.lengths.any { it.length == chosen } } ?: form.preset.length
        return at.copy(form = form, draft = at.draft.copy(routine = form.preset.routine, length = length))
    }

    fun edit(at: Place.Enrol, draft: EnrolmentDraft) {
        app.place = at.copy(draft = draft)
    }

    fun enrol(at: Place.Enrol) = app.run {
        if (at.changes == null) {
            app.core.enrol(at.draft)
            app.toToday()
        } else {
            keepChanges(at, at.changes)
            app.openTab(Tab.PLAN)
        }
    }

    /** The page of the days, the times, the posture and the length that hold now, to change them. */
    fun change(at: Place.AtAdjust) = app.run {
        val enrolment = app.core.enrolments().first { it.id == at.plan.enrolment }
        val form = app.core.enrolForm(enrolment.start.plan, enrolment.start.routine)
        val today = app.core.today().date
        app.go(Place.Enrol(form, enrolment.asOfNow().copy(startsOn = today), at.plan.title, own = null, changes = enrolment.id))
    }

    // Only what is different is recorded, and holds from today on.
    private suspend fun keepChanges(at: Place.Enrol, changed: EnrolmentId) {
        val enrolment = app.core.enrolments().first { it.id == changed }
        val was = enrolment.asOfNow()
        val now = at.draft
        listOfNotNull(
            Change.Slots(now.slots, now.timePolicy).takeIf { now.slots != was.slots },
            Change.Posture(now.posture).takeIf { now.posture != was.posture },
            Change.Length(now.length).takeIf { now.length != was.length },
        ).forEach { app.core.changeEnrolment(enrolment.id, now.startsOn, it) }
    }

    /** All ways to bend a plan now. */
    fun adjust(plan: PlanOverview) = app.run { app.go(adjustPage(plan)) }

    suspend fun adjustPage(plan: PlanOverview) = Place.AtAdjust(plan, app.core.bendOptions(plan.enrolment))

    /** Makes the change, or asks once: before leaving, and where there is something to weigh first. */
    fun bend(enrolment: EnrolmentId, option: BendOption) {
        if (option.asks) app.go(Place.AtBending(enrolment, option)) else make(enrolment, option)
    }

    fun make(enrolment: EnrolmentId, option: BendOption) = app.run { record(enrolment, option.effectiveFrom, option.change) }

    private suspend fun record(enrolment: EnrolmentId, from: LocalDate, change: Change) {
        app.core.changeEnrolment(enrolment, from, change)
        app.openTab(Tab.PLAN)
    }

    /** Ends the pause of the plan that Today is about. */
    fun goOnToday() = app.run {
        val plan = app.core.planOverview() ?: return@run
        val today = app.core.today().date
        val resume = app.core.bendOptions(plan.enrolment).firstOrNull { it.goesOn(today) }
        if (resume != null) app.core.changeEnrolment(plan.enrolment, resume.effectiveFrom, resume.change)
        app.toToday()
    }

    /** The page to choose the days of a pause, with those of [preset] chosen. */
    fun choosePause(plan: PlanOverview, preset: BendOption) = app.run {
        val through = (preset.change as? Change.Pause)?.through ?: return@run
        app.go(named(Place.AtPause(plan.enrolment, today = preset.effectiveFrom, from = preset.effectiveFrom, through = through)))
    }

    /** Moves the first day, which is never before today; the pause stays as long as it is. */
    fun shift(at: Place.AtPause, days: Long) = app.run {
        val from = maxOf(at.today, at.from.plusDays(days))
        val moved = from.toEpochDay() - at.from.toEpochDay()
        app.place = named(at.copy(from = from, through = at.through.plusDays(moved)))
    }

    /** Moves the last day, which is never before the first. */
    fun stretch(at: Place.AtPause, days: Long) = app.run {
        app.place = named(at.copy(through = maxOf(at.from, at.through.plusDays(days))))
    }

    fun pause(at: Place.AtPause) = app.run { record(at.enrolment, at.from, Change.Pause(at.through)) }

    private suspend fun named(at: Place.AtPause): Place.AtPause {
        val unknown = listOf(at.from, at.through).filter { it !in at.days }
        return at.copy(days = unknown.fold(at.days) { known, day -> known + app.core.daysAround(day) })
    }
}

/** The days of a month and their names: "Wednesday 13 May". */
internal suspend fun MingmenClient.daysAround(day: LocalDate): Map<LocalDate, String> =
    month(day, Weekday.MONDAY).days.associate { it.date to it.dateText }

/** Whether it is asked about once before it is made. */
internal val BendOption.asks: Boolean get() = warning != null || change is Change.Leave

/** What the person last asked for, whenever it takes effect: where a page to change it begins. */
private fun Enrolment.asOfNow(): EnrolmentDraft = changes.fold(start) { draft, made ->
    when (val change = made.change) {
        is Change.Slots -> draft.copy(slots = change.slots, timePolicy = change.timePolicy)
        is Change.Posture -> draft.copy(posture = change.posture)
        is Change.Length -> draft.copy(length = change.length)
        is Change.Hold, is Change.GoTo, is Change.Move, is Change.Advance -> draft
        is Change.Pause, is Change.Resume, is Change.Leave -> draft
    }
}
