package app.mingmen.ui.state

import app.mingmen.core.AboutYouLineId
import app.mingmen.core.Gate
import app.mingmen.core.PlanId
import app.mingmen.core.ScreeningLineId
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

    /** Asked before the first plan, which [then] begins; `null` for the 12 weeks. */
    suspend fun aboutYou(then: PlanId? = null) {
        app.place = Place.AboutYou(app.core.aboutYouForm(), then = then)
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
        app.place = app.plan.enrolPage(at.then)
    }
}
