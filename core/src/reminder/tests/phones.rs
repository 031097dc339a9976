//! Two weeks with two kinds of phone: one holds a single alarm and asks again, one holds many and rings them alone.

use std::collections::BTreeMap;

use super::*;
use LookReason::{Alarm, Background, Booted, Changed, ClockSet, Opened};

/// Where somebody is from an instant on.
type Journey = [(&'static str, &'static str)];

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn text(instant: Instant) -> String {
    instant.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// Every day at 08:00 on the person's clock; a second time at 09:30; the week on Sunday at 18:00.
fn life(journey: &Journey) -> Life {
    let starts_on = at(journey[0].0).date_naive().to_string();
    let mut life = Life::new(plan(&starts_on, &Weekday::ALL, "08:00", TimePolicy::Floating), journey[0].1);
    life.settings.second_nudge_minutes = Some(90);
    life.settings.week_review = Some(WeeklySlot { weekday: Weekday::Sunday, time: clock("18:00") });
    life
}

/// What rang, by the clock where the person was.
fn told(life: &Life, rings: &[Ring], at: Instant) -> Vec<String> {
    let zone = crate::zone::Zone::find(&life.zone).unwrap();
    let (date, time) = zone.local(at);
    rings.iter().map(|ring| format!("{:?} {date} {}", ring.kind, time.format("%H:%M"))).collect()
}

/// A phone with one alarm, which loses it at each restart; the person restarts it every third day at noon.
fn one_alarm(journey: &Journey, until: &str) -> Vec<String> {
    let mut life = life(journey);
    let mut legs = journey[1..].iter().peekable();
    let mut rang = Vec::new();
    let mut decided = life.look(Opened, journey[0].0);
    let mut restart = at(journey[0].0) + chrono::Duration::hours(12);
    loop {
        let alarm = decided.next.first().map(|ring| ring.instant);
        let leg = legs.peek().map(|(from, _)| at(from));
        let (now, reason) = [(alarm, Alarm), (leg, ClockSet), (Some(restart), Booted)]
            .into_iter()
            .filter_map(|(when, reason)| Some((when?, reason)))
            .min_by_key(|(when, _)| *when)
            .unwrap();
        if now >= at(until) {
            return rang;
        }
        match reason {
            ClockSet => life.zone = legs.next().unwrap().1.to_owned(),
            Booted => restart = now + chrono::Duration::days(3),
            _ => {}
        }
        decided = life.look(reason, &text(now));
        let rings: Vec<Ring> = decided.ring_now.iter().map(|one| one.ring.clone()).collect();
        rang.extend(told(&life, &rings, now));
    }
}

/// A phone that holds up to 64 by date and time on its own clock, drops what comes on top, and rings them without the app,
/// which looks when it is opened at noon every fourth day and once in between.
fn many_alarms(journey: &Journey, until: &str) -> Vec<String> {
    let mut life = life(journey);
    let mut held: BTreeMap<String, Ring> = BTreeMap::new();
    let mut rang = Vec::new();
    let mut now = at(journey[0].0);
    let mut looks = 0;
    while now < at(until) {
        for (from, zone) in journey {
            if at(from) <= now {
                life.zone = (*zone).to_owned();
            }
        }
        let zone = crate::zone::Zone::find(&life.zone).unwrap();
        let (date, time) = zone.local(now);
        let due: Vec<String> = held
            .iter()
            .filter(|(_, ring)| (ring.date, ring.time) == (date, time))
            .map(|(id, _)| id.clone())
            .collect();
        for id in due {
            let ring = held.remove(&id).unwrap();
            rang.extend(told(&life, &[ring], now));
        }
        let minutes = (now - at(journey[0].0)).num_minutes();
        if minutes % (2 * 1_440) == 0 {
            looks += 1;
            let decided =
                life.look_with(if looks % 2 == 1 { Opened } else { Background }, &text(now), |report| {
                    (report.slots, report.rings_alone) = (60, true);
                    let pending = |id: &String| Pending { id: id.clone().into(), stamp: String::new() };
                    report.pending = held.keys().map(pending).collect();
                });
            assert!(decided.ring_now.is_empty());
            held = decided.next.into_iter().take(64).map(|ring| (ring.id.0.clone(), ring)).collect();
        }
        now += chrono::Duration::minutes(1);
    }
    rang
}

/// Every day once at 08:00, once at 09:30, and on Sundays at 18:00.
fn expected(days: &[&str]) -> Vec<String> {
    let of_day = |day: &&str| {
        let mut all = vec![format!("Practice {day} 08:00"), format!("SecondNudge {day} 09:30")];
        if Weekday::of(day.parse().unwrap()) == Weekday::Sunday {
            all.push(format!("WeekReview {day} 18:00"));
        }
        all
    };
    days.iter().flat_map(of_day).collect()
}

fn fortnight(from: &str, skipped: &str) -> Vec<String> {
    let days =
        from.parse::<crate::zone::CivilDate>().unwrap().iter_days().take(14).map(|day| day.to_string());
    days.filter(|day| *day != skipped).collect()
}

fn both(journey: &Journey, until: &str, days: &[String]) {
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    assert_eq!(one_alarm(journey, until), expected(&days), "with one alarm");
    assert_eq!(many_alarms(journey, until), expected(&days), "with many");
}

#[test]
fn two_weeks_in_london_across_the_october_change() {
    both(&[("2026-10-19T05:00:00Z", "Europe/London")], "2026-11-02T05:00:00Z", &fortnight("2026-10-19", ""));
}

#[test]
fn two_weeks_in_kolkata() {
    both(&[("2026-10-19T00:00:00Z", "Asia/Kolkata")], "2026-11-02T00:00:00Z", &fortnight("2026-10-19", ""));
}

#[test]
fn two_weeks_in_sao_paulo_where_a_midnight_was_skipped() {
    let journey = [("2017-10-09T09:00:00Z", "America/Sao_Paulo")];
    both(&journey, "2017-10-23T09:00:00Z", &fortnight("2017-10-09", ""));
}

/// From London to Tokyo on the 23rd, which is the 24th there on landing; from Tokyo on the 28th to Honolulu, where it is
/// still the 27th: what rang on the 28th in Tokyo does not ring on the 28th in Honolulu.
#[test]
fn two_weeks_of_a_traveller_from_london_by_tokyo_to_honolulu() {
    let journey = [
        ("2026-10-19T05:00:00Z", "Europe/London"),
        ("2026-10-23T23:30:00Z", "Asia/Tokyo"),
        ("2026-10-28T09:00:00Z", "Pacific/Honolulu"),
    ];
    let rang = one_alarm(&journey, "2026-11-02T17:00:00Z");
    // On the 24th the alarm of 08:00 in Tokyo had passed by half an hour as the phone learnt where it is: it rings then.
    let mut days = expected(&fortnight("2026-10-19", "").iter().map(String::as_str).collect::<Vec<_>>());
    for one in &mut days {
        if one == "Practice 2026-10-24 08:00" {
            "Practice 2026-10-24 08:30".clone_into(one);
        }
    }
    assert_eq!(rang, days);
    // A phone that rings alone is moved with its clock, and the app is not asked: it may look only after two days.
    let journey = [journey[0], ("2026-10-23T21:30:00Z", "Asia/Tokyo"), journey[2]];
    let days = fortnight("2026-10-19", "");
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    assert_eq!(many_alarms(&journey, "2026-11-02T17:00:00Z"), expected(&days));
}

#[test]
fn the_same_days_come_out_if_nothing_is_kept_of_what_rang_and_this_check_sees_it() {
    let mut life = life(&[("2026-10-19T05:00:00Z", "Europe/London")]);
    life.look(Changed, "2026-10-19T05:00:00Z");
    assert_eq!(rung(&life.look(Alarm, "2026-10-19T07:00:00Z")), ["Practice 08:00"]);
    // With the ledger lost, a clock that is set back rings again: the ledger is what keeps it silent.
    life.lines.clear();
    life.look(ClockSet, "2026-10-19T06:00:00Z");
    assert_eq!(rung(&life.look(Alarm, "2026-10-19T07:00:00Z")), ["Practice 08:00"]);
}
