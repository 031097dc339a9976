package app.mingmen.core.journey

import app.mingmen.core.MingmenInterface
import app.mingmen.core.Now
import app.mingmen.core.chimes
import app.mingmen.core.tzDatabaseVersion
import java.nio.file.Path
import kotlin.reflect.typeOf
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull

/** The arguments of one call, by name, with what every call may need. */
internal class Arguments(
    private val given: Map<String, JsonElement>,
    val now: Now,
    val monotonicMs: ULong,
    private val folder: Path,
) {
    private val taken = mutableSetOf<String>()

    inline fun <reified T> take(name: String): T = decode(named(name), typeOf<T>(), "args.$name") as T

    /** A file beside the stores, by its name. */
    fun file(name: String): String = folder.resolve(take<String>(name)).toString()

    fun named(name: String): JsonElement {
        taken += name
        return given[name] ?: JsonNull
    }

    /** Refuses what no call has taken: a misspelt argument would else go unseen. */
    fun refuseRest() {
        val rest = given.keys - taken
        if (rest.isNotEmpty()) malformed("args: there is no argument ${rest.first()}")
    }
}

internal typealias Call = MingmenInterface.(Arguments) -> Any?

/** Every function that a journey can call: the generated ones, one by one. */
internal val calls: Map<String, Call> = mapOf(
    "tz_database_version" to { tzDatabaseVersion() },
    "chimes" to { chimes() },
    "shut_down" to { shutDown() },
    "screening_form" to { screeningForm() },
    "answer_screening" to { answerScreening(it.take("ticked"), it.now) },
    "record_clearance" to { recordClearance(it.now) },
    "gate" to { gate(it.now) },
    "about_you_form" to { aboutYouForm() },
    "about_you_effect" to { aboutYouEffect(it.take("ticked")) },
    "answer_about_you" to { answerAboutYou(it.take("ticked"), it.now) },
    "stop_form" to { stopForm() },
    "library" to { library(it.take("filter")) },
    "movement_page" to { movementPage(it.take("id"), it.now) },
    "routine_page" to { routinePage(it.take("id"), it.now) },
    "topic_page" to { topicPage(it.take("id")) },
    "reading_page" to { readingPage(it.take("id"), it.now) },
    "item" to { item(it.take("id")) },
    "search" to { search(it.take("query")) },
    "body_map" to { bodyMap() },
    "make_form" to { makeForm(it.now) },
    "made_to_measure" to { madeToMeasure(it.take("draft"), it.now) },
    "save_own_routine" to { saveOwnRoutine(it.take("draft"), it.take("changes"), it.now) },
    "duplicate_own_routine" to { duplicateOwnRoutine(it.take("id"), it.now) },
    "delete_own_routine" to { deleteOwnRoutine(it.take("id"), it.now) },
    "share_own_routine" to { shareOwnRoutine(it.take("id")) },
    "import_own_routine" to { importOwnRoutine(it.take("text"), it.now) },
    "body_check_form" to { bodyCheckForm() },
    "answer_body_check" to { answerBodyCheck(it.take("answers"), it.now) },
    "suggestions" to { suggestions(it.now) },
    "notes_form" to { notesForm() },
    "keep_note" to { keepNote(it.take("draft"), it.now) },
    "remove_note" to { removeNote(it.take("id"), it.now) },
    "note_stop_sign" to { noteStopSign(it.take("sign"), it.now) },
    "plan_choices" to { planChoices(it.now) },
    "enrol_form" to { enrolForm(it.take("plan"), it.take("routine"), it.now) },
    "enrol" to { enrol(it.take("draft"), it.now) },
    "change_enrolment" to {
        changeEnrolment(it.take("enrolment"), it.take("effective_from"), it.take("change"), it.now)
    },
    "enrolments" to { enrolments() },
    "bend_options" to { bendOptions(it.take("enrolment"), it.now) },
    "answer_offer" to { answerOffer(it.take("rule"), it.take("enrolment"), it.take("accepted"), it.now) },
    "answer_day_after" to { answerDayAfter(it.take("practice"), it.take("worse"), it.now) },
    "trends" to { trends(it.take("span"), it.now) },
    "year" to { year(it.take("week_begins"), it.now) },
    "milestones" to { milestones(it.now) },
    "tell_milestone" to { tellMilestone(it.take("id"), it.now) },
    "report" to { report(it.take("draft"), it.now) },
    "month" to { month(it.take("date"), it.take("week_begins"), it.now) },
    "plan_overviews" to { planOverviews(it.now) },
    "plan_overview" to { planOverview(it.now) },
    "sessions" to { sessions(it.take("from"), it.take("through"), it.now) },
    "compile_script" to { compileScript(it.take("routine"), it.take("choices")) },
    "begin_practice" to { beginPractice(it.take("draft"), it.now) },
    "step_practice" to { stepPractice(it.take("practice"), it.take("event"), it.monotonicMs, it.now) },
    "continue_practice" to { continuePractice(it.take("practice"), it.now) },
    "finish_open_practice" to { finishOpenPractice(it.take("practice"), it.now) },
    "log_practice" to { logPractice(it.take("draft"), it.now) },
    "check_in_form" to { checkInForm(it.take("practice")) },
    "check_in" to { checkIn(it.take("draft"), it.now) },
    "look_after" to { lookAfter(it.now) },
    "mend" to { mend(it.now) },
    "account_read" to { accountRead(it.take("number")) },
    "keeping" to { keeping(it.now) },
    "delete_form" to { deleteForm(it.now) },
    "delete_everything" to { deleteEverything() },
    "today" to { today(it.now) },
    "progress" to { progress(it.take("date"), it.now) },
    "day_log" to { dayLog(it.take("date")) },
    "history" to { history(it.take("before"), it.take("count"), it.now) },
    "check_in_entry" to { checkInEntry(it.take("id")) },
    "correct_check_in" to { correctCheckIn(it.take("id"), it.take("draft"), it.now) },
    "delete_check_in" to { deleteCheckIn(it.take("id"), it.now) },
    "practice_entry" to { practiceEntry(it.take("id"), it.now) },
    "correct_practice" to { correctPractice(it.take("id"), it.take("draft"), it.now) },
    "delete_practice" to { deletePractice(it.take("id"), it.now) },
    "note_entry" to { noteEntry(it.take("id")) },
    "correct_note" to { correctNote(it.take("id"), it.take("draft"), it.now) },
    "rating_entry" to { ratingEntry(it.take("id")) },
    "correct_rating" to { correctRating(it.take("id"), it.take("rating"), it.now) },
    "delete_rating" to { deleteRating(it.take("id"), it.now) },
    "activities" to { activities(it.now) },
    "name_activity" to { nameActivity(it.take("name"), it.now) },
    "rename_activity" to { renameActivity(it.take("id"), it.take("name"), it.now) },
    "retire_activity" to { retireActivity(it.take("id"), it.now) },
    "rate_activities" to { rateActivities(it.take("ratings"), it.now) },
    "reminders" to { reminders(it.take("count"), it.now) },
    "look_at_reminders" to { lookAtReminders(it.take("report"), it.now) },
    "ring_test" to { ringTest(it.now) },
    "answer_reminder" to { answerReminder(it.take("id"), it.take("answer"), it.now) },
    "set_reminders" to { setReminders(it.take("settings"), it.now) },
    "reminders_page" to { remindersPage(it.take("leave"), it.now) },
    "reminder_day" to { reminderDay(it.take("date"), it.now) },
    "calendar_file" to { calendarFile(it.now) },
    "classes" to { classes(it.now) },
    "keep_class" to { keepClass(it.take("draft"), it.now) },
    "remove_class" to { removeClass(it.take("id"), it.now) },
    "guidance_form" to { guidanceForm() },
    "choose_guidance" to { chooseGuidance(it.take("guidance"), it.now) },
    "change_form" to { changeForm(it.take("practice")) },
    "change_practice" to { changePractice(it.take("practice"), it.take("change"), it.monotonicMs, it.now) },
    "recording" to { recording(it.take("practice")) },
    "export_archive" to { exportArchive(it.file("path"), it.now) },
    "import_archive" to { importArchive(it.file("path"), it.now) },
    "export_tables" to { exportTables(it.file("practices"), it.file("check_ins")) },
    "import_table" to { importTable(it.file("path"), it.now) },
    "take_import" to { takeImport(it.take("task"), it.take("mode"), it.now) },
    "step_task" to { stepTask(it.take("task"), it.take("budget")) },
    "cancel_task" to { cancelTask(it.take("task")) },
    "figure_form" to { figureForm() },
    "choose_figure" to { chooseFigure(it.take("choices"), it.now) },
    "figure_clip" to { figureClip(it.take("motion"), it.take("posture")) },
)
