//! What a person sets about reminders.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::draft::{Invalid, require};
use crate::plan::WeeklySlot;
use crate::zone::{CivilDate, WallTime, Weekday, is_plannable, is_wall_time};

/// Hours without reminders. A time that the person chose rings all the same; the rest waits for their end, or stays out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct QuietHours {
    /// When they begin.
    pub from: WallTime,
    /// When they end; before `from` it is the next morning.
    pub until: WallTime,
}

impl QuietHours {
    /// Whether a time on the clock lies in them.
    #[must_use]
    pub fn holds(&self, time: WallTime) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&time)
        } else {
            time >= self.from || time < self.until
        }
    }
}

/// When to notice how one sits or stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PostureChecks {
    /// On these days.
    pub days: Vec<Weekday>,
    /// At these times, at most six.
    pub times: Vec<WallTime>,
}

/// What a person set about reminders. What holds where nobody set anything is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ReminderSettings {
    /// Ring for planned practices.
    pub practice: bool,
    /// Ring a second time, so many minutes after the first (15 to 240), where nothing was done by then.
    pub second_nudge_minutes: Option<u16>,
    /// Ring when the week can be looked at.
    pub week_review: Option<WeeklySlot>,
    /// Ring to notice one's posture.
    pub posture_checks: Option<PostureChecks>,
    /// Ring when a phase of the plan begins or the plan is done.
    pub milestones: bool,
    /// After so many days (3 to 60) without a sign of the person: one kind word, then nothing until they come back.
    pub return_after_days: Option<u8>,
    /// Ring for a practice although all sessions of the week are done.
    pub when_goal_met: bool,
    /// Hours without reminders.
    pub quiet_hours: Option<QuietHours>,
    /// Nothing rings through this practice day.
    pub quiet_until: Option<CivilDate>,
    /// What "this evening" means when a reminder is put off.
    pub evening: WallTime,
    /// How long before a class to ring, 0 to 240 minutes.
    pub class_lead_minutes: u16,
    /// Say on the lock screen what the reminder is about. Otherwise its words say nothing about health.
    pub tells_what: bool,
}

impl Default for ReminderSettings {
    fn default() -> ReminderSettings {
        ReminderSettings {
            practice: true,
            second_nudge_minutes: None,
            week_review: None,
            posture_checks: None,
            milestones: true,
            return_after_days: Some(14),
            when_goal_met: false,
            quiet_hours: Some(QuietHours { from: at(21, 30), until: at(7, 30) }),
            quiet_until: None,
            evening: at(18, 30),
            class_lead_minutes: 30,
            tells_what: false,
        }
    }
}

impl ReminderSettings {
    /// Everything switched on that can be, at the times that are proposed: what a switch sets where nothing was set before.
    #[must_use]
    pub fn proposed() -> ReminderSettings {
        ReminderSettings {
            second_nudge_minutes: Some(60),
            week_review: Some(WeeklySlot { weekday: Weekday::Sunday, time: at(18, 0) }),
            posture_checks: Some(PostureChecks {
                days: vec![
                    Weekday::Monday,
                    Weekday::Tuesday,
                    Weekday::Wednesday,
                    Weekday::Thursday,
                    Weekday::Friday,
                ],
                times: vec![at(11, 0), at(15, 0)],
            }),
            ..ReminderSettings::default()
        }
    }

    /// Practices ring at their times and nothing else rings: what a plan is proven with.
    #[must_use]
    pub fn practice_alone() -> ReminderSettings {
        ReminderSettings {
            milestones: false,
            return_after_days: None,
            quiet_hours: None,
            ..ReminderSettings::default()
        }
    }
}

/// A whole hour and minute, which every clock has.
fn at(hour: u32, minute: u32) -> WallTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

/// Checks what a person sets, as a whole.
///
/// # Errors
/// [`Invalid`] with the first field that cannot be kept.
pub fn check_settings(settings: &ReminderSettings) -> Result<(), Invalid> {
    if let Some(minutes) = settings.second_nudge_minutes {
        require((15..=240).contains(&minutes), "second_nudge_minutes", "must be 15 to 240 minutes")?;
    }
    if let Some(slot) = settings.week_review {
        check_time(slot.time, "week_review.time")?;
    }
    if let Some(checks) = &settings.posture_checks {
        check_posture(checks)?;
    }
    if let Some(days) = settings.return_after_days {
        require((3..=60).contains(&days), "return_after_days", "must be 3 to 60 days")?;
    }
    if let Some(quiet) = settings.quiet_hours {
        check_time(quiet.from, "quiet_hours.from")?;
        check_time(quiet.until, "quiet_hours.until")?;
        require(quiet.from != quiet.until, "quiet_hours.until", "must differ from the beginning")?;
    }
    let plannable = settings.quiet_until.is_none_or(is_plannable);
    require(plannable, "quiet_until", "must lie in the years 1970 to 2099")?;
    check_time(settings.evening, "evening")?;
    require(settings.class_lead_minutes <= 240, "class_lead_minutes", "must be at most 240 minutes")
}

fn check_posture(checks: &PostureChecks) -> Result<(), Invalid> {
    require(!checks.days.is_empty(), "posture_checks.days", "at least one day is needed")?;
    require(!checks.times.is_empty(), "posture_checks.times", "at least one time is needed")?;
    require(checks.times.len() <= 6, "posture_checks.times", "at most six times a day")?;
    for (i, day) in checks.days.iter().enumerate() {
        let first = checks.days.iter().position(|other| other == day) == Some(i);
        require(first, &format!("posture_checks.days[{i}]"), "the same day is there already")?;
    }
    for (i, time) in checks.times.iter().enumerate() {
        check_time(*time, &format!("posture_checks.times[{i}]"))?;
        let first = checks.times.iter().position(|other| other == time) == Some(i);
        require(first, &format!("posture_checks.times[{i}]"), "the same time is there already")?;
    }
    Ok(())
}

fn check_time(time: WallTime, field: &str) -> Result<(), Invalid> {
    require(is_wall_time(time), field, "must lie between 00:00 and 23:59:59")
}
