package app.mingmen.ui.state

import app.mingmen.core.AboutYouEffect
import app.mingmen.core.AboutYouForm
import app.mingmen.core.AboutYouLineId
import app.mingmen.core.AreaId
import app.mingmen.core.BendOption
import app.mingmen.core.BodyAnswer
import app.mingmen.core.BodyCheckForm
import app.mingmen.core.BodyMap
import app.mingmen.core.ChangeForm
import app.mingmen.core.CheckInForm
import app.mingmen.core.ClassDraft
import app.mingmen.core.ClassRow
import app.mingmen.core.EnrolForm
import app.mingmen.core.EnrolmentDraft
import app.mingmen.core.EnrolmentId
import app.mingmen.core.EntryId
import app.mingmen.core.FigureForm
import app.mingmen.core.GuidanceForm
import app.mingmen.core.ItemId
import app.mingmen.core.ItemLink
import app.mingmen.core.LibraryCard
import app.mingmen.core.LibraryFilter
import app.mingmen.core.LibraryPage
import app.mingmen.core.MakeForm
import app.mingmen.core.MeasureDraft
import app.mingmen.core.MonthPage
import app.mingmen.core.MovementPage
import app.mingmen.core.NoteDraft
import app.mingmen.core.NotesForm
import app.mingmen.core.OwnRoutineId
import app.mingmen.core.PlanChoice
import app.mingmen.core.PlanId
import app.mingmen.core.PlanOverview
import app.mingmen.core.PracticeCard
import app.mingmen.core.PracticeId
import app.mingmen.core.ProgressPage
import app.mingmen.core.ReadingPage
import app.mingmen.core.RedFlagCard
import app.mingmen.core.ReminderDay
import app.mingmen.core.RemindersPage
import app.mingmen.core.RoutinePage
import app.mingmen.core.ScreeningForm
import app.mingmen.core.ScreeningLineId
import app.mingmen.core.SearchPage
import app.mingmen.core.StopForm
import app.mingmen.core.StopSign
import app.mingmen.core.Suggestions
import app.mingmen.core.Today
import app.mingmen.core.TopicPage
import app.mingmen.ui.player.PlayerModel
import app.mingmen.ui.screen.CheckInDraftView
import java.time.LocalDate

/** The two sides of the Library. */
enum class LibrarySide { PRACTISE, LEARN }

/** Where a person is in the app, with all that the page there shows. */
sealed interface Place {
    /** The first answer of the core has not come yet. */
    data object Opening : Place

    data object Welcome : Place

    /** [why] it is asked again; empty where a number of pain did not ask for it. */
    data class Screening(val form: ScreeningForm, val page: Int = 0, val ticked: Set<ScreeningLineId> = emptySet(), val why: String = "") : Place

    data class RedFlag(val card: RedFlagCard) : Place

    data class TellThem(val card: RedFlagCard) : Place

    data class FirstBreath(val card: PracticeCard, val advice: List<String>) : Place

    /** [then] is the plan that comes after it; `null` for the 12 weeks. */
    data class AboutYou(
        val form: AboutYouForm,
        val ticked: Set<AboutYouLineId> = emptySet(),
        val effect: AboutYouEffect? = null,
        val then: PlanId? = null,
    ) : Place

    /** A place of the tab bar. */
    sealed interface Tabbed : Place

    /** [answered] is what was just said to something that Today offers or asks. */
    data class AtToday(val today: Today, val kindWords: String = "", val answered: Answered? = null) : Tabbed

    data class Hurts(val today: Today, val chosen: PracticeCard) : Tabbed

    /** No [plans] before the first enrolment. */
    data class AtPlan(val plans: List<RunningPlan>) : Tabbed

    /** [query] is what is typed; [found] is what it found, or what the letters before it found until that has come. */
    /** [planned] are the movements of the routine that the plan asks for now. */
    data class AtLibrary(
        val page: LibraryPage,
        val filter: LibraryFilter,
        val side: LibrarySide = LibrarySide.PRACTISE,
        val query: String = "",
        val found: SearchPage? = null,
        val planned: Set<ItemId> = emptySet(),
    ) : Tabbed

    /** [noted] are the small notes of the week that is shown. */
    data class AtProgress(val page: ProgressPage, val hasLater: Boolean, val noted: List<NotedDay> = emptyList()) : Tabbed

    /** A page that other pages lead to. Going back from it leads to the one it was opened from, as that was left. */
    sealed interface Linked : Place {
        /** What it shows: two pages of one kind differ by it. */
        val id: String
    }

    /** [form] is the place of the chosen form; [card] is how it is practised with what is [switchedOn] inside it. */
    data class AtMovement(val page: MovementPage, val form: Int, val card: PracticeCard?, val switchedOn: Set<ItemId> = emptySet()) : Linked {
        override val id get() = page.movement.id
    }

    /**
     * [card] is the routine's card with what the person chose on the page. [made] is what it was made to measure from;
     * [remark] is what there is to say of what was asked last.
     */
    data class AtRoutine(val page: RoutinePage, val card: PracticeCard?, val made: MeasureDraft? = null, val remark: RoutineRemark? = null) : Linked {
        override val id get() = page.routine.id
    }

    data class AtTopic(val page: TopicPage) : Linked {
        override val id get() = page.topic
    }

    /** [map] is there where the page is about a place of the body. */
    data class AtReading(val page: ReadingPage, val map: BodyMap?) : Linked {
        override val id get() = page.item.id
    }

    /** [view] is the place of the view that is shown; [areas] are the parts of the body that something is for. */
    data class AtBodyMap(val map: BodyMap, val areas: Set<AreaId>, val view: Int = 0) : Linked {
        override val id get() = ""
    }

    /**
     * [changes] is the routine of the person's own that is being changed; `null` while a new one is made. [fault] is what
     * kept it from being saved, [refused] why a file was not taken in, [putAway] what can be brought back.
     */
    data class AtMaking(
        val form: MakeForm,
        val making: Making,
        val changes: OwnRoutineId? = null,
        val fault: MakingFault? = null,
        val refused: RefusedFile? = null,
        val putAway: Making? = null,
    ) : Linked {
        override val id get() = changes.orEmpty()
    }

    /** The list of movements to take into a routine; [at] is the page to which it leads back. */
    data class AtChoosing(val at: AtMaking, val query: String = "") : Linked {
        override val id get() = at.id
    }

    /** [page] is the routine of the person's own that may be deleted. */
    data class AtDeleting(val page: RoutinePage) : Linked {
        override val id get() = page.routine.id
    }

    /** [movements] are those that can be left out; [refusal] says why nothing fits, or is empty. */
    data class AtMeasure(val form: MakeForm, val movements: List<ItemLink>, val draft: MeasureDraft, val refusal: String = "") : Linked {
        override val id get() = ""
    }

    /** [last] is what the answers before these suggested. */
    data class AtBodyCheck(val form: BodyCheckForm, val map: BodyMap, val last: Suggestions?, val answers: List<BodyAnswer> = emptyList()) : Linked {
        override val id get() = ""
    }

    /** No [suggestions] where every question was passed over. [notice] says that it is no diagnosis. */
    data class AtSuggestions(val suggestions: Suggestions?, val notice: String) : Linked {
        override val id get() = ""
    }

    /** [days] are those on which something was noted lately, the newest first; [draft] is what is being noted. */
    data class AtNotes(val form: NotesForm, val today: LocalDate, val days: List<NotedDay>, val draft: NoteDraft? = null) : Linked {
        override val id get() = ""
    }

    /**
     * [title] is the plan's name. [own] are the routines of the person's own to choose from, where the plan leaves that to
     * them. [changes] is the enrolment whose days, posture and length are being changed; `null` while a new one is made.
     */
    data class Enrol(
        val form: EnrolForm,
        val draft: EnrolmentDraft,
        val title: String,
        val own: List<LibraryCard>? = null,
        val changes: EnrolmentId? = null,
    ) : Linked {
        override val id get() = changes ?: draft.plan
    }

    /** The plans that can be followed. */
    data class AtPlans(val choices: List<PlanChoice>) : Linked {
        override val id get() = ""
    }

    data class AtAdjust(val plan: PlanOverview, val options: List<BendOption>) : Linked {
        override val id get() = plan.enrolment
    }

    /** One way to bend a plan that is asked about once. */
    data class AtBending(val enrolment: EnrolmentId, val option: BendOption) : Linked {
        override val id get() = enrolment
    }

    /** A pause [from] a day, [today] or later, [through] another; [days] are the names of days, those two among them. */
    data class AtPause(
        val enrolment: EnrolmentId,
        val today: LocalDate,
        val from: LocalDate,
        val through: LocalDate,
        val days: Map<LocalDate, String> = emptyMap(),
    ) : Linked {
        override val id get() = enrolment
    }

    data class AtFigure(val form: FigureForm) : Linked {
        override val id get() = ""
    }

    /** [month] is its first day; what there is on the [chosen] day is told below the month. */
    data class AtMonth(val page: MonthPage, val month: LocalDate, val chosen: LocalDate?, val remark: CalendarRemark? = null) : Linked {
        override val id get() = ""
    }

    /**
     * [quietUntil] is the day through which all is quiet, in words; empty where there is none. [testComing] says that a test is
     * on its way; `null` while none is.
     */
    data class AtReminders(val page: RemindersPage, val quietUntil: String, val testComing: String? = null) : Place

    /** What became of the reminders of one day. */
    data class AtReminderDay(val day: ReminderDay) : Linked {
        override val id get() = ""
    }

    /** [kept] is the class that was kept or changed last. */
    data class AtClasses(val rows: List<ClassRow>, val kept: EntryId? = null) : Linked {
        override val id get() = ""
    }

    /** A class as it is to be kept. [zones] are those to choose from; what is [written] goes before the one that is chosen. */
    data class AtClass(val draft: ClassDraft, val zones: List<String>, val written: String = "", val fault: ClassFault? = null) : Linked {
        override val id get() = draft.id.orEmpty()
    }

    /** [at] is the page of the class that may be removed. */
    data class AtRemovingClass(val at: AtClass) : Linked {
        override val id get() = at.id
    }

    /** [led] is how the person is led, and [wholeMs] how long it takes with what goes around it. */
    data class Ready(val card: PracticeCard, val led: GuidanceForm, val wholeMs: Int) : Place

    /** How the person is led from now on; [wholeMs] is how long the practice of [card] takes so. */
    data class AtLed(val card: PracticeCard, val form: GuidanceForm, val wholeMs: Int) : Linked {
        override val id get() = ""
    }

    /** [asking] is whether "End here?" is being asked; [changing] is what can be changed, while the page to change it is open. */
    data class Playing(val model: PlayerModel, val asking: Boolean = false, val changing: ChangeForm? = null) : Place

    /** [practice] is what was stopped; `null` where something felt wrong while none is open. */
    data class Stopped(val form: StopForm, val practice: PlayerModel?) : Place

    data class AfterStop(val sign: StopSign) : Place

    data class CheckIn(val practice: PracticeId, val form: CheckInForm, val draft: CheckInDraftView = CheckInDraftView()) : Place
}
