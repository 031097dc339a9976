//! The one object that the apps hold: every command and query, each a call into the core and nothing else.
use std::sync::Arc;

use mingmen_core::calendar::EntryId;
use mingmen_core::catalogue::{BodyMap, ItemId, Posture, RoutineId, TopicId, VariantId};
use mingmen_core::figure::{FigureChoices, FigureClip};
use mingmen_core::measure::MeasureDraft;
use mingmen_core::mingmen::{
    AboutYouSaved, BeginDraft, Begun, BodyCheckForm, ChangeForm, CheckInForm, CheckedIn, ClassDraft,
    ClassKept, ClassRow, DayLog, FigureForm, GuidanceChosen, GuidanceForm, ItemLink, LibraryFilter,
    LibraryPage, MakeForm, MingmenError, MovementPage, NoteKept, NoteRemoved, NotesForm, OpenOptions,
    OwnRoutineDeleted, OwnRoutineSaved, PracticeChanged, PracticeLogged, ProgressPage, ReadingPage,
    ReminderAnswer, ReminderAnswered, ReminderDay, ReminderLook, RemindersPage, RemindersSet, RoutinePage,
    Screened, SearchPage, SharedRoutine, SignNoted, Stepped, Suggestions, Today, TopicPage,
};
use mingmen_core::own::{BodyAnswer, NoteDraft, NoteId, OwnRoutineDraft, OwnRoutineId};
use mingmen_core::practice::{
    CheckInDraft, Choices, EnteredPracticeDraft, Guidance, PlayerEvent, PracticeChange, PracticeId, Script,
};
use mingmen_core::reminder::{PhoneLeave, PhoneReport, Reminder, ReminderId, ReminderSettings};
use mingmen_core::safety::{
    AboutYouEffect, AboutYouForm, AboutYouLineId, Gate, ScreeningForm, ScreeningLineId, StopForm, StopSignId,
};
use mingmen_core::zone::{CivilDate, Now};

type Result<T> = std::result::Result<T, MingmenError>;

/// Everything that the app can ask and do. Open it once, keep it while the app lives, shut it down before it goes.
///
/// Safe to call from any thread; each call waits for the database, so call it away from the main thread.
#[derive(uniffi::Object)]
pub struct Mingmen {
    pub(crate) core: mingmen_core::mingmen::Mingmen,
}

#[uniffi::export]
impl Mingmen {
    /// Opens the database, and makes it if it is not there. One that is damaged is mended first; what became of
    /// everything is on `Today`, as an account to read.
    ///
    /// Errors: `InvalidInput` for a seed that has not 32 bytes or a country that is not two capital letters;
    /// `UnknownZone`; and the `Store…` cases for a file that cannot be used, which is left as it is.
    #[uniffi::constructor]
    pub fn new(options: OpenOptions, now: Now) -> Result<Arc<Self>> {
        let core = mingmen_core::mingmen::Mingmen::open(&options, &now)?;
        Ok(Arc::new(Self { core }))
    }

    /// Closes the database. Every later call but this one says `Closed`.
    ///
    /// Errors: `StoreFailed` where SQLite cannot tidy up. Nothing that was kept is lost by that.
    pub fn shut_down(&self) -> Result<()> {
        self.core.shut_down()
    }

    /// The questions before the first practice.
    pub fn screening_form(&self) -> Result<ScreeningForm> {
        self.core.screening_form()
    }

    /// Keeps the answers to the screening and says whether practice is open. No ticks means "None of these".
    ///
    /// Errors: `NotFound` for a line that the screening has not.
    pub fn answer_screening(&self, ticked: Vec<ScreeningLineId>, now: Now) -> Result<Screened> {
        self.core.answer_screening(&ticked, &now)
    }

    /// Keeps "A clinician has seen me about this and said I may exercise", dated. It reopens practice.
    ///
    /// Errors: `AlreadyEnded` where practice is not shut.
    pub fn record_clearance(&self, now: Now) -> Result<Screened> {
        self.core.record_clearance(&now)
    }

    /// Whether practice is open, with the page to show if it is not.
    ///
    /// Errors: the `Store…` cases.
    pub fn gate(&self, now: Now) -> Result<Gate> {
        self.core.gate(&now)
    }

    /// The questions after the first breath.
    pub fn about_you_form(&self) -> Result<AboutYouForm> {
        self.core.about_you_form()
    }

    /// What these ticks would change. Nothing is kept.
    ///
    /// Errors: `NotFound` for a line that the page has not.
    pub fn about_you_effect(&self, ticked: Vec<AboutYouLineId>) -> Result<AboutYouEffect> {
        self.core.about_you_effect(&ticked)
    }

    /// Keeps the answers to "About you".
    ///
    /// Errors: `NotFound` for a line that the page has not.
    pub fn answer_about_you(&self, ticked: Vec<AboutYouLineId>, now: Now) -> Result<AboutYouSaved> {
        self.core.answer_about_you(&ticked, &now)
    }

    /// The page after "Stop, something hurts".
    pub fn stop_form(&self) -> Result<StopForm> {
        self.core.stop_form()
    }

    /// The Library's first page, whole: everything, or what is for one part of the body or one posture.
    ///
    /// Errors: `NotFound` for a part of the body that nothing is for.
    pub fn library(&self, filter: LibraryFilter) -> Result<LibraryPage> {
        self.core.library(&filter)
    }

    /// The page of a movement, whole. The id may name one of its forms.
    ///
    /// Errors: `NotFound`.
    pub fn movement_page(&self, id: VariantId, now: Now) -> Result<MovementPage> {
        self.core.movement_page(&id, &now)
    }

    /// The page of a routine, whole, of whatever kind.
    ///
    /// Errors: `NotFound`.
    pub fn routine_page(&self, id: RoutineId, now: Now) -> Result<RoutinePage> {
        self.core.routine_page(&id, &now)
    }

    /// The page of a topic, whole.
    ///
    /// Errors: `NotFound`.
    pub fn topic_page(&self, id: TopicId) -> Result<TopicPage> {
        self.core.topic_page(&id)
    }

    /// A page to read, whole.
    ///
    /// Errors: `NotFound`.
    pub fn reading_page(&self, id: ItemId, now: Now) -> Result<ReadingPage> {
        self.core.reading_page(&id, &now)
    }

    /// The line that opens an item of the catalogue: a movement, a form of one, a routine, a topic, something to read.
    ///
    /// Errors: `NotFound`.
    pub fn item(&self, id: ItemId) -> Result<ItemLink> {
        self.core.item(&id)
    }

    /// Everything that a few letters find, by name, by other name, by a word of the text or by a part of the body, typing
    /// errors tolerated. Nothing typed finds nothing.
    pub fn search(&self, query: String) -> Result<SearchPage> {
        self.core.search(&query)
    }

    /// The body map: outlines, parts of the body, points and channels.
    pub fn body_map(&self) -> Result<BodyMap> {
        self.core.body_map()
    }

    /// The page on which a routine is made: what there is to choose from.
    ///
    /// Errors: the `Store…` cases.
    pub fn make_form(&self, now: Now) -> Result<MakeForm> {
        self.core.make_form(&now)
    }

    /// A routine made to measure. Nothing is kept: begin it, or save it as one's own. Its id alone is enough to make the
    /// same again.
    ///
    /// Errors: `InvalidInput` with the field, or with what to loosen where nothing fits.
    pub fn made_to_measure(&self, draft: MeasureDraft, now: Now) -> Result<RoutinePage> {
        self.core.made_to_measure(&draft, &now)
    }

    /// Keeps a routine of one's own: a new one, or another revision of one that is there.
    ///
    /// Errors: `InvalidInput` with the field, `NotFound` for the routine that is to be changed.
    pub fn save_own_routine(
        &self,
        draft: OwnRoutineDraft,
        changes: Option<OwnRoutineId>,
        now: Now,
    ) -> Result<OwnRoutineSaved> {
        self.core.save_own_routine(&draft, changes.as_ref(), &now)
    }

    /// Keeps a copy of a routine of one's own under another name: "Morning 2".
    ///
    /// Errors: `NotFound`.
    pub fn duplicate_own_routine(&self, id: OwnRoutineId, now: Now) -> Result<OwnRoutineSaved> {
        self.core.duplicate_own_routine(&id, &now)
    }

    /// Deletes a routine of one's own. What was practised with it stays.
    ///
    /// Errors: `NotFound`.
    pub fn delete_own_routine(&self, id: OwnRoutineId, now: Now) -> Result<OwnRoutineDeleted> {
        self.core.delete_own_routine(&id, &now)
    }

    /// A routine of one's own as a file to share.
    ///
    /// Errors: `NotFound`.
    pub fn share_own_routine(&self, id: OwnRoutineId) -> Result<SharedRoutine> {
        self.core.share_own_routine(&id)
    }

    /// Keeps a routine from a file that somebody shared.
    ///
    /// Errors: `InvalidFile` with the line, the column and what is wrong: then nothing is kept.
    pub fn import_own_routine(&self, text: String, now: Now) -> Result<OwnRoutineSaved> {
        self.core.import_own_routine(&text, &now)
    }

    /// The questions about today.
    pub fn body_check_form(&self) -> Result<BodyCheckForm> {
        self.core.body_check_form()
    }

    /// Keeps the answers of the body check and says what they suggest.
    ///
    /// Errors: `InvalidInput` where nothing is answered, a question or an answer is there twice, or several are given
    /// where one is asked for; `NotFound` for a question or an answer that the form has not.
    pub fn answer_body_check(&self, answers: Vec<BodyAnswer>, now: Now) -> Result<Suggestions> {
        self.core.answer_body_check(&answers, &now)
    }

    /// What the last body check suggests; none where nobody has answered one.
    ///
    /// Errors: the `Store…` cases.
    pub fn suggestions(&self, now: Now) -> Result<Option<Suggestions>> {
        self.core.suggestions(&now)
    }

    /// The small notes that can be kept. All are optional.
    pub fn notes_form(&self) -> Result<NotesForm> {
        self.core.notes_form()
    }

    /// Keeps a small note.
    ///
    /// Errors: `InvalidInput` with the field, `NotFound` for its kind or its option.
    pub fn keep_note(&self, draft: NoteDraft, now: Now) -> Result<NoteKept> {
        self.core.keep_note(&draft, &now)
    }

    /// Takes a small note back.
    ///
    /// Errors: `NotFound`; `InvalidInput` for what can be no id of a note.
    pub fn remove_note(&self, id: NoteId, now: Now) -> Result<NoteRemoved> {
        self.core.remove_note(&id, &now)
    }

    /// Keeps a stop sign that was felt while no practice is open, and says whether practice is open still. A sign of
    /// emergency shuts it; a doubtful one asks the screening again.
    ///
    /// Errors: `NotFound` for the sign.
    pub fn note_stop_sign(&self, sign: StopSignId, now: Now) -> Result<SignNoted> {
        self.core.note_stop_sign(&sign, &now)
    }

    /// The timeline of a routine with choices. Nothing is begun.
    ///
    /// Errors: `NotFound` for the routine, `InvalidInput` for a choice.
    pub fn compile_script(&self, routine: RoutineId, choices: Choices) -> Result<Script> {
        self.core.compile_script(&routine, &choices)
    }

    /// Begins a practice. It is kept from now on, so that a killed app can continue it.
    ///
    /// Errors: `PracticeShut`, `PracticeStillOpen`, `NotFound` for the routine
    /// or the enrolment, `InvalidInput` for a choice or the number of pain.
    pub fn begin_practice(&self, draft: BeginDraft, now: Now) -> Result<Begun> {
        self.core.begin_practice(&draft, &now)
    }

    /// Tells the player what happened, with the reading of the platform's monotonic clock in milliseconds.
    ///
    /// Send `Tick` about once a second. Where the player is gets kept about once a breath, and at every
    /// turn; the end is kept for good before this returns.
    ///
    /// Errors: `AlreadyEnded` for a practice that has ended, `NotFound` for one that never was
    /// or has not been taken up again, and for a stop sign that is none.
    pub fn step_practice(
        &self,
        practice: PracticeId,
        event: PlayerEvent,
        monotonic_ms: u64,
        now: Now,
    ) -> Result<Stepped> {
        self.core.step_practice(&practice, &event, monotonic_ms, &now)
    }

    /// Changes the rest of the practice that is being led: more or less time, a chair instead of the feet, another
    /// manner. What was done stays. Kept before this returns.
    ///
    /// Errors: `NotFound` and `AlreadyEnded` as in `step_practice`,
    /// `InvalidInput` for what is out of range.
    pub fn change_practice(
        &self,
        practice: PracticeId,
        wanted: PracticeChange,
        monotonic_ms: u64,
        now: Now,
    ) -> Result<PracticeChanged> {
        self.core.change_practice(&practice, &wanted, monotonic_ms, &now)
    }

    /// What can be changed about the rest of the practice that is being led.
    ///
    /// Errors: `NotFound` and `AlreadyEnded` as in `step_practice`.
    pub fn change_form(&self, practice: PracticeId) -> Result<ChangeForm> {
        self.core.change_form(&practice)
    }

    /// The practice that is being led, or was led last since the app came up, as it can be replayed exactly: a JSON text
    /// of timeline, events and effects. There is nothing personal in it but the practice itself.
    ///
    /// Errors: `NotFound` for any other practice.
    pub fn recording(&self, practice: PracticeId) -> Result<String> {
        self.core.recording(&practice)
    }

    /// What there is to choose about how a person is led, with what is chosen now.
    ///
    /// Errors: `Closed`.
    pub fn guidance_form(&self) -> Result<GuidanceForm> {
        self.core.guidance_form()
    }

    /// Keeps how a person wants to be led from now on. The practice that is being led goes on as it is; see
    /// `change_practice`.
    ///
    /// Errors: `InvalidInput` with the field, and the `Store…` cases.
    pub fn choose_guidance(&self, guidance: Guidance, now: Now) -> Result<GuidanceChosen> {
        self.core.choose_guidance(&guidance, &now)
    }

    /// Takes up a practice that was cut off: paused where its last heartbeat was. Time while the app was gone never counts.
    ///
    /// Errors: `NotFound`, `AlreadyEnded`, `PracticeShut`.
    pub fn continue_practice(&self, practice: PracticeId, now: Now) -> Result<Begun> {
        self.core.continue_practice(&practice, &now)
    }

    /// Ends a practice that was cut off where its last heartbeat was. What was done is kept.
    ///
    /// Errors: `NotFound`, `AlreadyEnded`.
    pub fn finish_open_practice(&self, practice: PracticeId, now: Now) -> Result<Stepped> {
        self.core.finish_open_practice(&practice, &now)
    }

    /// Keeps a practice that was done without the app.
    ///
    /// Errors: `InvalidInput` for the date or the minutes, `NotFound` for the enrolment or routine.
    pub fn log_practice(&self, draft: EnteredPracticeDraft, now: Now) -> Result<PracticeLogged> {
        self.core.log_practice(&draft, &now)
    }

    /// The page after a practice, or a check-in on its own.
    ///
    /// Errors: `NotFound` for the practice.
    pub fn check_in_form(&self, practice: Option<PracticeId>) -> Result<CheckInForm> {
        self.core.check_in_form(practice.as_ref())
    }

    /// Keeps a check-in.
    ///
    /// Errors: `InvalidInput` with the field, `NotFound` for the practice or a sensation.
    pub fn check_in(&self, draft: CheckInDraft, now: Now) -> Result<CheckedIn> {
        self.core.check_in(&draft, &now)
    }

    /// The first screen, whole.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn today(&self, now: Now) -> Result<Today> {
        self.core.today(&now)
    }

    /// The progress page for the civil week that a date falls in.
    ///
    /// Errors: `InvalidInput` for a date outside the years 1970 to 2099.
    pub fn progress(&self, date: CivilDate, now: Now) -> Result<ProgressPage> {
        self.core.progress(date, &now)
    }

    /// Everything that happened on a practice day.
    ///
    /// Errors: `InvalidInput` for a date outside the years 1970 to 2099.
    pub fn day_log(&self, date: CivilDate) -> Result<DayLog> {
        self.core.day_log(date)
    }

    /// The next reminders to ring, nearest first. None while practice is shut.
    ///
    /// Errors: `InvalidInput` for a count of more than 60.
    pub fn reminders(&self, count: u32, now: Now) -> Result<Vec<Reminder>> {
        self.core.reminders(count, &now)
    }

    /// One look at the phone: says what rings now, what to take back and what to hand over, and keeps what became of the
    /// rest. Look at every chance: when the app opens or comes back, after a change, when an alarm goes off, when the phone
    /// starts, and when its clock or its leave changed.
    ///
    /// Errors: `InvalidInput` for more than 60 slots.
    pub fn look_at_reminders(&self, report: PhoneReport, now: Now) -> Result<ReminderLook> {
        self.core.look_at_reminders(&report, &now)
    }

    /// Keeps what the person does with a reminder.
    ///
    /// Errors: `NotFound` for one that is of another day or none at all; `InvalidInput` for minutes that are too few or too
    /// many.
    pub fn answer_reminder(
        &self,
        id: ReminderId,
        answer: ReminderAnswer,
        now: Now,
    ) -> Result<ReminderAnswered> {
        self.core.answer_reminder(&id, answer, &now)
    }

    /// Keeps what the person set about reminders, all of it.
    ///
    /// Errors: `InvalidInput` with the first field that cannot be kept.
    pub fn set_reminders(&self, settings: ReminderSettings, now: Now) -> Result<RemindersSet> {
        self.core.set_reminders(&settings, &now)
    }

    /// The Reminders page: whether they will ring, what holds them back if not, and what is set. `leave` is what the phone
    /// allows now.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn reminders_page(&self, leave: PhoneLeave, now: Now) -> Result<RemindersPage> {
        self.core.reminders_page(leave, &now)
    }

    /// Why something rang, or did not, on a practice day of the last week or the next.
    ///
    /// Errors: `InvalidInput` for a day further away.
    pub fn reminder_day(&self, date: CivilDate, now: Now) -> Result<ReminderDay> {
        self.core.reminder_day(date, &now)
    }

    /// The classes: those that the person keeps, then those of the articles that they do not keep yet, each with its time
    /// where the person is.
    ///
    /// Errors: `UnknownZone` and the `Store…` cases.
    pub fn classes(&self, now: Now) -> Result<Vec<ClassRow>> {
        self.core.classes(&now)
    }

    /// Keeps a class, in place of the one that its draft names if it names one.
    ///
    /// Errors: `InvalidInput` with the field; `UnknownZone`; `NotFound` for an id that is not kept, or an item that is none.
    pub fn keep_class(&self, draft: ClassDraft, now: Now) -> Result<ClassKept> {
        self.core.keep_class(&draft, &now)
    }

    /// Keeps a class no longer.
    ///
    /// Errors: `NotFound`.
    pub fn remove_class(&self, id: EntryId, now: Now) -> Result<ClassKept> {
        self.core.remove_class(&id, &now)
    }

    /// The figure's loop for a motion and a posture, shown by the person who was chosen: everything an app needs to draw it
    /// without another call.
    ///
    /// Errors: `NotFound` where the motion has no figure in that posture; the `Store…` cases.
    pub fn figure_clip(&self, motion: String, posture: Posture) -> Result<FigureClip> {
        self.core.figure_clip(&motion, posture)
    }

    /// Who the drawn person may be, and who it is now.
    ///
    /// Errors: the `Store…` cases.
    pub fn figure_form(&self) -> Result<FigureForm> {
        self.core.figure_form()
    }

    /// Keeps who the drawn person is.
    ///
    /// Errors: the `Store…` cases.
    pub fn choose_figure(&self, choices: FigureChoices, now: Now) -> Result<FigureForm> {
        self.core.choose_figure(&choices, &now)
    }
}

/// The version of the tz database that is built in, such as `2026c`: the age of every zone rule.
#[uniffi::export]
#[must_use]
pub fn tz_database_version() -> String {
    mingmen_core::zone::tz_database_version()
}
