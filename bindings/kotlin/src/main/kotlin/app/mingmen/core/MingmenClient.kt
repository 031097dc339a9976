package app.mingmen.core

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.SharedFlow
import kotlinx.coroutines.flow.asSharedFlow
import kotlinx.coroutines.withContext

/**
 * [Mingmen] for coroutines: each command and query as a suspending function that runs on [dispatcher], and [changes]
 * to say what to reload.
 *
 * The present moment is asked of [now] at each call, so tests set the clock and apps read the device's:
 *
 * ```
 * val options = OpenOptions(path, randomSeed(), locale = "en", country = "GB")
 * val client = MingmenClient.open(options, now = { Now.of(Clock.systemUTC(), ZoneId.systemDefault()) })
 * client.use { println(it.today().heading) }
 * ```
 *
 * Every function throws [MingmenException]; [ErrorKey] says which sentence to show for it.
 */
class MingmenClient(
    private val mingmen: MingmenInterface,
    private val now: () -> Now,
    private val dispatcher: CoroutineDispatcher = Dispatchers.IO,
) : AutoCloseable {
    // Unlimited, so that a slow screen never holds up a write that is already kept.
    private val announced = MutableSharedFlow<Set<Subject>>(extraBufferCapacity = Channel.UNLIMITED)

    /** What each write changed, once it is kept; writes that changed nothing are silent. */
    val changes: SharedFlow<Set<Subject>> = announced.asSharedFlow()

    /** Shuts the core down: calls that follow throw [MingmenException.Closed]. Closing again does nothing. Blocks. */
    override fun close() = mingmen.shutDown()

    /** The questions before the first practice. */
    suspend fun screeningForm(): ScreeningForm = read { screeningForm() }

    /** Keeps the answers to the screening and says whether practice is open. No ticks means "None of these". */
    suspend fun answerScreening(ticked: List<ScreeningLineId>): Screened =
        write(Screened::changes) { answerScreening(ticked, now()) }

    /** Keeps "A clinician has seen me about this and said I may exercise", dated. It reopens practice. */
    suspend fun recordClearance(): Screened = write(Screened::changes) { recordClearance(now()) }

    /** Whether practice is open, with the page to show if it is not. */
    suspend fun gate(): Gate = read { gate(now()) }

    /** The questions after the first breath. */
    suspend fun aboutYouForm(): AboutYouForm = read { aboutYouForm() }

    /** What these ticks would change. Nothing is kept. */
    suspend fun aboutYouEffect(ticked: List<AboutYouLineId>): AboutYouEffect = read { aboutYouEffect(ticked) }

    /** Keeps the answers to "About you". */
    suspend fun answerAboutYou(ticked: List<AboutYouLineId>): AboutYouSaved =
        write(AboutYouSaved::changes) { answerAboutYou(ticked, now()) }

    /** The page after "Stop, something hurts". */
    suspend fun stopForm(): StopForm = read { stopForm() }

    /** Keeps a sign that was felt outside a practice. Some signs shut practice until the questions are answered again. */
    suspend fun noteStopSign(sign: StopSignId): SignNoted = write(SignNoted::changes) { noteStopSign(sign, now()) }

    /** The Library's first page, whole: everything, or what is for one part of the body or one posture. */
    suspend fun library(filter: LibraryFilter): LibraryPage = read { library(filter) }

    /** The page of a movement, whole. The id may name one of its forms. */
    suspend fun movementPage(id: VariantId): MovementPage = read { movementPage(id, now()) }

    /** The page of a routine, whole, of whatever kind. */
    suspend fun routinePage(id: RoutineId): RoutinePage = read { routinePage(id, now()) }

    /** The page of a topic, whole. */
    suspend fun topicPage(id: TopicId): TopicPage = read { topicPage(id) }

    /** A page to read, whole. */
    suspend fun readingPage(id: ItemId): ReadingPage = read { readingPage(id, now()) }

    /** The line that opens an item: a movement, a form of one, a routine, a topic, something to read. */
    suspend fun item(id: ItemId): ItemLink = read { item(id) }

    /** Everything that a few letters find, typing errors tolerated. Nothing typed finds nothing. */
    suspend fun search(query: String): SearchPage = read { search(query) }

    /** The body map: outlines, parts of the body, points and channels. */
    suspend fun bodyMap(): BodyMap = read { bodyMap() }

    /** The page on which a routine is made. */
    suspend fun makeForm(): MakeForm = read { makeForm(now()) }

    /** A routine made to measure from a few wishes. Nothing is kept. */
    suspend fun madeToMeasure(draft: MeasureDraft): RoutinePage = read { madeToMeasure(draft, now()) }

    /** Keeps a routine of the person's own: a new one, or [changes] as it is from now on. */
    suspend fun saveOwnRoutine(draft: OwnRoutineDraft, changes: OwnRoutineId?): OwnRoutineSaved =
        write(OwnRoutineSaved::changes) { saveOwnRoutine(draft, changes, now()) }

    /** Keeps a copy of a routine of the person's own. */
    suspend fun duplicateOwnRoutine(id: OwnRoutineId): OwnRoutineSaved =
        write(OwnRoutineSaved::changes) { duplicateOwnRoutine(id, now()) }

    /** Takes a routine of the person's own out of the Library. Practices of it stay as they were. */
    suspend fun deleteOwnRoutine(id: OwnRoutineId): OwnRoutineDeleted =
        write(OwnRoutineDeleted::changes) { deleteOwnRoutine(id, now()) }

    /** A routine of the person's own as a file to share. */
    suspend fun shareOwnRoutine(id: OwnRoutineId): SharedRoutine = read { shareOwnRoutine(id) }

    /** Keeps a routine from the text of a shared file. */
    suspend fun importOwnRoutine(text: String): OwnRoutineSaved =
        write(OwnRoutineSaved::changes) { importOwnRoutine(text, now()) }

    /** The body check: a few questions about today. */
    suspend fun bodyCheckForm(): BodyCheckForm = read { bodyCheckForm() }

    /** Keeps the answers to the body check and says what they suggest. */
    suspend fun answerBodyCheck(answers: List<BodyAnswer>): Suggestions =
        write(Suggestions::changes) { answerBodyCheck(answers, now()) }

    /** What the latest body check suggests, or nothing before the first. */
    suspend fun suggestions(): Suggestions? = read { suggestions(now()) }

    /** The small notes that can be kept. */
    suspend fun notesForm(): NotesForm = read { notesForm() }

    /** Keeps a small note. */
    suspend fun keepNote(draft: NoteDraft): NoteKept = write(NoteKept::changes) { keepNote(draft, now()) }

    /** Takes a small note away. */
    suspend fun removeNote(id: NoteId): NoteRemoved = write(NoteRemoved::changes) { removeNote(id, now()) }

    /** The plans that can be followed. */
    suspend fun planChoices(): List<PlanChoice> = read { planChoices(now()) }

    /** The page to begin a plan, preset; the back plan where none is named. */
    suspend fun enrolForm(plan: PlanId? = null, routine: RoutineId? = null): EnrolForm = read { enrolForm(plan, routine, now()) }

    /** Begins a plan. */
    suspend fun enrol(draft: EnrolmentDraft): Enrolled = write(Enrolled::changes) { enrol(draft, now()) }

    /** Changes an enrolment from a date on: today or later, so that the past stays as it was. */
    suspend fun changeEnrolment(enrolment: EnrolmentId, effectiveFrom: CivilDate, change: Change): EnrolmentChanged =
        write(EnrolmentChanged::changes) { changeEnrolment(enrolment, effectiveFrom, change, now()) }

    /** Every enrolment with its changes, oldest first. */
    suspend fun enrolments(): List<Enrolment> = read { enrolments() }

    /** The ways to bend a plan now, each ready for [changeEnrolment]. */
    suspend fun bendOptions(enrolment: EnrolmentId): List<BendOption> = read { bendOptions(enrolment, now()) }

    /** Keeps what a person says to what is offered to them on Today. Nothing is changed unless it is accepted. */
    suspend fun answerOffer(offer: Offer, accepted: Boolean): OfferAnswered =
        write(OfferAnswered::changes) { answerOffer(offer.rule, offer.enrolment, accepted, now()) }

    /** Keeps what a person says the day after a practice: whether it is worse since. */
    suspend fun answerDayAfter(practice: PracticeId, worse: Boolean): DayAfterAnswered =
        write(DayAfterAnswered::changes) { answerDayAfter(practice, worse, now()) }

    /** The trends page: what the notes of the latest weeks show, and how regular practice was. */
    suspend fun trends(span: TrendSpan): TrendsPage = read { trends(span, now()) }

    /** The year page: days, rings, hours, and what was practised most. */
    suspend fun year(weekBegins: Weekday): YearPage = read { year(weekBegins, now()) }

    /** Everything that the person has reached, oldest first. */
    suspend fun milestones(): List<Milestone> = read { milestones(now()) }

    /** Keeps that the person was told of something that they reached. */
    suspend fun tellMilestone(id: MilestoneId): MilestoneTold =
        write(MilestoneTold::changes) { tellMilestone(id, now()) }

    /** The page for a doctor or physiotherapist, as one HTML file. */
    suspend fun report(draft: ReportDraft): Report = read { report(draft, now()) }

    /** The calendar page of the month that a date falls in. */
    suspend fun month(date: CivilDate, weekBegins: Weekday): MonthPage = read { month(date, weekBegins, now()) }

    /** The plan and the classes as a file for the calendar app of the person's choice. */
    suspend fun calendarFile(): CalendarFile = write(CalendarFile::changes) { calendarFile(now()) }

    /** Looks after the database: the weekly copy, and mending. For once at each start, after the first screen. */
    suspend fun lookAfter(): LookedAfter = write(LookedAfter::changes) { lookAfter(now()) }

    /** Mends the database after a call threw [MingmenException.StoreDamaged]. Ask again what was asked before. */
    suspend fun mend(): LookedAfter = write(LookedAfter::changes) { mend(now()) }

    /** The person has read an account of a mending. */
    suspend fun accountRead(number: UInt): AccountRead = write(AccountRead::changes) { accountRead(number) }

    /** The page about the person's own data. */
    suspend fun keeping(): KeepingPage = read { keeping(now()) }

    /** The page on which everything is deleted. It is asked twice. */
    suspend fun deleteForm(): DeleteForm = read { deleteForm(now()) }

    /** Deletes everything that the person did and said, and every copy that the app made of it. */
    suspend fun deleteEverything(): EverythingDeleted = write(EverythingDeleted::changes) { deleteEverything() }

    /** The plan page of each enrolment that runs. */
    suspend fun planOverviews(): List<PlanOverview> = read { planOverviews(now()) }

    /** The plan page, or nothing before the first enrolment. */
    suspend fun planOverview(): PlanOverview? = read { planOverview(now()) }

    /** The sessions due from one practice day through another, at most 366 days. */
    suspend fun sessions(from: CivilDate, through: CivilDate): List<Session> = read { sessions(from, through, now()) }

    /** The timeline of a routine with choices. Nothing is begun. */
    suspend fun compileScript(routine: RoutineId, choices: Choices): Script = read { compileScript(routine, choices) }

    /** What there is to choose about how a person is led, with what is chosen now. */
    suspend fun guidanceForm(): GuidanceForm = read { guidanceForm() }

    /** Keeps how a person wants to be led from now on. */
    suspend fun chooseGuidance(guidance: Guidance): GuidanceChosen =
        write(GuidanceChosen::changes) { chooseGuidance(guidance, now()) }

    /** Begins a practice. It is kept from now on, so that a killed app can continue it. */
    suspend fun beginPractice(draft: BeginDraft): Begun = write(Begun::changes) { beginPractice(draft, now()) }

    /** Tells the player what happened, with the reading of the platform's monotonic clock in milliseconds. */
    suspend fun stepPractice(practice: PracticeId, event: PlayerEvent, monotonicMs: ULong): Stepped =
        write(Stepped::changes) { stepPractice(practice, event, monotonicMs, now()) }

    /** What can be changed about the rest of the practice that is being led. */
    suspend fun changeForm(practice: PracticeId): ChangeForm = read { changeForm(practice) }

    /** Changes the rest of the practice that is being led; what was done stays. Kept when this returns. */
    suspend fun changePractice(practice: PracticeId, wanted: PracticeChange, monotonicMs: ULong): PracticeChanged =
        write(PracticeChanged::changes) { changePractice(practice, wanted, monotonicMs, now()) }

    /** The practice that is being led, or was led last, as it can be replayed exactly: a JSON text. */
    suspend fun recording(practice: PracticeId): String = read { recording(practice) }

    /** Takes up a practice that was cut off: paused where its last heartbeat was. */
    suspend fun continuePractice(practice: PracticeId): Begun =
        write(Begun::changes) { continuePractice(practice, now()) }

    /** Ends a practice that was cut off where its last heartbeat was. */
    suspend fun finishOpenPractice(practice: PracticeId): Stepped =
        write(Stepped::changes) { finishOpenPractice(practice, now()) }

    /** Keeps a practice that was done without the app. */
    suspend fun logPractice(draft: EnteredPracticeDraft): PracticeLogged =
        write(PracticeLogged::changes) { logPractice(draft, now()) }

    /** The page after a practice, or a check-in on its own. */
    suspend fun checkInForm(practice: PracticeId?): CheckInForm = read { checkInForm(practice) }

    /** Keeps a check-in. */
    suspend fun checkIn(draft: CheckInDraft): CheckedIn = write(CheckedIn::changes) { checkIn(draft, now()) }

    /** The first screen, whole. */
    suspend fun today(): Today = read { today(now()) }

    /** The progress page for the civil week that a date falls in. */
    suspend fun progress(date: CivilDate): ProgressPage = read { progress(date, now()) }

    /** Everything that happened on a practice day. */
    suspend fun dayLog(date: CivilDate): DayLog = read { dayLog(date) }

    /** A page of the diary: the days before a date on which something was kept, the newest first. */
    suspend fun history(before: CivilDate?, count: UInt): HistoryPage = read { history(before, count, now()) }

    /** A check-in as it is, to be put right. */
    suspend fun checkInEntry(id: CheckInId): CheckInEntry = read { checkInEntry(id) }

    /** Corrects a check-in: it has another id from then on. */
    suspend fun correctCheckIn(id: CheckInId, draft: CheckInDraft): CheckInCorrected =
        write(CheckInCorrected::changes) { correctCheckIn(id, draft, now()) }

    /** Deletes a check-in. */
    suspend fun deleteCheckIn(id: CheckInId): EntryDeleted =
        write(EntryDeleted::changes) { deleteCheckIn(id, now()) }

    /** A practice as it is, to be put right. */
    suspend fun practiceEntry(id: PracticeId): PracticeEntry = read { practiceEntry(id, now()) }

    /** Corrects a practice: it has another id from then on. Of one that the app led, what it counts for can be changed. */
    suspend fun correctPractice(id: PracticeId, draft: EnteredPracticeDraft): PracticeCorrected =
        write(PracticeCorrected::changes) { correctPractice(id, draft, now()) }

    /** Deletes a practice. What was noted about it stays, on its own. */
    suspend fun deletePractice(id: PracticeId): EntryDeleted =
        write(EntryDeleted::changes) { deletePractice(id, now()) }

    /** A small note as it is, to be put right. */
    suspend fun noteEntry(id: NoteId): NoteEntry = read { noteEntry(id) }

    /** Corrects a small note: it has another id from then on. */
    suspend fun correctNote(id: NoteId, draft: NoteDraft): NoteKept =
        write(NoteKept::changes) { correctNote(id, draft, now()) }

    /** A rating of an activity as it is, to be put right. */
    suspend fun ratingEntry(id: ActivityRatingId): RatingEntry = read { ratingEntry(id) }

    /** Corrects a rating of an activity: it has another id from then on. */
    suspend fun correctRating(id: ActivityRatingId, rating: UByte): RatingCorrected =
        write(RatingCorrected::changes) { correctRating(id, rating, now()) }

    /** Deletes a rating of an activity. */
    suspend fun deleteRating(id: ActivityRatingId): EntryDeleted =
        write(EntryDeleted::changes) { deleteRating(id, now()) }

    /** The page of everyday activities. */
    suspend fun activities(): ActivitiesPage = read { activities(now()) }

    /** Names an activity to be rated from now on. */
    suspend fun nameActivity(name: String): ActivityNamed =
        write(ActivityNamed::changes) { nameActivity(name, now()) }

    /** Calls an activity by another name. */
    suspend fun renameActivity(id: ActivityId, name: String): ActivityChanged =
        write(ActivityChanged::changes) { renameActivity(id, name, now()) }

    /** Rates an activity no more. Its ratings stay. */
    suspend fun retireActivity(id: ActivityId): ActivityChanged =
        write(ActivityChanged::changes) { retireActivity(id, now()) }

    /** Keeps how activities go, all of them or none. */
    suspend fun rateActivities(ratings: List<ActivityRatingDraft>): ActivitiesRated =
        write(ActivitiesRated::changes) { rateActivities(ratings, now()) }

    /** The next reminders to ring, nearest first. None while practice is shut. */
    suspend fun reminders(count: UInt): List<Reminder> = read { reminders(count, now()) }

    /**
     * One look at the phone: says what rings now, what to take back and what to hand over. Look at every chance.
     * Announced to nobody: it follows from what was announced, and would otherwise lead to the next.
     */
    suspend fun lookAtReminders(report: PhoneReport): ReminderLook = read { lookAtReminders(report, now()) }

    /** A test: one reminder that rings in ten seconds, by the same way as all others. Look at the phone next. */
    suspend fun ringTest(): TestRing = write(TestRing::changes) { ringTest(now()) }

    /** Keeps what the person does with a reminder. A test is only opened. */
    suspend fun answerReminder(id: ReminderId, answer: ReminderAnswer): ReminderAnswered =
        write(ReminderAnswered::changes) { answerReminder(id, answer, now()) }

    /** Keeps what the person set about reminders, all of it. */
    suspend fun setReminders(settings: ReminderSettings): RemindersSet =
        write(RemindersSet::changes) { setReminders(settings, now()) }

    /** The Reminders page: whether they will ring, what holds them back if not, and what is set. */
    suspend fun remindersPage(leave: PhoneLeave): RemindersPage = read { remindersPage(leave, now()) }

    /** Why something rang, or did not, on a practice day of the last week or the next. */
    suspend fun reminderDay(date: CivilDate): ReminderDay = read { reminderDay(date, now()) }

    /** The classes: those that the person keeps, then those of the articles, each with its time where the person is. */
    suspend fun classes(): List<ClassRow> = read { classes(now()) }

    /** Keeps a class, in place of the one that its draft names if it names one. */
    suspend fun keepClass(draft: ClassDraft): ClassKept = write(ClassKept::changes) { keepClass(draft, now()) }

    /** Keeps a class no longer. */
    suspend fun removeClass(id: EntryId): ClassKept = write(ClassKept::changes) { removeClass(id, now()) }

    /** The figure's loop for a motion and a posture: everything an app needs to draw it without another call. */
    suspend fun figureClip(motion: String, posture: Posture): FigureClip = read { figureClip(motion, posture) }

    /** Who the drawn person may be, and who it is now. */
    suspend fun figureForm(): FigureForm = read { figureForm() }

    /** Keeps who the drawn person is. */
    suspend fun chooseFigure(choices: FigureChoices): FigureForm =
        write(FigureForm::changes) { chooseFigure(choices, now()) }

    /** Begins to write everything that the person kept to a file, which is there when the work is done. */
    suspend fun exportArchive(path: String): LongTask = read { exportArchive(path, now()) }

    /** Begins to read an archive: the steps check all of it and change nothing, then [takeImport] takes it. */
    suspend fun importArchive(path: String): LongTask = read { importArchive(path, now()) }

    /** Begins to write two tables for a spreadsheet, which are there when the work is done. */
    suspend fun exportTables(practices: String, checkIns: String): LongTask = read { exportTables(practices, checkIns) }

    /** Begins to read a table of practices that were kept elsewhere: nothing changes before [takeImport]. */
    suspend fun importTable(path: String): LongTask = read { importTable(path, now()) }

    /** Takes the archive or the table that was read: all of it at once, or nothing where it fails. */
    suspend fun takeImport(task: UInt, mode: ImportMode): ImportTaken =
        write(ImportTaken::changes) { takeImport(task, mode, now()) }

    /** Does some more of long work, about so many rows. */
    suspend fun stepTask(task: UInt, budget: UInt): Progressed = read { stepTask(task, budget) }

    /** Ends long work before its end: nothing of it is left. */
    suspend fun cancelTask(task: UInt) = read { cancelTask(task) }

    private suspend fun <T> read(query: MingmenInterface.() -> T): T = withContext(dispatcher) { mingmen.query() }

    // Announced before the result is handed over: a caller that was cancelled meanwhile has still changed the store.
    private suspend fun <T> write(changesOf: (T) -> List<Subject>, command: MingmenInterface.() -> T): T = read {
        command().also { made -> changesOf(made).toSet().ifEmpty { null }?.let(announced::tryEmit) }
    }

    companion object {
        /** Opens the store on [dispatcher]; see [OpenOptions]. */
        suspend fun open(
            options: OpenOptions,
            now: () -> Now,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): MingmenClient = MingmenClient(withContext(dispatcher) { Mingmen(options, now()) }, now, dispatcher)
    }
}
