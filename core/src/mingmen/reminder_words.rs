//! What reminders say, on the screen of the phone and on the Reminders page. A lock screen is public: unless the person asked
//! for more, nothing here says anything about health.

use crate::calendar::PersonalClass;
use crate::catalogue::Phrases;
use crate::fingerprint::crc32;
use crate::plan::{Session, TimePolicy};
use crate::reminder::{
    About, Considered, Finding, HealthFix, HealthPoint, HealthState, LedgerLine, Missed, Reminder,
    ReminderEvent, ReminderKind, Ring, Silent,
};
use crate::store::Reading;
use crate::zone::{Instant, Moment, Weekday, tz_database_version};

use super::facts::Log;
use super::{Mingmen, MingmenError, ReminderStory, Result, words};

/// A practice of up to this many minutes gets the words for a short day.
const SHORT_MINUTES: u16 = 5;

/// What is needed to put a ring into words.
pub(super) struct Wording<'a> {
    pub(super) mingmen: &'a Mingmen,
    pub(super) reading: &'a Reading<'a>,
    pub(super) tells_what: bool,
    pub(super) classes: &'a [PersonalClass],
    pub(super) log: &'a Log,
}

/// The words of a reminder.
struct Said {
    title: String,
    text: String,
    why: String,
}

impl Wording<'_> {
    /// A ring with its words; `softened` where it comes late and knows it.
    pub(super) fn reminder(&self, ring: &Ring, softened: bool) -> Result<Reminder> {
        let Said { title, text, why } = self.said(ring, softened)?;
        let floats = ring.clock == TimePolicy::Floating;
        let can_start = matches!(ring.kind, ReminderKind::Practice | ReminderKind::SecondNudge);
        let stamped = format!("{}|{}|{}|{floats}|{title}|{text}", ring.date, ring.time, ring.zone);
        Ok(Reminder {
            id: ring.id.clone(),
            kind: ring.kind,
            date: ring.date,
            time: ring.time,
            zone: ring.zone.clone(),
            floats,
            instant: ring.instant,
            title,
            text,
            why,
            can_start,
            stamp: format!("{:08x}", crc32(stamped.as_bytes())),
        })
    }

    fn said(&self, ring: &Ring, softened: bool) -> Result<Said> {
        let phrases = self.mingmen.phrases();
        let (day, clock) = (phrases.weekday(Weekday::of(ring.date)), words::clock(ring.time));
        Ok(match &ring.about {
            About::Session(session) if ring.kind == ReminderKind::SecondNudge => Said {
                title: phrases.nudge_title(),
                text: phrases.nudge_text(),
                why: phrases.nudge_why(words::clock(session.time)),
            },
            About::Session(session) => self.practice(session, softened)?,
            About::Class { class, time, .. } => self.class(class.as_str(), &words::clock(*time)),
            About::Week(_) => Said {
                title: phrases.review_title(),
                text: phrases.review_text(),
                why: phrases.review_why(day, clock),
            },
            About::Posture => Said {
                title: phrases.posture_check_title(),
                text: phrases.posture_check_text(),
                why: phrases.posture_check_why(day, clock),
            },
            About::Phase { enrolment, phase } => self.phase(enrolment.as_str(), *phase)?,
            About::PlanDone { .. } => Said {
                title: phrases.plan_done_title(),
                text: phrases.plan_done_text(),
                why: phrases.plan_done_why(),
            },
            About::Silence(seen_on) => Said {
                title: phrases.return_title(),
                text: phrases.return_text(),
                why: phrases.return_why(words::long_date(phrases, *seen_on)),
            },
            About::Test => {
                Said { title: phrases.test_title(), text: phrases.test_text(), why: phrases.test_why() }
            }
        })
    }

    fn practice(&self, session: &Session, softened: bool) -> Result<Said> {
        let phrases = self.mingmen.phrases();
        let minutes = u32::from(session.minutes);
        let text = match () {
            () if softened => phrases.reminder_text_late(phrases.number(minutes)),
            () if self.tells_what => {
                let routine = self.mingmen.routine_of(self.reading, &session.routine)?;
                phrases.reminder_text_telling(&routine.name, phrases.minutes(minutes))
            }
            () if session.minutes <= SHORT_MINUTES => {
                phrases.reminder_text_short(phrases.number_capital(minutes))
            }
            () => phrases.reminder_text(phrases.number_capital(minutes)),
        };
        let day = phrases.weekday(Weekday::of(session.date));
        let why = phrases.reminder_why(day, words::clock(session.time));
        Ok(Said { title: phrases.reminder_title(), text, why })
    }

    fn class(&self, id: &str, begins: &str) -> Said {
        let phrases = self.mingmen.phrases();
        let class = self.classes.iter().find(|class| class.id.as_str() == id);
        let name = class.map(|class| class.name.clone()).unwrap_or_default();
        Said {
            title: if self.tells_what { name.clone() } else { phrases.class_title() },
            text: phrases.class_text(begins),
            why: phrases.class_why(name),
        }
    }

    fn phase(&self, enrolment: &str, phase: usize) -> Result<Said> {
        let phrases = self.mingmen.phrases();
        let run = self.log.enrolments.iter().find(|run| run.enrolment.id.as_str() == enrolment);
        let run = run.ok_or_else(|| MingmenError::not_found("enrolment", enrolment))?;
        let plan = self.mingmen.plan_content(&run.enrolment.start.plan)?;
        let name = plan.phases.get(phase).map(|phase| phase.name.clone()).unwrap_or_default();
        Ok(Said {
            title: phrases.phase_title(),
            text: if self.tells_what { phrases.phase_text_telling(&name) } else { phrases.phase_text() },
            why: phrases.phase_why(name),
        })
    }
}

/// "The next three will ring", or what may hold them back.
pub(super) fn verdict(phrases: &Phrases, next: usize, attention: bool) -> String {
    match next {
        0 => phrases.verdict_nothing(),
        _ if attention => phrases.verdict_attention(),
        1 => phrases.verdict_one(),
        many => phrases.verdict_many(phrases.number(u32::try_from(many).unwrap_or(u32::MAX))),
    }
}

/// A line of the health card; `last` is the last reminder whose time has passed.
pub(super) fn finding(
    phrases: &Phrases,
    finding: &Finding,
    last: Option<&LedgerLine>,
    moment: &Moment,
) -> String {
    use HealthState::{Attention, Good, Unknown};
    match (finding.point, finding.state) {
        (HealthPoint::Notifications, Good) => phrases.health_notifications(),
        (HealthPoint::Notifications, _) if finding.fix == Some(HealthFix::AskForNotifications) => {
            phrases.health_notifications_unasked()
        }
        (HealthPoint::Notifications, _) => phrases.health_notifications_off(),
        (HealthPoint::ExactAlarms, Good) => phrases.health_exact(),
        (HealthPoint::ExactAlarms, _) => phrases.health_inexact(),
        (HealthPoint::Battery, Good) => phrases.health_battery(),
        (HealthPoint::Battery, _) => phrases.health_battery_saving(),
        (HealthPoint::ZoneRules, Good) => phrases.health_zones(rules_year()),
        (HealthPoint::ZoneRules, _) => phrases.health_zones_old(rules_year()),
        (HealthPoint::Delivery, state) => {
            let Some(line) = last else { return phrases.health_delivery_none() };
            let (date, time) = moment.zone.local(line.rings_at);
            let day = words::day(phrases, date, moment.day);
            match state {
                Good => phrases.health_delivery(day, words::clock(time)),
                Attention => phrases.health_delivery_missed(day, words::clock(time)),
                Unknown => phrases.health_delivery_unknown(),
            }
        }
    }
}

/// The year of the built-in zone rules.
fn rules_year() -> String {
    tz_database_version().chars().take_while(char::is_ascii_digit).collect()
}

/// What became of one reminder, in words.
pub(super) fn story(
    phrases: &Phrases,
    one: &Considered,
    lines: &[LedgerLine],
    moment: &Moment,
) -> ReminderStory {
    let ring = &one.ring;
    let (_, time) = moment.zone.local(ring.instant);
    let kind = match ring.kind {
        ReminderKind::Practice => phrases.kind_practice(),
        ReminderKind::SecondNudge => phrases.kind_second_nudge(),
        ReminderKind::Class => phrases.kind_class(),
        ReminderKind::WeekReview => phrases.kind_week_review(),
        ReminderKind::PostureCheck => phrases.kind_posture_check(),
        ReminderKind::Milestone => phrases.kind_milestone(),
        ReminderKind::Return => phrases.kind_return(),
        ReminderKind::Test => phrases.kind_test(),
    };
    let own: Vec<&LedgerLine> = lines.iter().filter(|line| line.reminder == ring.id).collect();
    let happened = own.iter().rev().find(|line| line.event != ReminderEvent::Armed);
    let silent = one.silent.and_then(|silent| silence(phrases, silent, ring.instant));
    let text = match (happened, silent) {
        (Some(line), _) => event(phrases, line, moment),
        (None, Some(silent)) => silent,
        (None, None) if ring.instant > moment.instant => phrases.story_coming(words::clock(time)),
        (None, None) if own.is_empty() => phrases.story_never_armed(),
        (None, None) => phrases.story_armed(),
    };
    ReminderStory { kind: ring.kind, title: phrases.story_title(words::clock(time), kind), text }
}

fn event(phrases: &Phrases, line: &LedgerLine, moment: &Moment) -> String {
    let clock = |instant| words::clock(moment.zone.local(instant).1);
    match line.event {
        ReminderEvent::Armed => phrases.story_armed(),
        ReminderEvent::Rang => phrases.story_rang(clock(line.at)),
        ReminderEvent::Presumed => phrases.story_presumed(),
        ReminderEvent::Missed { because } => match because {
            Missed::NotAllowed => phrases.story_not_allowed(),
            Missed::PhoneOff => phrases.story_phone_off(),
            Missed::ExactTakenBack => phrases.story_exact_taken_back(),
            Missed::PutToSleep => phrases.story_put_to_sleep(),
            Missed::ClockSet => phrases.story_clock_set(),
            Missed::Unknown => phrases.story_unknown(),
        },
        ReminderEvent::Started => phrases.story_started(clock(line.at)),
        ReminderEvent::PutOff { until } => phrases.story_put_off(clock(until)),
        ReminderEvent::LetGo => phrases.story_let_go(),
        ReminderEvent::Opened => phrases.story_opened(clock(line.at)),
    }
}

/// Why something did not ring at its time; none where what silences it came later.
fn silence(phrases: &Phrases, silent: Silent, rings_at: Instant) -> Option<String> {
    Some(match silent {
        Silent::Done { at } | Silent::GoalMet { at } if at > rings_at => return None,
        Silent::SwitchedOff => phrases.silent_switched_off(),
        Silent::Done { .. } => phrases.silent_done(),
        Silent::GoalMet { .. } => phrases.silent_goal_met(),
        Silent::NotToday => phrases.silent_not_today(),
        Silent::PutOff => phrases.silent_put_off(),
        Silent::QuietUntil => phrases.silent_quiet_until(),
        Silent::QuietHours => phrases.silent_quiet_hours(),
        Silent::Resting => phrases.silent_resting(),
    })
}
