//! The diary: what is corrected and deleted counts as it is now, on every page, and what was kept can be read back.
#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests may; clippy sees only the test functions themselves

use mingmen_core::mingmen::{BeginDraft, DayEntry, DiaryEntryId, HistoryPage, MingmenError, TodayState};
use mingmen_core::own::ActivityRatingDraft;
use mingmen_core::practice::{
    CheckInDraft, CheckInId, CheckInMoment, EnteredPracticeDraft, PlayerEvent, Practice, PracticeId,
};
use mingmen_core::safety::Gate;
use mingmen_core::zone::CivilDate;
use proptest::prelude::*;

#[allow(dead_code, reason = "other tests use the rest")]
mod support;

use support::{Phone, new_phone};

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// A phone on which practice is open.
fn screened() -> Phone {
    let phone = new_phone();
    phone.mingmen.answer_screening(&[], &phone.now).unwrap();
    phone
}

/// The same on a later day at the same time.
fn on(phone: &mut Phone, date: &str) {
    phone.now.instant = format!("{date}T07:00:00Z").parse().unwrap();
}

fn entered(phone: &Phone, date: &str, minutes: u16) -> Practice {
    let draft = EnteredPracticeDraft { date: day(date), minutes, enrolment: None, routine: None };
    phone.mingmen.log_practice(&draft, &phone.now).unwrap().practice
}

fn noted(phone: &Phone, pain: u8, practice: Option<&PracticeId>) -> CheckInId {
    let draft = CheckInDraft {
        pain: Some(pain),
        practice: practice.cloned(),
        ..CheckInDraft::blank(CheckInMoment::Anytime)
    };
    phone.mingmen.check_in(&draft, &phone.now).unwrap().check_in
}

fn minutes(phone: &Phone, date: &str) -> u16 {
    phone.mingmen.progress(day(date), &phone.now).unwrap().week.minutes_done
}

/// A day's entries, as they are shown: time, title, text and line.
fn shown(phone: &Phone, date: &str) -> Vec<String> {
    let entries = phone.mingmen.day_log(day(date)).unwrap().entries;
    let one = |it: DayEntry| [it.time, it.title, it.text, it.note].join("|");
    entries.into_iter().map(one).collect()
}

fn kind_not_found<T: std::fmt::Debug>(outcome: Result<T, MingmenError>) -> String {
    match outcome {
        Err(MingmenError::NotFound { kind, .. }) => kind,
        other => panic!("{other:?}"),
    }
}

fn field<T: std::fmt::Debug>(outcome: Result<T, MingmenError>) -> String {
    match outcome {
        Err(MingmenError::InvalidInput { field, .. }) => field,
        other => panic!("{other:?}"),
    }
}

/// A practice that the app led for two minutes, ended by an event.
fn led(phone: &Phone, end: &PlayerEvent) -> Practice {
    let TodayState::NotEnrolled { first_breath, .. } = phone.mingmen.today(&phone.now).unwrap().state else {
        panic!("there is a plan");
    };
    let draft = BeginDraft {
        routine: first_breath.routine,
        choices: first_breath.choices,
        reason: first_breath.reason,
        pain_before: Some(5),
    };
    let id = phone.mingmen.begin_practice(&draft, &phone.now).unwrap().practice;
    let step = |event: &PlayerEvent, at| phone.mingmen.step_practice(&id, event, at, &phone.now).unwrap();
    step(&PlayerEvent::Start, 0);
    step(&PlayerEvent::Tick, 70_000);
    step(end, 70_000).ended.unwrap()
}

#[test]
fn a_corrected_practice_counts_once_with_its_new_minutes_on_its_new_day() {
    let phone = screened();
    let practice = entered(&phone, "2026-03-09", 12);
    let check_in = noted(&phone, 4, Some(&practice.id));
    let draft = EnteredPracticeDraft { date: day("2026-03-07"), minutes: 30, ..practice.as_entered() };
    let corrected = phone.mingmen.correct_practice(&practice.id, &draft, &phone.now).unwrap().practice;
    assert_eq!((corrected.practised_ms, corrected.planned_ms), (1_800_000, 1_800_000));
    assert_eq!((minutes(&phone, "2026-03-09"), minutes(&phone, "2026-03-07")), (0, 30));
    assert_eq!(shown(&phone, "2026-03-09"), [""; 0]);
    let page = phone.mingmen.day_log(day("2026-03-07")).unwrap();
    assert_eq!(page.practices, std::slice::from_ref(&corrected));
    assert_eq!(page.check_ins[0].noted.practice.as_ref(), Some(&corrected.id), "what was noted went along");
    assert_eq!(kind_not_found(phone.mingmen.practice_entry(&practice.id, &phone.now)), "practice");
    assert_eq!(kind_not_found(phone.mingmen.correct_practice(&practice.id, &draft, &phone.now)), "practice");
    assert_eq!(kind_not_found(phone.mingmen.check_in_entry(&check_in)), "check-in");
}

#[test]
fn a_practice_of_long_ago_can_be_corrected_where_it_is() {
    let mut phone = screened();
    let practice = entered(&phone, "2026-03-09", 12);
    on(&mut phone, "2026-06-01");
    let page = phone.mingmen.practice_entry(&practice.id, &phone.now).unwrap();
    assert_eq!((page.led, page.from, page.through), (false, day("2026-05-18"), day("2026-06-01")));
    let draft = EnteredPracticeDraft { minutes: 20, ..page.draft };
    let practice = phone.mingmen.correct_practice(&page.id, &draft, &phone.now).unwrap().practice;
    assert_eq!(minutes(&phone, "2026-03-09"), 20);
    let elsewhere = EnteredPracticeDraft { date: day("2026-03-10"), ..draft.clone() };
    assert_eq!(field(phone.mingmen.correct_practice(&practice.id, &elsewhere, &phone.now)), "date");
    let endless = EnteredPracticeDraft { minutes: 241, ..draft };
    assert_eq!(field(phone.mingmen.correct_practice(&practice.id, &endless, &phone.now)), "minutes");
}

#[test]
fn of_a_practice_that_the_app_led_only_what_it_counts_for_can_be_changed() {
    let phone = screened();
    let practice = led(&phone, &PlayerEvent::Stop);
    let enrolment =
        phone.mingmen.enrol(&phone.mingmen.enrol_form(None, None, &phone.now).unwrap().preset, &phone.now);
    let enrolment = enrolment.unwrap().enrolment;
    let page = phone.mingmen.practice_entry(&practice.id, &phone.now).unwrap();
    assert!(page.led && page.text.starts_with("The app timed this practice"), "{page:?}");
    assert_eq!(page.plans[0].enrolment, enrolment);
    let correct =
        |draft: EnteredPracticeDraft| phone.mingmen.correct_practice(&practice.id, &draft, &phone.now);
    assert_eq!(field(correct(EnteredPracticeDraft { minutes: 20, ..page.draft.clone() })), "minutes");
    assert_eq!(
        field(correct(EnteredPracticeDraft { date: day("2026-03-08"), ..page.draft.clone() })),
        "date"
    );
    assert_eq!(field(correct(EnteredPracticeDraft { routine: None, ..page.draft.clone() })), "routine");
    let nobody = EnteredPracticeDraft { enrolment: Some(practice.id.as_str().into()), ..page.draft.clone() };
    assert_eq!(kind_not_found(correct(nobody)), "enrolment");
    let counted = correct(EnteredPracticeDraft { enrolment: Some(enrolment.clone()), ..page.draft });
    let counted = counted.unwrap().practice;
    assert!(counted.is_for(&enrolment));
    assert_eq!(counted.practised_ms, practice.practised_ms, "to the millisecond");
}

#[test]
fn a_deleted_practice_counts_nowhere_and_what_was_noted_about_it_stays_on_its_own() {
    let phone = screened();
    let practice = led(&phone, &PlayerEvent::Stop);
    let first_breath_taken = |phone: &Phone| match phone.mingmen.today(&phone.now).unwrap().state {
        TodayState::NotEnrolled { first_breath_taken, .. } => first_breath_taken,
        other => panic!("{other:?}"),
    };
    assert!(first_breath_taken(&phone));
    phone.mingmen.delete_practice(&practice.id, &phone.now).unwrap();
    assert!(!first_breath_taken(&phone));
    assert_eq!(minutes(&phone, "2026-03-09"), 0);
    let page = phone.mingmen.day_log(day("2026-03-09")).unwrap();
    assert_eq!((page.practices.len(), page.check_ins.len()), (0, 1));
    let before = &page.check_ins[0];
    assert_eq!((before.noted.pain, before.noted.practice.as_ref()), (Some(5), None));
    assert_eq!(shown(&phone, "2026-03-09"), ["07:00|Check-in|Pain 5|"]);
    assert_eq!(phone.mingmen.check_in_entry(&before.id).unwrap().form.closing, "");
    assert_eq!(kind_not_found(phone.mingmen.delete_practice(&practice.id, &phone.now)), "practice");
}

#[test]
fn a_stop_sign_still_shuts_practice_when_the_practice_is_deleted() {
    let phone = screened();
    let sign = phone.mingmen.stop_form().unwrap().emergency[0].id.clone();
    let practice = led(&phone, &PlayerEvent::StopForSign { sign });
    let shut = |phone: &Phone| !matches!(phone.mingmen.gate(&phone.now).unwrap(), Gate::Open { .. });
    assert!(shut(&phone));
    phone.mingmen.delete_practice(&practice.id, &phone.now).unwrap();
    assert!(shut(&phone));
}

#[test]
fn a_slip_of_the_finger_about_pain_can_be_put_right_and_then_asks_for_nothing() {
    let mut phone = screened();
    for april in 11..19 {
        on(&mut phone, &format!("2026-04-{april}"));
        noted(&phone, 3, None);
    }
    on(&mut phone, "2026-04-20");
    let high = noted(&phone, 9, None);
    assert!(matches!(phone.mingmen.gate(&phone.now).unwrap(), Gate::ScreenAgain));
    let page = phone.mingmen.check_in_entry(&high).unwrap();
    assert_eq!((page.when.as_str(), page.draft.pain), ("Monday 20 April, 08:00", Some(9)));
    let draft = CheckInDraft { pain: Some(2), ..page.draft };
    let right = phone.mingmen.correct_check_in(&high, &draft, &phone.now).unwrap().check_in;
    assert!(matches!(phone.mingmen.gate(&phone.now).unwrap(), Gate::Open { .. }));
    assert_eq!(shown(&phone, "2026-04-20"), ["08:00|Check-in|Pain 2|"]);
    assert_eq!(kind_not_found(phone.mingmen.correct_check_in(&high, &draft, &phone.now)), "check-in");
    phone.mingmen.delete_check_in(&right, &phone.now).unwrap();
    assert_eq!(shown(&phone, "2026-04-20"), [""; 0]);
    assert_eq!(kind_not_found(phone.mingmen.delete_check_in(&right, &phone.now)), "check-in");
}

#[test]
fn a_check_in_says_where_it_hurts_and_all_of_it_is_read_back_in_words() {
    let phone = screened();
    let form = phone.mingmen.check_in_form(None).unwrap();
    assert_eq!((form.scales.len(), form.lead.is_empty()), (6, false));
    let named = form.areas.iter().find(|area| area.area.as_str() == "low-back").unwrap();
    assert_eq!(named.name, "Lower back");
    let mut draft = CheckInDraft {
        pain: Some(4),
        stress: Some(10),
        areas: vec!["low-back".into(), "hips".into()],
        sensations: vec!["warm".into()],
        note: "Slept by the window".to_owned(),
        ..CheckInDraft::blank(CheckInMoment::Anytime)
    };
    phone.mingmen.check_in(&draft, &phone.now).unwrap();
    let line = "07:00|Check-in|Pain 4 · Stress 10 · Lower back · Hips · Warm|Slept by the window";
    assert_eq!(shown(&phone, "2026-03-09"), [line]);
    draft.areas.push("tail".into());
    assert_eq!(kind_not_found(phone.mingmen.check_in(&draft, &phone.now)), "area");
    draft.areas = vec!["hips".into()];
    let areas_alone = CheckInDraft { areas: draft.areas, ..CheckInDraft::blank(CheckInMoment::Anytime) };
    phone.mingmen.check_in(&areas_alone, &phone.now).unwrap();
    let too_much = CheckInDraft { stress: Some(11), ..areas_alone };
    assert_eq!(field(phone.mingmen.check_in(&too_much, &phone.now)), "stress");
}

#[test]
fn three_activities_can_be_named_and_each_is_asked_about_every_two_weeks() {
    let mut phone = screened();
    let name =
        |phone: &Phone, name: &str| phone.mingmen.name_activity(name, &phone.now).map(|it| it.activity);
    let page = |phone: &Phone| phone.mingmen.activities(&phone.now).unwrap();
    assert!(!page(&phone).is_due && page(&phone).can_name_another);
    let socks = name(&phone, "Socks").unwrap();
    let stairs = name(&phone, "Stairs").unwrap();
    name(&phone, "Shopping").unwrap();
    assert_eq!(field(name(&phone, "Garden")), "activities");
    assert!(page(&phone).is_due && !page(&phone).can_name_another);
    let rate = |phone: &Phone, activity: &_, rating| {
        let draft = ActivityRatingDraft { activity: Clone::clone(activity), rating };
        phone.mingmen.rate_activities(&[draft], &phone.now)
    };
    rate(&phone, &socks, 3).unwrap();
    let id = rate(&phone, &socks, 4).unwrap().ratings.remove(0);
    assert_eq!(shown(&phone, "2026-03-09"), ["07:00|Socks|4 of 10|"], "rated twice on a day is put right");
    assert_eq!(phone.mingmen.rating_entry(&id).unwrap().rating, 4);
    let id = phone.mingmen.correct_rating(&id, 6, &phone.now).unwrap().rating;
    let due = |phone: &Phone| page(phone).activities.iter().map(|it| it.is_due).collect::<Vec<_>>();
    assert_eq!(due(&phone), [false, true, true]);
    on(&mut phone, "2026-03-22");
    assert_eq!(due(&phone), [false, true, true]);
    on(&mut phone, "2026-03-23");
    assert_eq!(due(&phone), [true; 3]);
    phone.mingmen.rename_activity(&socks, "Putting on socks", &phone.now).unwrap();
    phone.mingmen.retire_activity(&stairs, &phone.now).unwrap();
    let names: Vec<String> = page(&phone).activities.into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Putting on socks", "Shopping"]);
    assert_eq!(shown(&phone, "2026-03-09"), ["07:00|Putting on socks|6 of 10|"]);
    assert_eq!(kind_not_found(rate(&phone, &stairs, 3)), "activity");
    assert_eq!(kind_not_found(phone.mingmen.retire_activity(&stairs, &phone.now)), "activity");
    assert_eq!(field(rate(&phone, &socks, 11)), "ratings[0].rating");
    phone.mingmen.delete_rating(&id, &phone.now).unwrap();
    assert_eq!(page(&phone).activities[0].last, None);
    assert_eq!(kind_not_found(phone.mingmen.delete_rating(&id, &phone.now)), "rating");
}

#[test]
fn the_history_goes_back_over_a_quiet_year_and_says_where_it_ends() {
    let mut phone = screened();
    entered(&phone, "2026-03-09", 12);
    on(&mut phone, "2027-05-03");
    noted(&phone, 3, None);
    let page = |before, count| phone.mingmen.history(before, count, &phone.now).unwrap();
    let titles = |page: &HistoryPage| page.days.iter().map(|it| it.title.clone()).collect::<Vec<_>>();
    let first = page(None, 1);
    assert_eq!((titles(&first), first.earlier), (vec!["Monday 3 May".to_owned()], Some(day("2027-05-03"))));
    let second = page(first.earlier, 1);
    assert_eq!((titles(&second), second.earlier), (vec!["9 March 2026".to_owned()], None));
    assert_eq!(page(None, 0).days.len(), 1, "a page has a day at least");
    assert_eq!(page(Some(day("2026-03-09")), 9), HistoryPage { days: vec![], earlier: None });
    assert_eq!(new_phone().mingmen.history(None, 9, &phone.now).unwrap().days, []);
    assert_eq!(field(phone.mingmen.history(Some(day("1960-01-01")), 9, &phone.now)), "date");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn pages_of_the_history_put_together_are_the_whole_diary_however_long_they_are(
        days in prop::collection::vec(0_u64..200, 0..12),
        count in 1_u32..5,
    ) {
        let mut phone = screened();
        let start = phone.now.instant;
        let mut kept = Vec::new();
        for ahead in days {
            phone.now.instant = start + chrono::Duration::days(i64::try_from(ahead).unwrap());
            kept.push(noted(&phone, 3, None));
        }
        phone.now.instant = start + chrono::Duration::days(200);
        let (mut found, mut before) = (Vec::new(), None);
        loop {
            let page = phone.mingmen.history(before, count, &phone.now).unwrap();
            prop_assert!(page.days.len() <= count as usize);
            found.extend(page.days);
            before = page.earlier;
            if before.is_none() {
                break;
            }
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].date > pair[1].date));
        let ids = found.into_iter().flat_map(|day| day.entries).map(|entry| match entry.entry {
            DiaryEntryId::CheckIn { id } => id,
            other => panic!("{other:?}"),
        });
        let mut ids: Vec<CheckInId> = ids.collect();
        (ids.sort(), kept.sort());
        prop_assert_eq!(ids, kept);
    }
}
