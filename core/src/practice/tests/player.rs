//! The player, whatever happens to it.

use proptest::prelude::*;

use super::*;

/// A player that is driven in a test.
struct Driven {
    script: Script,
    state: PlayerState,
    clock_ms: u64,
    effects: Vec<Effect>,
}

impl Driven {
    fn new(script: Script) -> Driven {
        Driven { script, state: PlayerState::ready(), clock_ms: 90_000, effects: Vec::new() }
    }

    fn on(&mut self, event: PlayerEvent) -> &mut Driven {
        let (state, effects) = step(&self.script, &self.state, &event, self.clock_ms);
        self.state = state;
        self.effects.extend(effects);
        self
    }

    fn after(&mut self, ms: u64) -> &mut Driven {
        self.clock_ms += ms;
        self.on(PlayerEvent::Tick)
    }

    fn playing(&mut self) -> &mut Driven {
        self.on(PlayerEvent::Start).after(u64::from(COUNT_IN_MS))
    }

    fn ticks(&mut self, count: u32) -> &mut Driven {
        for _ in 0..count {
            self.after(1_000);
        }
        self
    }
}

#[test]
fn a_practice_counts_in_plays_and_finishes_at_its_stated_length() {
    let mut player = Driven::new(phase_one());
    player.on(PlayerEvent::Start);
    assert_eq!(player.state.phase, PlayerPhase::CountingIn { left_ms: 3_000 });
    player.after(1_000).after(1_000).after(1_000);
    assert_eq!(player.state.phase, PlayerPhase::Playing);
    let counted: Vec<u8> = player
        .effects
        .iter()
        .filter_map(|effect| if let Effect::CountIn { seconds } = effect { Some(*seconds) } else { None })
        .collect();
    assert_eq!(counted, [3, 2, 1]);
    player.ticks(20 * 60);
    assert_eq!(player.state.phase, PlayerPhase::Finished);
    assert_eq!((player.state.position_ms, player.state.practised_ms), (1_200_000, 1_200_000));
}

#[test]
fn pauses_and_skips_do_not_count_as_practice() {
    let mut player = Driven::new(phase_one());
    player.playing().ticks(60).on(PlayerEvent::Pause).after(30_000).on(PlayerEvent::Resume);
    player.after(3_000).ticks(60).on(PlayerEvent::Skip);
    assert_eq!(player.state.position_ms, 300_000);
    assert_eq!(player.state.practised_ms, 120_000);
}

#[test]
fn back_goes_to_the_start_of_the_movement_and_then_to_the_one_before() {
    let mut player = Driven::new(phase_one());
    player.playing().on(PlayerEvent::Skip).ticks(10).on(PlayerEvent::Back);
    assert_eq!(player.state.position_ms, 300_000);
    player.ticks(2).on(PlayerEvent::Back);
    assert_eq!(player.state.position_ms, 0);
}

#[test]
fn skipping_the_last_movement_finishes() {
    let mut player = Driven::new(phase_one());
    player.playing();
    for _ in 0..5 {
        player.on(PlayerEvent::Skip);
    }
    assert_eq!(player.state.phase, PlayerPhase::Finished);
    assert_eq!(player.state.practised_ms, 0);
}

#[test]
fn a_suspended_app_counts_nothing_and_holds() {
    let mut player = Driven::new(phase_one());
    player.playing().ticks(42).after(3_600_000);
    assert_eq!(player.state.phase, PlayerPhase::Paused);
    assert_eq!((player.state.position_ms, player.state.practised_ms), (42_000, 42_000));
}

#[test]
fn a_clock_that_runs_backwards_moves_nothing() {
    let mut player = Driven::new(phase_one());
    player.playing().ticks(10);
    player.clock_ms -= 5_000;
    player.on(PlayerEvent::Tick);
    assert_eq!(player.state.position_ms, 10_000);
}

#[test]
fn a_sign_stops_at_once_and_for_good() {
    let mut player = Driven::new(phase_one());
    player.playing().ticks(70).on(PlayerEvent::StopForSign { sign: "stop-sharp-pain".into() });
    let stopped = PlayerPhase::Stopped { sign: Some("stop-sharp-pain".into()) };
    assert_eq!(player.state.phase, stopped);
    assert!(player.effects.contains(&Effect::Hush));
    player.on(PlayerEvent::Resume).after(10_000).on(PlayerEvent::Skip);
    assert_eq!(player.state.phase, stopped);
    assert_eq!(player.state.practised_ms, 70_000);
}

#[test]
fn what_counts_is_five_minutes_or_half_of_what_was_planned() {
    let practised = |planned_minutes: u32, practised_ms: u32| {
        let practice = Practice {
            id: "practice".into(),
            reason: PracticeReason::Plan { enrolment: "enrolment".into() },
            routine: None,
            content_version: 1,
            started_at: crate::zone::Instant::UNIX_EPOCH,
            zone: "UTC".into(),
            date: crate::zone::CivilDate::default(),
            planned_ms: planned_minutes * 60_000,
            practised_ms,
            ending: PracticeEnding::EndedEarly,
        };
        practice.counts_as_session()
    };
    assert!(practised(20, 300_000));
    assert!(!practised(20, 299_999));
    assert!(practised(5, 150_000));
    assert!(!practised(5, 149_999));
}

proptest! {
    /// However often steps come, every cue is delivered once and the end is the same.
    #[test]
    fn every_cue_is_delivered_once_whatever_the_rhythm_of_steps(gaps in prop::collection::vec(1u64..20_000, 60..400)) {
        let mut player = Driven::new(phase_one());
        player.playing();
        for gap in gaps.iter().cycle() {
            if player.state.has_ended() {
                break;
            }
            player.after(*gap);
        }
        let delivered: Vec<&Cue> = player.effects.iter().filter_map(|effect| match effect {
            Effect::Cue { cue } => Some(cue),
            _ => None,
        }).collect();
        prop_assert_eq!(delivered, player.script.cues.iter().collect::<Vec<_>>());
    }

    /// A kill at any moment: the player comes back held, at its last heartbeat, and dead time never counts.
    #[test]
    fn a_kill_at_any_moment_loses_at_most_the_time_since_the_last_heartbeat(
        before in 1u32..1_100, dead_ms in 0u64..10_000_000,
    ) {
        let mut player = Driven::new(phase_one());
        player.playing().ticks(before);
        let stored = serde_json::to_string(&player.state).unwrap();
        player.state = serde_json::from_str::<PlayerState>(&stored).unwrap().held();
        player.clock_ms = dead_ms;
        player.after(5_000);
        prop_assert_eq!(player.state.position_ms, before * 1_000);
        player.on(PlayerEvent::Resume).after(3_000).ticks(1_200 - before);
        prop_assert_eq!(&player.state.phase, &PlayerPhase::Finished);
        prop_assert_eq!(player.state.practised_ms, 1_200_000);
    }
}
