//! What rings, what rang, and what the person says about it.

use chrono::{Days, TimeDelta};

use crate::calendar::{KeptClass, PersonalClass};
use crate::progress::Facts;
use crate::reminder::{
    Considered, Delivery, Finding, HealthState, LedgerLine, Past, PhoneLeave, PhoneReport, REMINDER_LIMITS,
    Reminder, ReminderEvent, ReminderId, ReminderKind, ReminderSettings, Situation, check_settings,
    difference, findings, line, look,
};
use crate::safety::Gate;
use crate::store::Reading;
use crate::zone::{CivilDate, Instant, Moment, Now, tz_database_version};

use super::facts::{self, Log};
use super::reminder_words::{self, Wording};
use super::{
    HealthLine, Mingmen, MingmenError, NextReminder, ReminderAnswer, ReminderAnswered, ReminderDay,
    ReminderLook, RemindersPage, RemindersSet, Result, Subject, words,
};

/// The most reminders that may be pending: iOS keeps 64 and drops the rest
/// (Apple, UNUserNotificationCenter; four are kept free for others).
const MOST_REMINDERS: u32 = 60;

/// How many the Reminders page shows.
const SHOWN: usize = 5;

/// Everything that reminders are worked out from, owned.
pub(super) struct Grounds {
    pub(super) log: Log,
    settings: ReminderSettings,
    classes: Vec<PersonalClass>,
    ringing: Vec<KeptClass>,
    past: Past,
    lines: Vec<LedgerLine>,
    /// When the person last changed anything of it.
    changed_at: Instant,
    /// Whether practice is open; while it is shut nothing rings.
    pub(super) open: bool,
}

impl Grounds {
    /// What is planned while practice is open, and what was practised.
    fn facts(&self) -> Facts<'_> {
        let facts = self.log.facts();
        if self.open { facts } else { Facts { enrolments: &[], ..facts } }
    }

    fn situation<'a>(&'a self, facts: &'a Facts<'a>, moment: &'a Moment) -> Situation<'a> {
        Situation { facts, settings: &self.settings, classes: &self.ringing, past: &self.past, now: moment }
    }

    /// Whether the phone, when it was last looked at, had something that may hold reminders back.
    pub(super) fn is_held_back(&self) -> bool {
        let held_back = |phone: PhoneLeave| {
            phone.notifications != Some(true)
                || phone.exact_alarms == Some(false)
                || phone.battery == Some(false)
        };
        self.past.watch.as_ref().is_some_and(|watch| held_back(watch.phone))
    }

    fn wording<'a>(&'a self, mingmen: &'a Mingmen, reading: &'a Reading<'a>) -> Wording<'a> {
        Wording {
            mingmen,
            reading,
            tells_what: self.settings.tells_what,
            classes: &self.classes,
            log: &self.log,
        }
    }
}

impl Mingmen {
    /// The next reminders to ring, nearest first; a test is none of them. None while practice is shut.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for a count of more than 60.
    pub fn reminders(&self, count: u32, now: &Now) -> Result<Vec<Reminder>> {
        let moment = Moment::check(now)?;
        check_count(count, "count")?;
        self.store.read(|reading| {
            let grounds = self.grounds_now(reading, &moment)?;
            self.next_reminders(reading, &grounds, &moment, count as usize)
        })
    }

    /// One look at the phone: says what rings now, what to take back and what to hand over, and keeps what became of the
    /// rest. Look at every chance: when the app opens or comes back, after a change, when an alarm goes off, when the phone
    /// starts, and when its clock or its leave changed.
    ///
    /// ```
    /// # use mingmen_core::mingmen::*;
    /// # use mingmen_core::reminder::{LookReason, PhoneLeave, PhoneReport};
    /// # use mingmen_core::zone::Now;
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
    /// # let at = |instant: &str| Now { instant: instant.parse().unwrap(), zone: "Europe/London".into() };
    /// # let now = at("2026-03-09T07:00:00Z");
    /// # let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
    /// # let mingmen = Mingmen::open(&options, &now)?;
    /// # mingmen.answer_screening(&[], &now)?;
    /// mingmen.enrol(&mingmen.enrol_form(None, None, &now)?.preset, &now)?;
    /// // A phone that holds one alarm, after which it asks again.
    /// let report = |reason| PhoneReport {
    ///     reason,
    ///     leave: PhoneLeave { notifications: Some(true), exact_alarms: Some(true), battery: None },
    ///     slots: 1,
    ///     rings_alone: false,
    ///     pending: vec![],
    ///     shown: vec![],
    /// };
    /// let look = mingmen.look_at_reminders(&report(LookReason::Changed), &now)?;
    /// assert_eq!(look.arm[0].time.to_string(), "08:00:00");
    /// // It goes off: the reminder is shown, once, and the next one armed.
    /// let look = mingmen.look_at_reminders(&report(LookReason::Alarm), &at("2026-03-09T08:00:00Z"))?;
    /// assert_eq!((look.ring_now.len(), look.arm[0].date.to_string()), (1, "2026-03-11".into()));
    /// # Ok::<(), MingmenError>(())
    /// ```
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for more than 60 slots.
    pub fn look_at_reminders(&self, report: &PhoneReport, now: &Now) -> Result<ReminderLook> {
        let moment = Moment::check(now)?;
        check_count(report.slots, "slots")?;
        self.store.write(|writing| {
            let grounds = self.grounds_now(writing, &moment)?;
            let facts = grounds.facts();
            let decided = look(&grounds.situation(&facts, &moment), report, grounds.changed_at);
            for line in &decided.lines {
                writing.insert_reminder_line(&self.next_id(moment.instant), line)?;
            }
            if grounds.past.watch.as_ref() != Some(&decided.watch) {
                writing.set_reminder_watch(&decided.watch)?;
            }
            let wording = grounds.wording(self, writing);
            let wanted =
                decided.next.iter().map(|ring| wording.reminder(ring, false)).collect::<Result<_>>()?;
            let (take_back, arm) = difference(&report.pending, wanted);
            let ring_now = decided.ring_now.iter().map(|now| wording.reminder(&now.ring, now.softened));
            Ok(ReminderLook {
                take_down: decided.take_down,
                take_back,
                ring_now: ring_now.collect::<Result<_>>()?,
                arm,
                ask: decided.ask,
                changes: if decided.lines.is_empty() { Vec::new() } else { vec![Subject::Reminders] },
            })
        })
    }

    /// Keeps what the person does with a reminder. A test is only opened.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for one that is of another day or none at all; [`MingmenError::InvalidInput`] for minutes
    /// that are too few or too many, and for a test that is answered otherwise.
    pub fn answer_reminder(
        &self,
        id: &ReminderId,
        answer: ReminderAnswer,
        now: &Now,
    ) -> Result<ReminderAnswered> {
        let moment = Moment::check(now)?;
        if let ReminderAnswer::PutOff { minutes } = answer
            && !(5..=720).contains(&minutes)
        {
            return Err(MingmenError::invalid("minutes", "must be 5 to 720"));
        }
        let line_id = self.next_id(moment.instant);
        self.store.write(|writing| {
            let grounds = self.grounds_now(writing, &moment)?;
            let facts = grounds.facts();
            let today = grounds.situation(&facts, &moment).considered_on(moment.day);
            let known = today.into_iter().find(|one| one.ring.id == *id);
            let known = known.ok_or_else(|| MingmenError::not_found("reminder", id))?;
            if known.ring.kind == ReminderKind::Test && answer != ReminderAnswer::Open {
                return Err(MingmenError::invalid("answer", "a test is only opened"));
            }
            let event = match answer {
                ReminderAnswer::Start => ReminderEvent::Started,
                ReminderAnswer::Open => ReminderEvent::Opened,
                ReminderAnswer::NotToday => ReminderEvent::LetGo,
                ReminderAnswer::PutOff { minutes } => {
                    ReminderEvent::PutOff { until: moment.instant + TimeDelta::minutes(i64::from(minutes)) }
                }
                ReminderAnswer::ThisEvening => {
                    ReminderEvent::PutOff { until: evening(&grounds.settings, &moment) }
                }
            };
            writing.insert_reminder_line(&line_id, &line(&known.ring, event, moment.instant))?;
            Ok(ReminderAnswered { kind: known.ring.kind, changes: vec![Subject::Reminders] })
        })
    }

    /// Keeps what the person set about reminders, all of it.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the first field that cannot be kept.
    pub fn set_reminders(&self, settings: &ReminderSettings, now: &Now) -> Result<RemindersSet> {
        let moment = Moment::check(now)?;
        check_settings(settings)?;
        let id = self.next_id(moment.instant);
        self.store.write::<_, MingmenError>(|writing| {
            Ok(writing.insert_reminder_settings(&id, moment.instant, settings)?)
        })?;
        Ok(RemindersSet { changes: vec![Subject::Reminders] })
    }

    /// The Reminders page: whether they will ring, what holds them back if not, and what is set. `leave` is what the phone
    /// allows now.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn reminders_page(&self, leave: PhoneLeave, now: &Now) -> Result<RemindersPage> {
        let moment = Moment::check(now)?;
        self.store.read(|reading| {
            let grounds = self.grounds_now(reading, &moment)?;
            let next = self.next_reminders(reading, &grounds, &moment, SHOWN)?;
            let last = last_delivery(&grounds.lines, moment.instant);
            let rules = tz_database_version();
            let findings = findings(leave, last.map(|(_, delivery)| delivery), &rules, moment.day);
            let held_back = |finding: &Finding| finding.state == HealthState::Attention;
            let attention = findings.iter().any(held_back) && !next.is_empty();
            let phrases = self.phrases();
            let can_test = leave.notifications == Some(true);
            let text = |finding: &Finding| {
                reminder_words::finding(phrases, finding, last.map(|(line, _)| line), &moment)
            };
            let line = |finding: &Finding| HealthLine {
                point: finding.point,
                state: finding.state,
                text: text(finding),
                fix: finding.fix,
            };
            let when =
                |reminder: Reminder| NextReminder { when: self.rings_when(&reminder, &moment), reminder };
            Ok(RemindersPage {
                verdict: reminder_words::verdict(phrases, next.len(), attention),
                attention,
                health: findings.iter().map(line).collect(),
                can_test,
                test_says: if can_test { phrases.test_offered() } else { phrases.test_not_yet() },
                next: next.into_iter().map(when).collect(),
                settings: grounds.settings.clone(),
                proposed: ReminderSettings::proposed(moment.day),
                limits: REMINDER_LIMITS,
                days: (0..7).filter_map(|ago| moment.day.checked_sub_days(Days::new(ago))).collect(),
            })
        })
    }

    /// Why something rang, or did not, on a practice day of the last week or the next.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] for a day further away.
    pub fn reminder_day(&self, date: CivilDate, now: &Now) -> Result<ReminderDay> {
        let moment = Moment::check(now)?;
        if date.signed_duration_since(moment.day).num_days().abs() > 7 {
            return Err(MingmenError::invalid("date", "must lie within a week of today"));
        }
        self.store.read(|reading| {
            let grounds = self.grounds_now(reading, &moment)?;
            let facts = grounds.facts();
            let considered = grounds.situation(&facts, &moment).considered_on(date);
            let phrases = self.phrases();
            let story = |one: &Considered| reminder_words::story(phrases, one, &grounds.lines, &moment);
            Ok(ReminderDay {
                date,
                date_text: words::long_date(phrases, date),
                lines: considered.iter().map(story).collect(),
                nothing: if grounds.open { phrases.story_nothing() } else { phrases.story_shut() },
            })
        })
    }

    /// What rings next while practice is open, of grounds that were read already. A test is none of it.
    pub(super) fn next_reminders(
        &self,
        reading: &Reading<'_>,
        grounds: &Grounds,
        moment: &Moment,
        count: usize,
    ) -> Result<Vec<Reminder>> {
        let facts = grounds.facts();
        // A test may come before them.
        let mut rings = grounds.situation(&facts, moment).next_rings(count.saturating_add(1));
        rings.retain(|ring| ring.kind != ReminderKind::Test);
        rings.truncate(count);
        let wording = grounds.wording(self, reading);
        rings.iter().map(|ring| wording.reminder(ring, false)).collect()
    }

    fn grounds_now(&self, reading: &Reading<'_>, moment: &Moment) -> Result<Grounds> {
        let open = matches!(self.gate_of(reading)?, Gate::Open { .. });
        self.grounds(reading, moment, open)
    }

    /// Reads everything that reminders are worked out from. `open` says whether practice is.
    pub(super) fn grounds(&self, reading: &Reading<'_>, moment: &Moment, open: bool) -> Result<Grounds> {
        let days = facts::around(moment);
        let log = Log::read(reading, self, days.clone(), moment.day)?;
        let settings = reading.reminder_settings()?;
        let classes = reading.classes()?;
        let set_at = settings.as_ref().map(|(set_at, _)| *set_at);
        let kept_at = classes.as_ref().map(|(kept_at, _)| *kept_at);
        let changed_at = log.changed_at().into_iter().chain(set_at).chain(kept_at).max();
        let lines = reading.reminder_lines(days.clone())?;
        let mut settings = settings.map(|(_, settings)| settings).unwrap_or_default();
        let classes = classes.map(|(_, classes)| classes).unwrap_or_default();
        if !open {
            settings.posture_checks = None;
        }
        let (first, last) = days.into_inner();
        let far = last.checked_add_days(Days::new(366)).unwrap_or(last);
        let rings = |class: &&PersonalClass| class.rings && open;
        Ok(Grounds {
            ringing: classes.iter().filter(rings).map(|class| class.kept(first, far)).collect(),
            past: Past::of(&lines, reading.reminder_watch()?),
            changed_at: changed_at.unwrap_or(Instant::UNIX_EPOCH),
            log,
            settings,
            classes,
            lines,
            open,
        })
    }

    /// "Friday 08:00".
    pub(super) fn rings_when(&self, reminder: &Reminder, moment: &Moment) -> String {
        let (date, time) = moment.zone.local(reminder.instant);
        let day = words::capitalised(&words::day(self.phrases(), date, moment.day));
        self.phrases().day_time(day, words::clock(time))
    }
}

fn check_count(count: u32, field: &str) -> Result<()> {
    if count <= MOST_REMINDERS {
        return Ok(());
    }
    Err(MingmenError::invalid(field, "must be at most 60"))
}

/// This evening as the person means it, or in an hour where that has begun.
fn evening(settings: &ReminderSettings, moment: &Moment) -> Instant {
    let this_evening = moment.zone.planned_instant(moment.day, settings.evening);
    let to_come = this_evening.filter(|evening| *evening > moment.instant);
    to_come.unwrap_or(moment.instant + TimeDelta::hours(1))
}

/// What became of the last reminder whose time has passed.
fn last_delivery(lines: &[LedgerLine], now: Instant) -> Option<(&LedgerLine, Delivery)> {
    let delivery = |line: &LedgerLine| match line.event {
        ReminderEvent::Rang
        | ReminderEvent::Started
        | ReminderEvent::Opened
        | ReminderEvent::LetGo
        | ReminderEvent::PutOff { .. } => Some(Delivery::Rang),
        ReminderEvent::Presumed => Some(Delivery::Presumed),
        ReminderEvent::Missed { .. } => Some(Delivery::Missed),
        ReminderEvent::Armed => None,
    };
    let passed = lines.iter().filter(|line| line.rings_at <= now);
    passed.filter_map(|line| Some((line, delivery(line)?))).max_by_key(|(line, _)| line.rings_at)
}
