//! What can be asked of a plan now: each way to bend it, ready to be made.

use chrono::{Days, Duration, Timelike};

use crate::plan::{
    AdvanceBy, Change, EnrolmentId, Running, Session, SessionLength, SessionTime, Standing, check_change,
};
use crate::store::Reading;
use crate::zone::{CivilDate, Moment, Now, WallTime};

use super::plan::{next_session, require_undone};
use super::{BendGroup, BendOption, ClockChoice, Mingmen, Result, words};

/// The evening hours that today's session may be moved to.
const EVENING: [u32; 2] = [18, 20];

impl Mingmen {
    /// The ways to bend a plan now, in the order in which the page shows them. Empty once it was left or is over.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`](super::MingmenError::NotFound) for the enrolment, and the `Store…` cases.
    pub fn bend_options(&self, enrolment: &EnrolmentId, now: &Now) -> Result<Vec<BendOption>> {
        let moment = Moment::check(now)?;
        self.store.read(|reading| {
            let run = self.run_of(reading, enrolment, moment.day)?;
            let mut options = match run.standing(moment.day) {
                Standing::Left | Standing::Over => return Ok(Vec::new()),
                Standing::Ahead => {
                    let mut options = self.bend_pace(&run, &moment, 1);
                    options.extend(self.bend_clock(&run, &moment));
                    options
                }
                Standing::Paused(_, week) => vec![self.bend_resume(&moment, week)],
                Standing::Week(week) => {
                    let mut options = self.bend_session(reading, &run, &moment)?;
                    options.extend(self.bend_weeks(&run, &moment, week)?);
                    options.extend(self.bend_pace(&run, &moment, week));
                    options.extend(self.bend_clock(&run, &moment));
                    options.push(self.bend_pause(&moment));
                    options
                }
            };
            options.extend(self.bend_take_back(&run, &moment));
            let phrases = self.phrases();
            let (title, detail) = (phrases.bend_leave_title(), phrases.bend_leave_detail());
            options.push(option(BendGroup::Leave, title, detail, moment.day, Change::Leave));
            Ok(options)
        })
    }

    /// Today's session later today or tomorrow; where none is left today, the next one early.
    fn bend_session(&self, reading: &Reading<'_>, run: &Running, moment: &Moment) -> Result<Vec<BendOption>> {
        let phrases = self.phrases();
        let undone = |session: &Session| require_undone(reading, run, at(session), moment.day).is_ok();
        let today = run.sessions_on(moment.day).into_iter().find(undone);
        let mut options = Vec::new();
        if let Some(session) = today {
            let evenings = EVENING.into_iter().filter_map(|hour| WallTime::from_hms_opt(hour, 0, 0));
            for time in evenings {
                let title = phrases.bend_later_title(words::clock(time));
                options.extend(self.bend_move(run, moment, &session, (moment.day, time), title));
            }
            let tomorrow = moment.day.succ_opt().unwrap_or(moment.day);
            let title = phrases.bend_tomorrow_title(words::clock(session.time));
            options.extend(self.bend_move(run, moment, &session, (tomorrow, session.time), title));
            return Ok(options);
        }
        let next = moment.day.succ_opt().and_then(|tomorrow| next_session(run, tomorrow));
        let (Some(session), Some(time)) = (next, next_quarter(moment)) else { return Ok(options) };
        let title = phrases.bend_early_title(words::day(phrases, session.date, moment.day));
        options.extend(self.bend_move(run, moment, &session, (moment.day, time), title));
        Ok(options)
    }

    /// One move, unless it cannot be made.
    fn bend_move(
        &self,
        run: &Running,
        moment: &Moment,
        session: &Session,
        (date, time): (CivilDate, WallTime),
        title: String,
    ) -> Option<BendOption> {
        let change = Change::Move { from: at(session), to: SessionTime { date, time } };
        let allowed = self.allowed(&run.enrolment.start.plan).ok()?;
        check_change(run, moment.day, &change, &allowed, moment).ok()?;
        let day = words::day(self.phrases(), session.date, moment.day);
        let detail = self.phrases().bend_moved_detail(day, words::clock(session.time));
        Some(option(BendGroup::Session, title, detail, moment.day, change))
    }

    /// This week once more, weeks and phases back, and weeks ahead with their warning. A plan without weeks has none.
    fn bend_weeks(&self, run: &Running, moment: &Moment, week: u8) -> Result<Vec<BendOption>> {
        if run.rules.weeks.is_none() {
            return Ok(Vec::new());
        }
        let phrases = self.phrases();
        let mut options = Vec::new();
        if !run.is_held(moment.day) {
            let (title, detail) = (phrases.bend_hold_title(week), phrases.bend_hold_detail());
            options.push(option(BendGroup::Week, title, detail, moment.day, Change::Hold));
        }
        let to =
            |title, detail, week| option(BendGroup::Week, title, detail, moment.day, Change::GoTo { week });
        if week > 1 {
            options.push(to(phrases.bend_back_title(week - 1), phrases.bend_back_detail(), week - 1));
        }
        let names = &self.plan_content(&run.enrolment.start.plan)?.phases;
        let begins = run.rules.phases.iter().zip(names).map(|(phase, name)| (phase.from_week, name));
        let earlier = begins.clone().filter(|(begins, _)| begins + 1 < week);
        options.extend(earlier.map(|(begins, phase)| {
            to(phrases.bend_back_phase_title(&phase.name), phrases.bend_back_detail(), begins)
        }));
        let mut ahead = Vec::new();
        if run.rules.has_week(week + 1) {
            ahead.push(to(phrases.bend_ahead_title(week + 1), phrases.bend_ahead_detail(), week + 1));
        }
        let later = begins.filter(|(begins, _)| *begins > week + 1);
        ahead.extend(later.map(|(begins, phase)| {
            to(phrases.bend_ahead_phase_title(&phase.name), phrases.bend_ahead_detail(), begins)
        }));
        for option in &mut ahead {
            option.warning = Some(phrases.bend_ahead_warning());
        }
        options.extend(ahead);
        Ok(options)
    }

    /// Other lengths, and what moves the plan on.
    fn bend_pace(&self, run: &Running, moment: &Moment, week: u8) -> Vec<BendOption> {
        let phrases = self.phrases();
        let settings = run.enrolment.settings_on(moment.day.max(run.enrolment.start.starts_on));
        let now = run.rules.minutes(week, settings.length).unwrap_or_default();
        let lengths = self.lengths(&run.rules).into_iter().map(|choice| choice.length);
        let mut options: Vec<BendOption> = Vec::new();
        for length in lengths.filter(|length| *length != settings.length) {
            let minutes = run.rules.minutes(week, length).unwrap_or_default();
            let title = phrases.bend_length_title(phrases.minutes(u32::from(minutes)));
            let (title, detail) = match length {
                SessionLength::Ramp => (phrases.bend_length_ramp_title(), phrases.bend_length_ramp_detail()),
                _ if minutes < now => (title, phrases.bend_length_shorter()),
                _ if minutes > now => (title, phrases.bend_length_longer()),
                _ => continue,
            };
            options.push(option(BendGroup::Length, title, detail, moment.day, Change::Length { length }));
        }
        if run.rules.weeks.is_none() {
            return options;
        }
        let (by, title, detail) = match settings.advance {
            AdvanceBy::Calendar => {
                let floor = phrases.number(u32::from(run.rules.goal_floor));
                (AdvanceBy::Earned, phrases.bend_earned_title(), phrases.bend_earned_detail(floor))
            }
            AdvanceBy::Earned => {
                (AdvanceBy::Calendar, phrases.bend_calendar_title(), phrases.bend_calendar_detail())
            }
        };
        options.push(option(BendGroup::Advance, title, detail, moment.day, Change::Advance { by }));
        options
    }

    /// The clocks that the times do not follow now. The days and the times stay as they are.
    fn bend_clock(&self, run: &Running, moment: &Moment) -> Vec<BendOption> {
        let settings = run.enrolment.settings_on(moment.day.max(run.enrolment.start.starts_on));
        let others =
            self.clocks(moment).into_iter().filter(|clock| clock.time_policy != settings.time_policy);
        let follow = |clock: ClockChoice| {
            let change = Change::Slots { slots: settings.slots.clone(), time_policy: clock.time_policy };
            option(BendGroup::Clock, clock.title, clock.detail, moment.day, change)
        };
        others.map(follow).collect()
    }

    fn bend_pause(&self, moment: &Moment) -> BendOption {
        let phrases = self.phrases();
        let through = moment.day.checked_add_days(Days::new(6)).unwrap_or(moment.day);
        let detail = phrases.bend_pause_detail(words::long_date(phrases, through));
        let title = phrases.bend_pause_title();
        option(BendGroup::Pause, title, detail, moment.day, Change::Pause { through })
    }

    /// Each pause that was entered ahead, to take it back.
    fn bend_take_back(&self, run: &Running, moment: &Moment) -> Vec<BendOption> {
        let phrases = self.phrases();
        let take_back = |(from, through)| {
            let title = match from == through {
                true => phrases.bend_take_back_day_title(words::short_date(phrases, from)),
                false => phrases.bend_take_back_title(words::span(phrases, from, through)),
            };
            option(BendGroup::Pause, title, phrases.bend_take_back_detail(), from, Change::Resume)
        };
        run.enrolment.pauses_after(moment.day).map(take_back).collect()
    }

    fn bend_resume(&self, moment: &Moment, week: u8) -> BendOption {
        let phrases = self.phrases();
        let (title, detail) = (phrases.bend_resume_title(), phrases.bend_resume_detail(week));
        option(BendGroup::Pause, title, detail, moment.day, Change::Resume)
    }
}

fn option(
    group: BendGroup,
    title: String,
    detail: String,
    effective_from: CivilDate,
    change: Change,
) -> BendOption {
    BendOption { group, title, detail, warning: None, effective_from, change }
}

fn at(session: &Session) -> SessionTime {
    SessionTime { date: session.date, time: session.time }
}

/// The next quarter of an hour on the clock that still belongs to this practice day.
fn next_quarter(moment: &Moment) -> Option<WallTime> {
    let past = moment.time.minute() % 15;
    let minutes = moment.time.with_second(0)?.with_nanosecond(0)?;
    let (time, _) = minutes.overflowing_add_signed(Duration::minutes(i64::from(15 - past)));
    let instant = moment.zone.planned_instant(moment.day, time)?;
    (instant > moment.instant).then_some(time)
}
