//! A practice through the facade and a real file: killed at any moment, changed, recorded.
#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests may; clippy sees only the test functions themselves

use chrono::TimeDelta;
use mingmen_core::mingmen::{BeginDraft, Begun, Mingmen, OpenOptions, TodayState};
use mingmen_core::practice::{
    Effect, PlayerEvent, PlayerPhase, PracticeChange, PracticeEnding, PracticeId, PracticeReason, Recording,
};
use mingmen_core::zone::Now;
use tempfile::TempDir;

/// One breath: a kill loses no more than this.
const BREATH_MS: u32 = 8_000;

/// A phone whose app can be killed.
struct Phone {
    folder: TempDir,
    mingmen: Option<Mingmen>,
    now: Now,
    clock_ms: u64,
}

impl Phone {
    fn new() -> Phone {
        let now = Now { instant: "2026-03-09T07:00:00Z".parse().unwrap(), zone: "Europe/London".into() };
        let mut phone = Phone { folder: tempfile::tempdir().unwrap(), mingmen: None, now, clock_ms: 700_000 };
        phone.open();
        phone.mingmen().answer_screening(&[], &phone.now).unwrap();
        phone
    }

    fn open(&mut self) {
        let options = OpenOptions {
            path: self.folder.path().join("mingmen.db").to_string_lossy().into_owned(),
            seed: vec![7; 32],
            locale: "en".into(),
            country: "GB".into(),
        };
        self.mingmen = Some(Mingmen::open(&options, &self.now).unwrap());
    }

    fn mingmen(&self) -> &Mingmen {
        self.mingmen.as_ref().unwrap()
    }

    /// The app is killed, the phone is dead for a while, and its monotonic clock begins anew.
    fn dies_for(&mut self, seconds: i64) {
        self.mingmen = None;
        self.now.instant += TimeDelta::seconds(seconds);
        self.clock_ms = 3_000;
        self.open();
    }

    fn begin(&self) -> Begun {
        let TodayState::NotEnrolled { first_breath, .. } = self.mingmen().today(&self.now).unwrap().state
        else {
            panic!("enrolled")
        };
        let (routine, choices) = (first_breath.routine, first_breath.choices);
        let draft = BeginDraft { routine, choices, reason: PracticeReason::Free, pain_before: None };
        self.mingmen().begin_practice(&draft, &self.now).unwrap()
    }

    fn after(
        &mut self,
        ms: u32,
        practice: &PracticeId,
        event: &PlayerEvent,
    ) -> mingmen_core::mingmen::Stepped {
        self.clock_ms += u64::from(ms);
        self.now.instant += TimeDelta::milliseconds(ms.into());
        self.mingmen().step_practice(practice, event, self.clock_ms, &self.now).unwrap()
    }
}

/// Numbers that look drawn by chance and are the same each time: a linear congruential generator (Knuth, MMIX).
fn draw(state: &mut u64, below: u32) -> u32 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    u32::try_from((*state >> 33) % u64::from(below)).unwrap()
}

#[test]
fn killed_at_any_of_two_hundred_moments_a_practice_goes_on_within_a_breath_and_counts_nothing_twice() {
    let mut chance = 5;
    for _ in 0..200 {
        let mut phone = Phone::new();
        let begun = phone.begin();
        let practice = &begun.practice;
        phone.after(0, practice, &PlayerEvent::Start);
        let killed_at_ms = 3_000 + draw(&mut chance, 116_000);
        let mut gone_ms = 0;
        let mut before = begun.player.clone();
        while gone_ms < killed_at_ms {
            let step_ms = (400 + draw(&mut chance, 1_200)).min(killed_at_ms - gone_ms);
            before = phone.after(step_ms, practice, &PlayerEvent::Tick).player;
            gone_ms += step_ms;
        }
        phone.dies_for(i64::from(draw(&mut chance, 90_000)));
        let again = phone.mingmen().continue_practice(practice, &phone.now).unwrap();
        let after = again.player;
        assert_eq!(after.phase, PlayerPhase::Paused);
        assert_eq!(after.position_ms, after.practised_ms, "dead time counts");
        let lost_ms = before.position_ms.checked_sub(after.position_ms);
        assert!(lost_ms.is_some_and(|lost_ms| lost_ms <= BREATH_MS), "{lost_ms:?} at {killed_at_ms}");
        phone.after(1_000, practice, &PlayerEvent::Resume);
        let mut last = phone.after(3_000, practice, &PlayerEvent::Tick);
        while last.ended.is_none() {
            last = phone.after(20_000, practice, &PlayerEvent::Tick);
        }
        let ended = last.ended.unwrap();
        assert_eq!((ended.practised_ms, ended.ending), (120_000, PracticeEnding::Finished));
    }
}

#[test]
fn every_cue_of_a_practice_comes_once_also_sixty_times_as_fast() {
    let mut phone = Phone::new();
    let begun = phone.begin();
    let mut effects = phone.after(0, &begun.practice, &PlayerEvent::Start).effects;
    loop {
        let stepped = phone.after(16_667, &begun.practice, &PlayerEvent::Tick);
        effects.extend(stepped.effects);
        if stepped.ended.is_some() {
            break;
        }
    }
    let delivered = effects.iter().filter_map(|effect| match effect {
        Effect::Cue { cue } => Some(cue),
        _ => None,
    });
    assert!(delivered.eq(begun.script.cues.iter()));
    let ducked = effects.iter().filter(|effect| matches!(effect, Effect::Duck { .. }));
    assert_eq!(ducked.count(), 2, "asked once, let go once");
}

#[test]
fn what_was_led_can_be_replayed_also_what_was_changed() {
    let mut phone = Phone::new();
    let begun = phone.begin();
    phone.after(0, &begun.practice, &PlayerEvent::Start);
    for _ in 0..30 {
        phone.after(1_000, &begun.practice, &PlayerEvent::Tick);
    }
    let wanted = PracticeChange::Minutes { left: 3 };
    let changed =
        phone.mingmen().change_practice(&begun.practice, &wanted, phone.clock_ms, &phone.now).unwrap();
    assert_eq!(changed.script.length_ms, 27_000 + 180_000);
    assert_eq!(changed.segment_ends.len(), 1);
    for _ in 0..10 {
        phone.after(1_000, &begun.practice, &PlayerEvent::Tick);
    }
    phone.after(0, &begun.practice, &PlayerEvent::Stop);
    let text = phone.mingmen().recording(&begun.practice).unwrap();
    assert_eq!(serde_json::from_str::<Recording>(&text).unwrap().replay(), Ok(()));
}

#[test]
fn while_time_stands_still_no_end_is_foretold() {
    let mut phone = Phone::new();
    let begun = phone.begin();
    let ends =
        |phone: &mut Phone, event: PlayerEvent| phone.after(2_000, &begun.practice, &event).segment_ends;
    let first = phone.now.instant;
    assert_eq!(
        ends(&mut phone, PlayerEvent::Start),
        [first + TimeDelta::milliseconds(2_000 + 3_000 + 120_000)]
    );
    assert_eq!(ends(&mut phone, PlayerEvent::Tick), [first + TimeDelta::milliseconds(125_000)]);
    assert!(ends(&mut phone, PlayerEvent::Pause).is_empty());
}
