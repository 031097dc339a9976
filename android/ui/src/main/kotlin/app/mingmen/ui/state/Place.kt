package app.mingmen.ui.state

import app.mingmen.core.AboutYouEffect
import app.mingmen.core.AboutYouForm
import app.mingmen.core.AboutYouLineId
import app.mingmen.core.CheckInForm
import app.mingmen.core.EnrolForm
import app.mingmen.core.EnrolmentDraft
import app.mingmen.core.EnrolmentId
import app.mingmen.core.Movement
import app.mingmen.core.PlanOverview
import app.mingmen.core.PracticeCard
import app.mingmen.core.PracticeId
import app.mingmen.core.ProgressPage
import app.mingmen.core.RedFlagCard
import app.mingmen.core.Reminder
import app.mingmen.core.ScreeningForm
import app.mingmen.core.ScreeningLineId
import app.mingmen.core.StopForm
import app.mingmen.core.StopSign
import app.mingmen.core.Today
import app.mingmen.core.Variant
import app.mingmen.ui.player.PlayerModel
import app.mingmen.ui.screen.CheckInDraftView

/** Where a person is in the app, with all that the page there shows. */
sealed interface Place {
    /** The first answer of the core has not come yet. */
    data object Opening : Place

    data object Welcome : Place

    data class Screening(val form: ScreeningForm, val page: Int = 0, val ticked: Set<ScreeningLineId> = emptySet()) : Place

    data class RedFlag(val card: RedFlagCard) : Place

    data class TellThem(val card: RedFlagCard) : Place

    data class FirstBreath(val card: PracticeCard, val advice: List<String>) : Place

    data class AboutYou(val form: AboutYouForm, val ticked: Set<AboutYouLineId> = emptySet(), val effect: AboutYouEffect? = null) : Place

    /** [changes] is the enrolment whose days, posture and length are being changed; `null` while a new one is made. */
    data class Enrol(val form: EnrolForm, val draft: EnrolmentDraft, val changes: EnrolmentId? = null) : Place

    /** A place of the tab bar. */
    sealed interface Tabbed : Place

    data class AtToday(val today: Today, val kindWords: String = "") : Tabbed

    data class Hurts(val today: Today, val chosen: PracticeCard) : Tabbed

    data class AtPlan(val plan: PlanOverview?) : Tabbed

    data class AtLibrary(val movements: List<Movement>) : Tabbed

    data class AtProgress(val page: ProgressPage, val hasLater: Boolean) : Tabbed

    data class AtMovement(val movement: Movement, val variant: Variant) : Place

    data class AtReminders(val reminders: List<Reminder>) : Place

    data class Ready(val card: PracticeCard) : Place

    /** [asking] is whether "End here?" is being asked. */
    data class Playing(val model: PlayerModel, val asking: Boolean = false) : Place

    /** [practice] is what was stopped; `null` after a check-in in which something felt wrong. */
    data class Stopped(val form: StopForm, val practice: PlayerModel?) : Place

    data class AfterStop(val sign: StopSign) : Place

    data class CheckIn(val practice: PracticeId, val form: CheckInForm, val draft: CheckInDraftView = CheckInDraftView()) : Place
}
