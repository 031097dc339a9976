package app.mingmen.ui.state

import app.mingmen.core.DayKind
import app.mingmen.core.MakeForm
import app.mingmen.core.MeasureDraft
import app.mingmen.core.MingmenException
import app.mingmen.core.OwnRoutineDraft
import app.mingmen.core.OwnSegment

/** Routines made to measure: from the minutes there are, a posture, a part of the body, what to leave out, and the day. */
internal class MeasureFlow(private val app: MingmenAppState) {
    fun open() = app.run {
        val form = app.core.makeForm()
        val movements = app.core.library(EVERYTHING).movements
        app.go(Place.AtMeasure(form, movements.map { it.link }, form.usual()))
    }

    fun change(at: Place.AtMeasure, draft: MeasureDraft) {
        app.place = at.copy(draft = draft, refusal = "")
    }

    /** Makes one and shows it. Where nothing fits, the form stays and says what helps. */
    fun make(at: Place.AtMeasure) = app.run {
        try {
            val page = app.core.madeToMeasure(at.draft)
            app.place = at.copy(refusal = "")
            app.go(Place.AtRoutine(page, page.card, at.draft))
        } catch (nothing: MingmenException.NothingFits) {
            app.place = at.copy(refusal = nothing.said)
        }
    }

    /** Another one from the same choices; where these leave only one, the page says so. */
    fun another(at: Place.AtRoutine) = app.run {
        val draft = at.made ?: return@run
        repeat(TRIES) {
            val other = draft.copy(seed = app.newSeed())
            val page = app.core.madeToMeasure(other)
            if (page.routine.segments != at.page.routine.segments) {
                app.place = Place.AtRoutine(page, page.card, other)
                return@run
            }
        }
        app.place = at.copy(remark = RoutineRemark.ONLY_ONE)
    }

    /** Keeps it as a routine of the person's own, to be changed and named at will. */
    fun keep(at: Place.AtRoutine) = app.run {
        val routine = at.page.routine
        val draft = OwnRoutineDraft(routine.name.take(LONGEST_NAME), routine.segments.map { OwnSegment(it.variant, it.minutes) })
        val saved = app.core.saveOwnRoutine(draft, changes = null)
        app.place = Place.AtRoutine(saved.page, saved.page.card)
    }

    private fun MakeForm.usual() = MeasureDraft(
        minutes = minutes.firstOrNull { it >= USUAL_MINUTES } ?: minutes.last(),
        posture = postures.first(),
        area = null,
        avoid = emptyList(),
        day = DayKind.ORDINARY,
        seed = app.newSeed(),
    )

    private companion object {
        const val TRIES = 8
        const val LONGEST_NAME = 60
        val USUAL_MINUTES: UShort = 10u
    }
}
