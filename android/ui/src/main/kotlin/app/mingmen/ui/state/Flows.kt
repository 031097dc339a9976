package app.mingmen.ui.state

import app.mingmen.core.AboutYouLineId
import app.mingmen.core.Change
import app.mingmen.core.Enrolment
import app.mingmen.core.EnrolmentDraft
import app.mingmen.core.Gate
import app.mingmen.core.PlanWeek
import app.mingmen.core.ScreeningLineId
import app.mingmen.core.TodayState
import app.mingmen.ui.screen.shuts

/** The questions before the first practice, what a red flag leads to, and the questions after the first breath. */
internal class ScreeningFlow(private val app: MingmenAppState) {
    fun open() = app.run { show() }

    private suspend fun show() {
        app.place = Place.Screening(app.core.screeningForm(), why = app.core.today().screenAgainWhy)
    }

    fun tick(at: Place.Screening, line: ScreeningLineId, on: Boolean) {
        app.place = at.copy(ticked = if (on) at.ticked + line else at.ticked - line)
    }

    fun next(at: Place.Screening) = app.run {
        val more = at.page < at.form.pages.lastIndex
        if (more && !shuts(at.form, at.ticked)) {
            app.place = at.copy(page = at.page + 1)
        } else {
            when (val gate = app.core.answerScreening(at.ticked.toList()).gate) {
                is Gate.Shut -> app.place = Place.RedFlag(gate.card)
                else -> app.toToday()
            }
        }
    }

    suspend fun back(at: Place.Screening) = if (at.page > 0) app.place = at.copy(page = at.page - 1) else app.toToday()

    fun redFlag() = app.run {
        when (val gate = app.core.gate()) {
            is Gate.Shut -> app.place = Place.RedFlag(gate.card)
            Gate.NotScreened, Gate.ScreenAgain -> show()
            is Gate.Open -> app.toToday()
        }
    }

    fun cleared() = app.run {
        app.core.recordClearance()
        app.toToday()
    }

    suspend fun aboutYou() {
        app.place = Place.AboutYou(app.core.aboutYouForm())
    }

    fun tick(at: Place.AboutYou, line: AboutYouLineId, on: Boolean) {
        val ticked = if (on) at.ticked + line else at.ticked - line
        app.place = at.copy(ticked = ticked)
        app.run {
            val effect = app.core.aboutYouEffect(ticked.toList())
            // Another tick may have come meanwhile; its own answer follows.
            (app.place as? Place.AboutYou)?.takeIf { it.ticked == ticked }?.let { app.place = it.copy(effect = effect) }
        }
    }

    fun next(at: Place.AboutYou) = app.run {
        app.core.answerAboutYou(at.ticked.toList())
        app.plan.enrolPage()
    }
}

/** Enrolling, and changing what was enrolled for. */
internal class PlanFlow(private val app: MingmenAppState) {
    /** The way to a plan: what fits the person comes first, unless it has been answered. */
    fun setUp() = app.run {
        val state = app.core.today().state
        if (state is TodayState.NotEnrolled && !state.aboutYouAnswered) app.screening.aboutYou() else enrolPage()
    }

    suspend fun enrolPage() {
        val form = app.core.enrolForm()
        app.place = Place.Enrol(form, form.preset)
    }

    fun enrol(at: Place.Enrol) = app.run {
        if (at.changes == null) app.core.enrol(at.draft) else keepChanges(at)
        app.toToday()
    }

    fun change() = app.run {
        val plan = app.core.planOverview() ?: return@run
        val enrolment = app.core.enrolments().first { it.id == plan.enrolment }
        val form = app.core.enrolForm(enrolment.start.plan)
        val today = app.core.today().date
        app.place = Place.Enrol(form, enrolment.asOfNow().copy(startsOn = today), enrolment.id)
    }

    // Only what is different is recorded, and holds from today on.
    private suspend fun keepChanges(at: Place.Enrol) {
        val enrolment = app.core.enrolments().first { it.id == at.changes }
        val was = enrolment.asOfNow()
        val now = at.draft
        listOfNotNull(
            Change.Slots(now.slots, now.timePolicy).takeIf { now.slots != was.slots },
            Change.Posture(now.posture).takeIf { now.posture != was.posture },
            Change.Length(now.length).takeIf { now.length != was.length },
        ).forEach { app.core.changeEnrolment(enrolment.id, now.startsOn, it) }
    }

    fun stay(at: Place.AtPlan, week: PlanWeek) = app.run {
        val plan = at.plan ?: return@run
        val today = app.core.today().date
        app.core.changeEnrolment(plan.enrolment, maxOf(today, week.startsOn), Change.Hold)
        app.place = Place.AtPlan(app.core.planOverview())
    }
}

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
