// Every command and query of `Mingmen` under its own name, with the present moment left out. What each is for and what
// it throws stands with `MingmenProtocol`.

extension MingmenClient {
    /// The questions before the first practice.
    public func screeningForm() throws -> ScreeningForm {
        try read { core, _ in try core.screeningForm() }
    }

    /// Keeps the answers to the screening and says whether practice is open. No ticks means "None of these".
    public func answerScreening(ticked: [ScreeningLineId]) throws -> Screened {
        try write(\.changes) { core, now in try core.answerScreening(ticked: ticked, now: now) }
    }

    /// Keeps "A clinician has seen me about this and said I may exercise", dated. It reopens practice.
    public func recordClearance() throws -> Screened {
        try write(\.changes) { core, now in try core.recordClearance(now: now) }
    }

    /// Whether practice is open, with the page to show if it is not.
    public func gate() throws -> Gate {
        try read { core, now in try core.gate(now: now) }
    }

    /// The questions after the first breath.
    public func aboutYouForm() throws -> AboutYouForm {
        try read { core, _ in try core.aboutYouForm() }
    }

    /// What these ticks would change. Nothing is kept.
    public func aboutYouEffect(ticked: [AboutYouLineId]) throws -> AboutYouEffect {
        try read { core, _ in try core.aboutYouEffect(ticked: ticked) }
    }

    /// Keeps the answers to "About you".
    public func answerAboutYou(ticked: [AboutYouLineId]) throws -> AboutYouSaved {
        try write(\.changes) { core, now in try core.answerAboutYou(ticked: ticked, now: now) }
    }

    /// The page after "Stop, something hurts".
    public func stopForm() throws -> StopForm {
        try read { core, _ in try core.stopForm() }
    }
}

extension MingmenClient {
    /// The Library's first page, whole: everything, or what is for one part of the body or one posture.
    public func library(filter: LibraryFilter) throws -> LibraryPage {
        try read { core, _ in try core.library(filter: filter) }
    }

    /// The page of a movement. The id may name one of its forms.
    public func movementPage(id: VariantId) throws -> MovementPage {
        try read { core, now in try core.movementPage(id: id, now: now) }
    }

    /// The page of a routine, of whatever kind.
    public func routinePage(id: RoutineId) throws -> RoutinePage {
        try read { core, now in try core.routinePage(id: id, now: now) }
    }

    /// The page of a topic.
    public func topicPage(id: TopicId) throws -> TopicPage {
        try read { core, _ in try core.topicPage(id: id) }
    }

    /// A page to read.
    public func readingPage(id: ItemId) throws -> ReadingPage {
        try read { core, now in try core.readingPage(id: id, now: now) }
    }

    /// The line that opens an item of the catalogue.
    public func item(id: ItemId) throws -> ItemLink {
        try read { core, _ in try core.item(id: id) }
    }

    /// Everything that a few letters find. Nothing typed finds nothing.
    public func search(query: String) throws -> SearchPage {
        try read { core, _ in try core.search(query: query) }
    }

    /// The body map: outlines, parts of the body, points and channels.
    public func bodyMap() throws -> BodyMap {
        try read { core, _ in try core.bodyMap() }
    }

    /// The figure's loop for a motion and a posture: everything an app needs to draw it without another call.
    public func figureClip(motion: String, posture: Posture) throws -> FigureClip {
        try read { core, _ in try core.figureClip(motion: motion, posture: posture) }
    }

    /// Who the drawn person may be, and who it is now.
    public func figureForm() throws -> FigureForm {
        try read { core, _ in try core.figureForm() }
    }

    /// Keeps who the drawn person is.
    public func chooseFigure(choices: FigureChoices) throws -> FigureForm {
        try write(\.changes) { core, now in try core.chooseFigure(choices: choices, now: now) }
    }
}

extension MingmenClient {
    /// What a routine can be made of.
    public func makeForm() throws -> MakeForm {
        try read { core, now in try core.makeForm(now: now) }
    }

    /// A routine made to measure. Nothing is kept: begin it, or save it as one's own.
    public func madeToMeasure(draft: MeasureDraft) throws -> RoutinePage {
        try read { core, now in try core.madeToMeasure(draft: draft, now: now) }
    }

    /// Keeps a routine of one's own: a new one, or another revision of the one that it changes.
    public func saveOwnRoutine(draft: OwnRoutineDraft, changes: OwnRoutineId?) throws -> OwnRoutineSaved {
        try write(\.changes) { core, now in try core.saveOwnRoutine(draft: draft, changes: changes, now: now) }
    }

    /// Keeps a copy of a routine of one's own under another name.
    public func duplicateOwnRoutine(id: OwnRoutineId) throws -> OwnRoutineSaved {
        try write(\.changes) { core, now in try core.duplicateOwnRoutine(id: id, now: now) }
    }

    /// Deletes a routine of one's own. What was practised with it stays.
    public func deleteOwnRoutine(id: OwnRoutineId) throws -> OwnRoutineDeleted {
        try write(\.changes) { core, now in try core.deleteOwnRoutine(id: id, now: now) }
    }

    /// A routine of one's own as a file to share.
    public func shareOwnRoutine(id: OwnRoutineId) throws -> SharedRoutine {
        try read { core, _ in try core.shareOwnRoutine(id: id) }
    }

    /// Keeps a routine from a file that somebody shared.
    public func importOwnRoutine(text: String) throws -> OwnRoutineSaved {
        try write(\.changes) { core, now in try core.importOwnRoutine(text: text, now: now) }
    }
}

extension MingmenClient {
    /// The questions about today.
    public func bodyCheckForm() throws -> BodyCheckForm {
        try read { core, _ in try core.bodyCheckForm() }
    }

    /// Keeps the answers of the body check and says what they suggest.
    public func answerBodyCheck(answers: [BodyAnswer]) throws -> Suggestions {
        try write(\.changes) { core, now in try core.answerBodyCheck(answers: answers, now: now) }
    }

    /// What the last body check suggests, or nothing before the first.
    public func suggestions() throws -> Suggestions? {
        try read { core, now in try core.suggestions(now: now) }
    }

    /// The small notes that can be kept. All are optional.
    public func notesForm() throws -> NotesForm {
        try read { core, _ in try core.notesForm() }
    }

    /// Keeps a small note.
    public func keepNote(draft: NoteDraft) throws -> NoteKept {
        try write(\.changes) { core, now in try core.keepNote(draft: draft, now: now) }
    }

    /// Takes a small note back.
    public func removeNote(id: NoteId) throws -> NoteRemoved {
        try write(\.changes) { core, now in try core.removeNote(id: id, now: now) }
    }

    /// Keeps a stop sign that was felt while no practice is open, and says whether practice is open still.
    public func noteStopSign(sign: StopSignId) throws -> SignNoted {
        try write(\.changes) { core, now in try core.noteStopSign(sign: sign, now: now) }
    }
}

extension MingmenClient {
    /// The plans that can be followed.
    public func planChoices() throws -> [PlanChoice] {
        try read { core, now in try core.planChoices(now: now) }
    }

    /// The page to begin a plan, preset; the back plan where none is named.
    public func enrolForm(plan: PlanId? = nil, routine: RoutineId? = nil) throws -> EnrolForm {
        try read { core, now in try core.enrolForm(plan: plan, routine: routine, now: now) }
    }

    /// Begins a plan.
    public func enrol(draft: EnrolmentDraft) throws -> Enrolled {
        try write(\.changes) { core, now in try core.enrol(draft: draft, now: now) }
    }

    /// Changes an enrolment from a date on: today or later, so that the past stays as it was.
    public func changeEnrolment(
        enrolment: EnrolmentId,
        effectiveFrom: CivilDate,
        change: Change
    ) throws -> EnrolmentChanged {
        try write(\.changes) { core, now in
            try core.changeEnrolment(enrolment: enrolment, effectiveFrom: effectiveFrom, change: change, now: now)
        }
    }

    /// Every enrolment with its changes, oldest first.
    public func enrolments() throws -> [Enrolment] {
        try read { core, _ in try core.enrolments() }
    }

    /// The ways to bend a plan now, each ready for `changeEnrolment`.
    public func bendOptions(enrolment: EnrolmentId) throws -> [BendOption] {
        try read { core, now in try core.bendOptions(enrolment: enrolment, now: now) }
    }

    /// Keeps what a person says to what is offered to them on Today. Nothing is changed unless it is accepted.
    public func answerOffer(_ offer: Offer, accepted: Bool) throws -> OfferAnswered {
        try write(\.changes) { core, now in
            try core.answerOffer(rule: offer.rule, enrolment: offer.enrolment, accepted: accepted, now: now)
        }
    }

    /// Keeps what a person says the day after a practice: whether it is worse since.
    public func answerDayAfter(practice: PracticeId, worse: Bool) throws -> DayAfterAnswered {
        try write(\.changes) { core, now in
            try core.answerDayAfter(practice: practice, worse: worse, now: now)
        }
    }

    /// The calendar page of the month that a date falls in.
    public func month(date: CivilDate, weekBegins: Weekday) throws -> MonthPage {
        try read { core, now in try core.month(date: date, weekBegins: weekBegins, now: now) }
    }

    /// The plan and the classes as a file for the calendar app of the person's choice.
    public func calendarFile() throws -> CalendarFile {
        try write(\.changes) { core, now in try core.calendarFile(now: now) }
    }

    /// The plan page of each enrolment that runs.
    public func planOverviews() throws -> [PlanOverview] {
        try read { core, now in try core.planOverviews(now: now) }
    }

    /// The plan page, or nothing before the first enrolment.
    public func planOverview() throws -> PlanOverview? {
        try read { core, now in try core.planOverview(now: now) }
    }

    /// The sessions due from one practice day through another, at most 366 days.
    public func sessions(from: CivilDate, through: CivilDate) throws -> [Session] {
        try read { core, now in try core.sessions(from: from, through: through, now: now) }
    }
}

extension MingmenClient {
    /// What there is to choose about how a person is led, with what is chosen now.
    public func guidanceForm() throws -> GuidanceForm {
        try read { core, _ in try core.guidanceForm() }
    }

    /// Keeps how a person wants to be led from now on.
    public func chooseGuidance(guidance: Guidance) throws -> GuidanceChosen {
        try write(\.changes) { core, now in try core.chooseGuidance(guidance: guidance, now: now) }
    }

    /// The timeline of a routine with choices. Nothing is begun.
    public func compileScript(routine: RoutineId, choices: Choices) throws -> Script {
        try read { core, _ in try core.compileScript(routine: routine, choices: choices) }
    }

    /// Begins a practice. It is kept from now on, so that a killed app can continue it.
    public func beginPractice(draft: BeginDraft) throws -> Begun {
        try write(\.changes) { core, now in try core.beginPractice(draft: draft, now: now) }
    }

    /// Tells the player what happened, with the reading of the platform's monotonic clock in milliseconds.
    public func stepPractice(practice: PracticeId, event: PlayerEvent, monotonicMs: UInt64) throws -> Stepped {
        try write(\.changes) { core, now in
            try core.stepPractice(practice: practice, event: event, monotonicMs: monotonicMs, now: now)
        }
    }

    /// What can be changed about the rest of the practice that is being led.
    public func changeForm(practice: PracticeId) throws -> ChangeForm {
        try read { core, _ in try core.changeForm(practice: practice) }
    }

    /// Changes the rest of the practice that is being led. What was done stays.
    public func changePractice(
        practice: PracticeId,
        wanted: PracticeChange,
        monotonicMs: UInt64
    ) throws -> PracticeChanged {
        try write(\.changes) { core, now in
            try core.changePractice(practice: practice, wanted: wanted, monotonicMs: monotonicMs, now: now)
        }
    }

    /// The practice that is being led, or was led last, as it can be replayed exactly.
    public func recording(practice: PracticeId) throws -> String {
        try read { core, _ in try core.recording(practice: practice) }
    }

    /// Takes up a practice that was cut off: paused where its last heartbeat was.
    public func continuePractice(practice: PracticeId) throws -> Begun {
        try write(\.changes) { core, now in try core.continuePractice(practice: practice, now: now) }
    }

    /// Ends a practice that was cut off where its last heartbeat was. What was done is kept.
    public func finishOpenPractice(practice: PracticeId) throws -> Stepped {
        try write(\.changes) { core, now in try core.finishOpenPractice(practice: practice, now: now) }
    }

    /// Keeps a practice that was done without the app.
    public func logPractice(draft: EnteredPracticeDraft) throws -> PracticeLogged {
        try write(\.changes) { core, now in try core.logPractice(draft: draft, now: now) }
    }

    /// The page after a practice, or a check-in on its own.
    public func checkInForm(practice: PracticeId?) throws -> CheckInForm {
        try read { core, _ in try core.checkInForm(practice: practice) }
    }

    /// Keeps a check-in.
    public func checkIn(draft: CheckInDraft) throws -> CheckedIn {
        try write(\.changes) { core, now in try core.checkIn(draft: draft, now: now) }
    }
}

extension MingmenClient {
    /// The first screen, whole.
    public func today() throws -> Today {
        try read { core, now in try core.today(now: now) }
    }

    /// The progress page for the civil week that a date falls in.
    public func progress(date: CivilDate) throws -> ProgressPage {
        try read { core, now in try core.progress(date: date, now: now) }
    }

    /// Everything that happened on a practice day.
    public func dayLog(date: CivilDate) throws -> DayLog {
        try read { core, _ in try core.dayLog(date: date) }
    }

    /// The next reminders to ring, nearest first, at most 60. None while practice is shut.
    public func reminders(count: UInt32) throws -> [Reminder] {
        try read { core, now in try core.reminders(count: count, now: now) }
    }

    /// One look at the phone: says what rings now, what to take back and what to hand over. Look at every chance.
    /// Announced to nobody: it follows from what was announced, and would otherwise lead to the next.
    public func lookAtReminders(report: PhoneReport) throws -> ReminderLook {
        try read { core, now in try core.lookAtReminders(report: report, now: now) }
    }

    /// Keeps what the person does with a reminder.
    public func answerReminder(id: ReminderId, answer: ReminderAnswer) throws -> ReminderAnswered {
        try write(\.changes) { core, now in try core.answerReminder(id: id, answer: answer, now: now) }
    }

    /// Keeps what the person set about reminders, all of it.
    public func setReminders(settings: ReminderSettings) throws -> RemindersSet {
        try write(\.changes) { core, now in try core.setReminders(settings: settings, now: now) }
    }

    /// The Reminders page: whether they will ring, what holds them back if not, and what is set.
    public func remindersPage(leave: PhoneLeave) throws -> RemindersPage {
        try read { core, now in try core.remindersPage(leave: leave, now: now) }
    }

    /// Why something rang, or did not, on a practice day of the last week or the next.
    public func reminderDay(date: CivilDate) throws -> ReminderDay {
        try read { core, now in try core.reminderDay(date: date, now: now) }
    }

    /// The classes: those that the person keeps, then those of the articles, each with its time where the person is.
    public func classes() throws -> [ClassRow] {
        try read { core, now in try core.classes(now: now) }
    }

    /// Keeps a class, in place of the one that its draft names if it names one.
    public func keepClass(draft: ClassDraft) throws -> ClassKept {
        try write(\.changes) { core, now in try core.keepClass(draft: draft, now: now) }
    }

    /// Keeps a class no longer.
    public func removeClass(id: EntryId) throws -> ClassKept {
        try write(\.changes) { core, now in try core.removeClass(id: id, now: now) }
    }
}

extension MingmenClient {
    /// Looks after the database: the weekly copy, and mending. For once at each start, after the first screen.
    public func lookAfter() throws -> LookedAfter {
        try write(\.changes) { core, now in try core.lookAfter(now: now) }
    }

    /// Mends the database after a call threw `StoreDamaged`. Ask again what was asked before.
    public func mend() throws -> LookedAfter {
        try write(\.changes) { core, now in try core.mend(now: now) }
    }

    /// The person has read an account of a mending.
    public func accountRead(number: UInt32) throws -> AccountRead {
        try write(\.changes) { core, _ in try core.accountRead(number: number) }
    }

    /// The page about the person's own data.
    public func keeping() throws -> KeepingPage {
        try read { core, now in try core.keeping(now: now) }
    }

    /// The page on which everything is deleted. It is asked twice.
    public func deleteForm() throws -> DeleteForm {
        try read { core, now in try core.deleteForm(now: now) }
    }

    /// Deletes everything that the person did and said, and every copy that the app made of it.
    public func deleteEverything() throws -> EverythingDeleted {
        try write(\.changes) { core, _ in try core.deleteEverything() }
    }
}
