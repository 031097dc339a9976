import Foundation
import MingmenCore

/// The arguments of one call by name, and the journey's clocks.
final class Arguments {
    private let given: Fields
    private var left: Set<String>
    let now: Now
    let monotonicMs: UInt64
    private let folder: URL

    init(of call: String, _ given: [String: Json], now: Now, monotonicMs: UInt64, folder: URL) {
        self.given = Fields(of: call, values: given)
        left = Set(given.keys)
        self.now = now
        self.monotonicMs = monotonicMs
        self.folder = folder
    }

    func take<Value: FromJson>(_ name: String) throws -> Value {
        left.remove(name)
        return try given.take(name)
    }

    /// A file beside the databases, by its name.
    func file(_ name: String) throws -> String {
        let file: String = try take(name)
        return folder.appending(path: file).path
    }

    /// What no call has taken is a mistake: a misspelt argument would go unseen.
    func refuseWhatIsLeft() throws {
        if let name = left.min() { throw Malformed("`\(given.of)` has no argument `\(name)`") }
    }
}

typealias Call = @Sendable (Mingmen, Arguments) throws -> Any

/// Every command and query by its name in a journey: the generated functions, one by one.
let calls: [String: Call] = [
    "account_read": { try $0.accountRead(number: $1.take("number")) },
    "delete_everything": { core, _ in try core.deleteEverything() },
    "delete_form": { try $0.deleteForm(now: $1.now) },
    "keeping": { try $0.keeping(now: $1.now) },
    "look_after": { try $0.lookAfter(now: $1.now) },
    "mend": { try $0.mend(now: $1.now) },
    "about_you_effect": { try $0.aboutYouEffect(ticked: $1.take("ticked")) },
    "about_you_form": { core, _ in try core.aboutYouForm() },
    "activities": { try $0.activities(now: $1.now) },
    "answer_about_you": { try $0.answerAboutYou(ticked: $1.take("ticked"), now: $1.now) },
    "answer_body_check": { try $0.answerBodyCheck(answers: $1.take("answers"), now: $1.now) },
    "answer_day_after": {
        try $0.answerDayAfter(practice: $1.take("practice"), worse: $1.take("worse"), now: $1.now)
    },
    "answer_offer": {
        try $0.answerOffer(
            rule: $1.take("rule"), enrolment: $1.take("enrolment"), accepted: $1.take("accepted"), now: $1.now)
    },
    "answer_reminder": { try $0.answerReminder(id: $1.take("id"), answer: $1.take("answer"), now: $1.now) },
    "answer_screening": { try $0.answerScreening(ticked: $1.take("ticked"), now: $1.now) },
    "begin_practice": { try $0.beginPractice(draft: $1.take("draft"), now: $1.now) },
    "bend_options": { try $0.bendOptions(enrolment: $1.take("enrolment"), now: $1.now) },
    "body_check_form": { core, _ in try core.bodyCheckForm() },
    "body_map": { core, _ in try core.bodyMap() },
    "cancel_task": { try $0.cancelTask(task: $1.take("task")) },
    "change_enrolment": {
        try $0.changeEnrolment(
            enrolment: $1.take("enrolment"), effectiveFrom: $1.take("effective_from"), change: $1.take("change"),
            now: $1.now)
    },
    "change_form": { try $0.changeForm(practice: $1.take("practice")) },
    "change_practice": {
        try $0.changePractice(
            practice: $1.take("practice"), wanted: $1.take("change"), monotonicMs: $1.monotonicMs, now: $1.now)
    },
    "check_in": { try $0.checkIn(draft: $1.take("draft"), now: $1.now) },
    "check_in_entry": { try $0.checkInEntry(id: $1.take("id")) },
    "check_in_form": { try $0.checkInForm(practice: $1.take("practice")) },
    "chimes": { _, _ in chimes() },
    "choose_figure": { try $0.chooseFigure(choices: $1.take("choices"), now: $1.now) },
    "choose_guidance": { try $0.chooseGuidance(guidance: $1.take("guidance"), now: $1.now) },
    "calendar_file": { try $0.calendarFile(now: $1.now) },
    "classes": { try $0.classes(now: $1.now) },
    "compile_script": { try $0.compileScript(routine: $1.take("routine"), choices: $1.take("choices")) },
    "continue_practice": { try $0.continuePractice(practice: $1.take("practice"), now: $1.now) },
    "correct_check_in": {
        try $0.correctCheckIn(id: $1.take("id"), draft: $1.take("draft"), now: $1.now)
    },
    "correct_note": { try $0.correctNote(id: $1.take("id"), draft: $1.take("draft"), now: $1.now) },
    "correct_practice": {
        try $0.correctPractice(id: $1.take("id"), draft: $1.take("draft"), now: $1.now)
    },
    "correct_rating": { try $0.correctRating(id: $1.take("id"), rating: $1.take("rating"), now: $1.now) },
    "day_log": { try $0.dayLog(date: $1.take("date")) },
    "delete_check_in": { try $0.deleteCheckIn(id: $1.take("id"), now: $1.now) },
    "delete_own_routine": { try $0.deleteOwnRoutine(id: $1.take("id"), now: $1.now) },
    "delete_practice": { try $0.deletePractice(id: $1.take("id"), now: $1.now) },
    "delete_rating": { try $0.deleteRating(id: $1.take("id"), now: $1.now) },
    "duplicate_own_routine": { try $0.duplicateOwnRoutine(id: $1.take("id"), now: $1.now) },
    "enrol": { try $0.enrol(draft: $1.take("draft"), now: $1.now) },
    "enrol_form": {
        try $0.enrolForm(plan: $1.take("plan"), routine: $1.take("routine"), now: $1.now)
    },
    "enrolments": { core, _ in try core.enrolments() },
    "export_archive": { try $0.exportArchive(path: $1.file("path"), now: $1.now) },
    "export_tables": { try $0.exportTables(practices: $1.file("practices"), checkIns: $1.file("check_ins")) },
    "figure_clip": { try $0.figureClip(motion: $1.take("motion"), posture: $1.take("posture")) },
    "figure_form": { core, _ in try core.figureForm() },
    "finish_open_practice": { try $0.finishOpenPractice(practice: $1.take("practice"), now: $1.now) },
    "gate": { try $0.gate(now: $1.now) },
    "guidance_form": { core, _ in try core.guidanceForm() },
    "history": { try $0.history(before: $1.take("before"), count: $1.take("count"), now: $1.now) },
    "import_archive": { try $0.importArchive(path: $1.file("path"), now: $1.now) },
    "import_table": { try $0.importTable(path: $1.file("path"), now: $1.now) },
    "import_own_routine": { try $0.importOwnRoutine(text: $1.take("text"), now: $1.now) },
    "item": { try $0.item(id: $1.take("id")) },
    "keep_class": { try $0.keepClass(draft: $1.take("draft"), now: $1.now) },
    "keep_note": { try $0.keepNote(draft: $1.take("draft"), now: $1.now) },
    "library": { try $0.library(filter: $1.take("filter")) },
    "log_practice": { try $0.logPractice(draft: $1.take("draft"), now: $1.now) },
    "look_at_reminders": { try $0.lookAtReminders(report: $1.take("report"), now: $1.now) },
    "made_to_measure": { try $0.madeToMeasure(draft: $1.take("draft"), now: $1.now) },
    "make_form": { try $0.makeForm(now: $1.now) },
    "milestones": { try $0.milestones(now: $1.now) },
    "month": { try $0.month(date: $1.take("date"), weekBegins: $1.take("week_begins"), now: $1.now) },
    "movement_page": { try $0.movementPage(id: $1.take("id"), now: $1.now) },
    "name_activity": { try $0.nameActivity(name: $1.take("name"), now: $1.now) },
    "note_entry": { try $0.noteEntry(id: $1.take("id")) },
    "note_stop_sign": { try $0.noteStopSign(sign: $1.take("sign"), now: $1.now) },
    "notes_form": { core, _ in try core.notesForm() },
    "plan_choices": { try $0.planChoices(now: $1.now) },
    "plan_overviews": { try $0.planOverviews(now: $1.now) },
    "plan_overview": { try $0.planOverview(now: $1.now) as Any },
    "practice_entry": { try $0.practiceEntry(id: $1.take("id"), now: $1.now) },
    "progress": { try $0.progress(date: $1.take("date"), now: $1.now) },
    "rate_activities": { try $0.rateActivities(ratings: $1.take("ratings"), now: $1.now) },
    "rating_entry": { try $0.ratingEntry(id: $1.take("id")) },
    "reading_page": { try $0.readingPage(id: $1.take("id"), now: $1.now) },
    "record_clearance": { try $0.recordClearance(now: $1.now) },
    "recording": { try $0.recording(practice: $1.take("practice")) },
    "reminder_day": { try $0.reminderDay(date: $1.take("date"), now: $1.now) },
    "reminders": { try $0.reminders(count: $1.take("count"), now: $1.now) },
    "reminders_page": { try $0.remindersPage(leave: $1.take("leave"), now: $1.now) },
    "remove_class": { try $0.removeClass(id: $1.take("id"), now: $1.now) },
    "remove_note": { try $0.removeNote(id: $1.take("id"), now: $1.now) },
    "report": { try $0.report(draft: $1.take("draft"), now: $1.now) },
    "rename_activity": {
        try $0.renameActivity(id: $1.take("id"), name: $1.take("name"), now: $1.now)
    },
    "retire_activity": { try $0.retireActivity(id: $1.take("id"), now: $1.now) },
    "ring_test": { try $0.ringTest(now: $1.now) },
    "routine_page": { try $0.routinePage(id: $1.take("id"), now: $1.now) },
    "save_own_routine": {
        try $0.saveOwnRoutine(draft: $1.take("draft"), changes: $1.take("changes"), now: $1.now)
    },
    "screening_form": { core, _ in try core.screeningForm() },
    "search": { try $0.search(query: $1.take("query")) },
    "sessions": { try $0.sessions(from: $1.take("from"), through: $1.take("through"), now: $1.now) },
    "set_reminders": { try $0.setReminders(settings: $1.take("settings"), now: $1.now) },
    "share_own_routine": { try $0.shareOwnRoutine(id: $1.take("id")) },
    "shut_down": { core, _ in try core.shutDown() },
    "step_practice": {
        try $0.stepPractice(
            practice: $1.take("practice"), event: $1.take("event"), monotonicMs: $1.monotonicMs, now: $1.now)
    },
    "step_task": { try $0.stepTask(task: $1.take("task"), budget: $1.take("budget")) },
    "stop_form": { core, _ in try core.stopForm() },
    "suggestions": { try $0.suggestions(now: $1.now) as Any },
    "take_import": { try $0.takeImport(task: $1.take("task"), mode: $1.take("mode"), now: $1.now) },
    "today": { try $0.today(now: $1.now) },
    "tell_milestone": { try $0.tellMilestone(id: $1.take("id"), now: $1.now) },
    "topic_page": { try $0.topicPage(id: $1.take("id")) },
    "trends": { try $0.trends(span: $1.take("span"), now: $1.now) },
    "tz_database_version": { _, _ in tzDatabaseVersion() },
    "year": { try $0.year(weekBegins: $1.take("week_begins"), now: $1.now) },
]
