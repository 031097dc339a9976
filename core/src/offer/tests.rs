use proptest::prelude::*;

use super::*;
use crate::catalogue::{Catalogue, OfferKind, OfferRule, OfferWhen, PainHigh, Posture};
use crate::plan::{
    Change, Enrolment, EnrolmentChange, EnrolmentDraft, Phase, PlanRules, Running, SessionLength, TimePolicy,
    WeeklySlot,
};
use crate::practice::{CheckIn, CheckInDraft, CheckInMoment, Practice, PracticeEnding, PracticeReason};
use crate::zone::{CivilDate, Instant, Weekday};

/// The first day of the tests, a Monday.
const FIRST: i32 = 20_577;

fn day(offset: i32) -> CivilDate {
    CivilDate::from_epoch_days(FIRST + offset).unwrap()
}

fn noon(offset: i32) -> Instant {
    Instant::from_timestamp_millis((i64::from(FIRST + offset) * 24 + 12) * 3_600_000).unwrap()
}

fn rule(id: &str) -> &'static OfferRule {
    rules().iter().find(|rule| rule.id == id).unwrap()
}

fn rules() -> &'static [OfferRule] {
    &Catalogue::for_locale("en").unwrap().offers().rules
}

/// What somebody noted, to be added to day by day.
#[derive(Default)]
struct Notes {
    practices: Vec<Practice>,
    check_ins: Vec<CheckIn>,
    days_after: Vec<DayAfter>,
    answers: Vec<OfferAnswer>,
}

impl Notes {
    /// A practice to its end, with pain before and after where it was noted.
    fn practised(mut self, offset: i32, before: Option<u8>, after: Option<u8>) -> Self {
        let practice = Practice {
            id: format!("practice {}", self.practices.len()).into(),
            reason: PracticeReason::Plan { enrolment: "enrolment".into() },
            routine: None,
            content_version: 1,
            started_at: noon(offset),
            zone: "Europe/London".into(),
            date: day(offset),
            planned_ms: 600_000,
            practised_ms: 600_000,
            ending: PracticeEnding::Finished,
        };
        for (moment, pain) in [(CheckInMoment::Before, before), (CheckInMoment::After, after)] {
            let noted =
                CheckInDraft { practice: Some(practice.id.clone()), pain, ..CheckInDraft::blank(moment) };
            self.check_ins.push(check_in(offset, noted));
        }
        self.practices.push(practice);
        self
    }

    fn ended(mut self, ending: PracticeEnding) -> Self {
        self.practices.last_mut().unwrap().ending = ending;
        self
    }

    fn felt(mut self, sensation: &str) -> Self {
        self.check_ins.last_mut().unwrap().noted.sensations.push(sensation.into());
        self
    }

    fn day_after(mut self, offset: i32, worse: bool) -> Self {
        let practice = "practice 0".into();
        self.days_after.push(DayAfter { answered_at: noon(offset), date: day(offset), practice, worse });
        self
    }

    fn answered(mut self, offset: i32, rule: &str, accepted: bool) -> Self {
        let enrolment = Some("enrolment".into());
        let (answered_at, date) = (noon(offset), day(offset));
        self.answers.push(OfferAnswer { answered_at, date, rule: rule.into(), enrolment, accepted });
        self
    }

    fn hold(&self, id: &str, today: i32) -> bool {
        let noted = Noted {
            rules: rules(),
            practices: &self.practices,
            check_ins: &self.check_ins,
            signs: &[],
            days_after: &self.days_after,
            answers: &self.answers,
            felt_wrong: &["wrong".into()],
            today: day(today),
        };
        noted.holds(rule(id), &"enrolment".into())
    }
}

fn check_in(offset: i32, noted: CheckInDraft) -> CheckIn {
    CheckIn {
        id: "check-in".into(),
        noted_at: noon(offset),
        zone: "Europe/London".into(),
        date: day(offset),
        noted,
    }
}

fn pain(offset: i32, pain: u8) -> CheckIn {
    check_in(offset, CheckInDraft { pain: Some(pain), ..CheckInDraft::blank(CheckInMoment::Anytime) })
}

/// A back plan from the first day on.
fn run(length: SessionLength, changes: Vec<EnrolmentChange>) -> Running {
    let time = "08:00:00".parse().unwrap();
    let start = EnrolmentDraft {
        plan: "back-12-weeks".into(),
        starts_on: day(0),
        slots: vec![WeeklySlot { weekday: Weekday::Monday, time }],
        time_policy: TimePolicy::Floating,
        posture: Posture::Seated,
        length,
        weeks: None,
        routine: None,
    };
    let enrolment = Enrolment { id: "enrolment".into(), enrolled_at: Instant::UNIX_EPOCH, start, changes };
    let phase = Phase { from_week: 1, through_week: Some(12), routine: "routine".into(), minutes: 20 };
    let rules = PlanRules { weeks: Some(12), phases: vec![phase], ramp_minutes: vec![10, 15], goal_floor: 3 };
    Running::new(enrolment, rules, &[], day(0))
}

#[test]
fn pain_up_by_two_after_two_practices_running_offers_an_easier_week() {
    let id = "pain-up-after-practice";
    let once = Notes::default().practised(0, Some(3), Some(5));
    assert!(!once.hold(id, 1));
    let twice = once.practised(2, Some(4), Some(6));
    assert!(twice.hold(id, 3));
    assert!(!twice.hold(id, 17), "old notes say nothing");
    assert!(!twice.practised(4, Some(3), Some(4)).hold(id, 5), "one point is no rise");
    let unsaid = Notes::default().practised(0, Some(3), Some(5)).practised(1, None, Some(9)).practised(
        2,
        Some(1),
        Some(3),
    );
    assert!(unsaid.hold(id, 3), "a practice without both numbers is passed over");
}

#[test]
fn a_stop_sign_offers_an_easier_week_for_a_week() {
    let stopped = PracticeEnding::StoppedForSign { sign: "stop-hurts".into() };
    let notes = Notes::default().practised(0, None, None).ended(stopped);
    assert!(notes.hold("stopped-for-a-sign", 0));
    assert!(notes.hold("stopped-for-a-sign", 7));
    assert!(!notes.hold("stopped-for-a-sign", 8));
}

#[test]
fn worse_twice_running_on_the_day_after_offers_an_easier_week() {
    let id = "worse-the-day-after";
    assert!(!Notes::default().day_after(1, true).hold(id, 1));
    assert!(Notes::default().day_after(1, true).day_after(3, true).hold(id, 3));
    assert!(!Notes::default().day_after(1, true).day_after(3, true).day_after(5, false).hold(id, 5));
}

#[test]
fn comfort_and_nothing_else_offers_more() {
    let six = || (0..6).fold(Notes::default(), |notes, n| notes.practised(n * 2, Some(3), Some(3)));
    assert!(six().hold("comfortable", 11));
    assert!(!six().felt("wrong").hold("comfortable", 11));
    assert!(!six().ended(PracticeEnding::EndedEarly).hold("comfortable", 11));
    assert!(!six().practised(12, Some(3), Some(4)).hold("comfortable", 12));
    let still_hurts = (0..6).fold(Notes::default(), |notes, n| notes.practised(n * 2, Some(7), Some(7)));
    assert!(still_hurts.hold("comfortable", 11), "pain need not go for practice to be comfortable");
}

#[test]
fn an_answer_is_an_answer_for_two_weeks_and_for_what_was_noted_before_it() {
    let id = "pain-up-after-practice";
    let notes = || Notes::default().practised(0, Some(3), Some(5)).practised(2, Some(3), Some(5));
    assert!(!notes().answered(3, id, false).hold(id, 4));
    let noted_again =
        notes().answered(3, id, false).practised(5, Some(3), Some(6)).practised(7, Some(3), Some(6));
    assert!(!noted_again.hold(id, 16));
    assert!(noted_again.hold(id, 17));
    let for_another_reason = notes().answered(3, "worse-the-day-after", true);
    assert!(!for_another_reason.hold(id, 4), "an easier week was answered for all that came before");
}

#[test]
fn an_easier_week_is_shorter_for_seven_days_and_comes_once_more() {
    let full = changes(OfferKind::EasierWeek, &run(SessionLength::Full, Vec::new()), day(2));
    let made = |effective_from, change| OfferedChange { effective_from, change };
    assert_eq!(
        full,
        [
            made(day(2), Change::Hold),
            made(day(2), Change::Length { length: SessionLength::Fifteen }),
            made(day(9), Change::Length { length: SessionLength::Full }),
        ]
    );
    // Ten minutes are as short as it gets: the week comes once more, and that is all.
    assert_eq!(
        changes(OfferKind::EasierWeek, &run(SessionLength::Ramp, Vec::new()), day(2)),
        [made(day(2), Change::Hold)]
    );
    let held = EnrolmentChange { effective_from: day(0), recorded_at: noon(0), change: Change::Hold };
    assert_eq!(changes(OfferKind::EasierWeek, &run(SessionLength::Ten, vec![held]), day(2)), []);
}

#[test]
fn the_next_length_is_one_step_longer() {
    let next = |length| {
        changes(OfferKind::NextLength, &run(length, Vec::new()), day(0)).pop().map(|made| made.change)
    };
    assert_eq!(next(SessionLength::Ten), Some(Change::Length { length: SessionLength::Fifteen }));
    assert_eq!(next(SessionLength::Fifteen), Some(Change::Length { length: SessionLength::Full }));
    assert_eq!(next(SessionLength::Full), None);
    assert_eq!(next(SessionLength::Ramp), None, "it grows by itself");
}

#[test]
fn nothing_is_offered_in_a_pause_or_when_the_plan_is_over() {
    let pause = EnrolmentChange {
        effective_from: day(0),
        recorded_at: noon(0),
        change: Change::Pause { through: day(6) },
    };
    assert_eq!(changes(OfferKind::EasierWeek, &run(SessionLength::Full, vec![pause]), day(2)), []);
    assert_eq!(changes(OfferKind::EasierWeek, &run(SessionLength::Full, Vec::new()), day(200)), []);
}

const HIGH: PainHigh = PainHigh { pain: 6, above_usual: 2, usual_days: 28, notes: 5 };

#[test]
fn the_rule_of_high_pain_is_the_contents_own() {
    assert_eq!(rule("pain-high-for-you").when, OfferWhen::PainHigh(HIGH));
}

#[test]
fn pain_is_high_from_six_and_two_above_the_median_of_four_weeks() {
    let usual: Vec<CheckIn> =
        [4, 3, 4, 5, 4].into_iter().enumerate().map(|(n, it)| pain(n as i32, it)).collect();
    let high = |number, offset| is_high_for_this_person(&pain(offset, number), &usual, &HIGH);
    assert!(high(6, 10));
    assert!(!high(5, 10));
    assert!(!high(6, 40), "what was noted six weeks ago is not what is usual");
    let severe: Vec<CheckIn> = (0..6).map(|n| pain(n, 6)).collect();
    assert!(!is_high_for_this_person(&pain(10, 7), &severe, &HIGH));
    assert!(is_high_for_this_person(&pain(10, 8), &severe, &HIGH));
    assert!(!is_high_for_this_person(&pain(10, 10), &severe[..4], &HIGH), "four notes are too few");
}

proptest! {
    /// However the notes fall, more is offered for comfort alone: never after pain rose over the last practice.
    #[test]
    fn pain_that_rose_never_offers_more(pains in prop::collection::vec((0u8..=10, 0u8..=10), 1..14)) {
        let notes = pains.iter().enumerate().fold(Notes::default(), |notes, (n, (before, after))| {
            notes.practised(n as i32, Some(*before), Some(*after))
        });
        let today = pains.len() as i32;
        let (before, after) = pains[pains.len() - 1];
        prop_assert!(after <= before || !notes.hold("comfortable", today));
        // The two never come together: what eases and what adds look at the same practices.
        prop_assert!(!(notes.hold("comfortable", today) && notes.hold("pain-up-after-practice", today)));
    }

    /// An offer changes nothing before today, and only its length and its week.
    #[test]
    fn an_offer_begins_today(
        length in prop::sample::select(vec![SessionLength::Ramp, SessionLength::Ten, SessionLength::Fifteen, SessionLength::Full]),
        today in 0i32..100,
        kind in prop::sample::select(vec![OfferKind::EasierWeek, OfferKind::NextLength, OfferKind::Screening]),
    ) {
        for made in changes(kind, &run(length, Vec::new()), day(today)) {
            prop_assert!(made.effective_from >= day(today));
            let gentle = matches!(made.change, Change::Hold | Change::Length { .. });
            prop_assert!(gentle);
        }
    }

    /// The median that a note is held against is the middle of the numbers before it, whatever their order.
    #[test]
    fn what_is_usual_does_not_hang_on_the_order(mut pains in prop::collection::vec(0u8..=10, 5..30), number in 0u8..=10) {
        let notes = |pains: &[u8]| -> Vec<CheckIn> { pains.iter().enumerate().map(|(n, it)| pain(n as i32 % 20, *it)).collect() };
        let before = is_high_for_this_person(&pain(20, number), &notes(&pains), &HIGH);
        pains.reverse();
        prop_assert_eq!(before, is_high_for_this_person(&pain(20, number), &notes(&pains), &HIGH));
        pains.sort_unstable();
        let above = pains.iter().filter(|it| **it + 2 <= number).count();
        prop_assert!(!before || (number >= 6 && above * 2 >= pains.len()));
    }
}
