use proptest::prelude::*;

use super::*;
use crate::catalogue::{
    Beat, Movement, MovementKind, Origin, Posture, PostureOffer, Presence, Routine, RoutineShape, Segment,
    Sides, Step, StepBreath, TimeSpan, Variant,
};

fn words() -> ScriptWords {
    let each = |what: &str| PostureWords {
        seated: format!("{what} on a chair."),
        standing: format!("{what} on your feet."),
        lying: format!("{what} on your back."),
        walking: format!("{what} on a slow walk."),
    };
    ScriptWords {
        settle: each("Settle"),
        begin_with: "We begin with {name}.".into(),
        next: "Next: {name}.".into(),
        change_posture: each("Now"),
        standing_care: "Eyes open, a chair within reach.".into(),
        half_way: "Half way.".into(),
        last_minute: "The last minute.".into(),
        stillness: "Rest.".into(),
        closing: "Sit a moment before you get up.".into(),
    }
}

fn step_of(text: &str) -> Step {
    Step { text: text.into(), breath: None, part: None, origin: Origin::Proposed }
}

/// A movement with `beats` as (breath, share in thousandths).
fn movement(
    id: &str,
    postures: &[Posture],
    beats: &[(Option<StepBreath>, u16)],
    breaths_per_loop: u8,
) -> Movement {
    let mut from_permille = 0;
    let beats = beats
        .iter()
        .map(|(breath, share)| {
            let beat = Beat {
                text: format!("{id} {from_permille}"),
                breath: *breath,
                part: None,
                step: None,
                from_permille,
                to_permille: from_permille + share,
            };
            from_permille += share;
            beat
        })
        .collect();
    let offer = |posture: &Posture| PostureOffer { posture: *posture, origin: Origin::Proposed };
    let variant = Variant {
        id: id.into(),
        name: id.into(),
        postures: postures.iter().map(offer).collect(),
        time: TimeSpan { seconds: 300, origin: Origin::Proposed },
        longest: None,
        pace_tenths: None,
        sides: Sides::Both,
        steps: vec![step_of("Begin like this."), step_of("Then go on like that.")],
        beats,
        breaths_per_loop,
        motion: Some(id.into()),
        figure_text: String::new(),
        origin: Origin::Proposed,
    };
    Movement {
        id: id.into(),
        kind: MovementKind::Movement,
        name: id.into(),
        other_names: Vec::new(),
        names: Vec::new(),
        summary: String::new(),
        focus: None,
        body_areas: Vec::new(),
        cautions: Vec::new(),
        care: Vec::new(),
        benefits: Vec::new(),
        uses: Vec::new(),
        notes: Vec::new(),
        parts: Vec::new(),
        extras: Vec::new(),
        members: Vec::new(),
        gentler: None,
        related: Vec::new(),
        variants: vec![variant],
        origin: Origin::Proposed,
    }
}

fn movements() -> Vec<Movement> {
    use Posture::{Lying, Seated, Standing};
    let (breathe_in, breathe_out) = (Some(StepBreath::In), Some(StepBreath::Out));
    vec![
        movement("wave", &[Seated, Standing], &[(breathe_in, 500), (breathe_out, 500)], 1),
        movement("twist", &[Standing, Seated], &[(None, 250), (None, 250), (None, 250), (None, 250)], 2),
        movement("row", &[Seated], &[(breathe_in, 400), (breathe_out, 600)], 1),
        movement("still", &[Seated, Standing, Lying], &[], 1),
    ]
}

fn routine(movements: &[Movement], items: &[(usize, u16)]) -> Routine {
    let segment = |(which, minutes): &(usize, u16)| Segment {
        movement: movements[*which].id.clone(),
        variant: movements[*which].variants[0].id.clone(),
        minutes: *minutes,
        minutes_origin: Origin::Proposed,
        added: false,
        presence: Presence::Always,
    };
    Routine {
        id: "routine".into(),
        name: "Routine".into(),
        focus: String::new(),
        shape: RoutineShape::Ordered,
        posture: None,
        segments: items.iter().map(segment).collect(),
        minutes: items.iter().map(|(_, minutes)| minutes).sum(),
        minutes_origin: Origin::Proposed,
        body_areas: Vec::new(),
        notes: Vec::new(),
        related: Vec::new(),
        origin: Origin::Proposed,
    }
}

fn script_of(items: &[(usize, u16)], choices: &Choices) -> Script {
    let movements = movements();
    let routine = routine(&movements, items);
    let forms: Vec<_> =
        items.iter().map(|(which, _)| (&movements[*which], &movements[*which].variants[0])).collect();
    compile(&Source { routine: &routine, forms: &forms, words: &words(), content_version: 1 }, choices)
        .unwrap()
}

fn choices(minutes: u16) -> Choices {
    Choices { minutes, posture: Posture::Seated, breath_ms: 8_000, leave_out: Vec::new() }
}

fn phase_one() -> Script {
    script_of(&[(3, 5), (0, 3), (2, 5), (1, 5), (3, 2)], &choices(20))
}

#[test]
fn a_short_form_shares_its_seconds_by_largest_remainder() {
    let seconds = |items: &[(usize, u16)], minutes| -> Vec<u32> {
        let script = script_of(items, &choices(minutes));
        script.segments.iter().map(|segment| (segment.ends_ms - segment.starts_ms) / 1_000).collect()
    };
    let phase_one = [(3, 5), (0, 3), (2, 5), (1, 5), (3, 2)];
    let phase_two = [(3, 3), (2, 5), (0, 5), (1, 5), (3, 3)];
    let phase_three = [(3, 3), (0, 8), (2, 5), (1, 5), (3, 5)];
    assert_eq!(seconds(&phase_one, 10), [150, 90, 150, 150, 60]);
    assert_eq!(seconds(&phase_two, 15), [129, 214, 214, 214, 129]);
    assert_eq!(seconds(&phase_three, 10), [69, 185, 116, 115, 115]);
    assert_eq!(seconds(&phase_three, 15), [104, 277, 173, 173, 173]);
}

#[test]
fn leaving_everything_out_is_refused() {
    let movements = movements();
    let routine = routine(&movements, &[(0, 5)]);
    let forms = [(&movements[0], &movements[0].variants[0])];
    let source = Source { routine: &routine, forms: &forms, words: &words(), content_version: 1 };
    let without = Choices { leave_out: vec!["wave".into()], ..choices(5) };
    assert_eq!(compile(&source, &without).unwrap_err().field, "choices.leave_out");
    assert_eq!(compile(&source, &choices(0)).unwrap_err().field, "choices.minutes");
    let breathless = Choices { breath_ms: 3_999, ..choices(5) };
    assert_eq!(compile(&source, &breathless).unwrap_err().field, "choices.breath_ms");
}

#[test]
fn what_belongs_to_lying_down_comes_only_where_the_practice_is_led_lying() {
    let movements = movements();
    let mut routine = routine(&movements, &[(0, 1), (3, 4)]);
    routine.segments[0].presence = Presence::Lying;
    let forms = [0, 3].map(|which: usize| (&movements[which], &movements[which].variants[0]));
    let source = Source { routine: &routine, forms: &forms, words: &words(), content_version: 1 };
    let names = |posture| {
        let script = compile(&source, &Choices { posture, ..choices(5) }).unwrap();
        assert_eq!(script.length_ms, 300_000);
        script.segments.iter().map(|segment| segment.variant.0.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(Posture::Lying), ["wave", "still"]);
    assert_eq!(names(Posture::Seated), ["still"]);
    let switched_off = Choices { posture: Posture::Lying, leave_out: vec!["wave".into()], ..choices(5) };
    assert_eq!(compile(&source, &switched_off).unwrap().segments.len(), 1);
}

#[test]
fn standing_is_said_with_eyes_open_and_a_chair() {
    let standing = Choices { posture: Posture::Standing, ..choices(10) };
    let script = script_of(&[(0, 5), (2, 5)], &standing);
    assert_eq!(script.segments[0].posture, Posture::Standing);
    // Rowing is done on a chair, whatever was asked for, and the change of posture is said.
    assert_eq!(script.segments[1].posture, Posture::Seated);
    let said = |text: &str| script.cues.iter().filter(|cue| is_said(cue, text)).count();
    assert_eq!(said("Eyes open, a chair within reach."), 1);
    assert_eq!(said("Now on a chair. Next: row."), 1);
}

fn is_said(cue: &Cue, sentence: &str) -> bool {
    matches!(&cue.action, CueAction::Say { text } if text == sentence)
}

proptest! {
    #[test]
    fn any_script_is_exact_ordered_and_speaks_with_one_voice(
        items in prop::collection::vec((0usize..4, 1u16..20), 1..8),
        minutes in 1u16..=120,
        breath_ms in 4_000u32..=16_000,
        posture in prop::sample::select(vec![Posture::Seated, Posture::Standing, Posture::Lying]),
    ) {
        let asked = Choices { minutes, posture, breath_ms, leave_out: Vec::new() };
        let script = script_of(&items, &asked);

        prop_assert_eq!(script.length_ms, u32::from(minutes) * 60_000);
        let mut end = 0;
        for segment in &script.segments {
            prop_assert_eq!(segment.starts_ms, end);
            prop_assert!(segment.ends_ms >= segment.starts_ms);
            end = segment.ends_ms;
        }
        prop_assert_eq!(end, script.length_ms);

        prop_assert!(script.cues.windows(2).all(|pair| pair[0].at_ms <= pair[1].at_ms));
        prop_assert!(script.cues.iter().all(|cue| cue.at_ms + cue.length_ms <= script.length_ms));
        let of = |wanted: fn(&CueAction) -> bool| script.cues.iter().filter(move |cue| wanted(&cue.action)).collect::<Vec<_>>();
        for lane in [
            of(|action| matches!(action, CueAction::Say { .. })),
            of(|action| matches!(action, CueAction::Breathe { .. })),
            of(|action| matches!(action, CueAction::Move { .. })),
        ] {
            prop_assert!(lane.windows(2).all(|pair| pair[0].at_ms + pair[0].length_ms <= pair[1].at_ms));
        }
    }

    #[test]
    fn breaths_alternate_and_none_is_stretched_by_more_than_a_tenth(
        minutes in 1u16..=60, breath_ms in 4_000u32..=16_000,
    ) {
        let asked = Choices { breath_ms, ..choices(minutes) };
        let script = script_of(&[(0, 5), (2, 5)], &asked);
        for segment in &script.segments {
            let inside = |cue: &&Cue| (segment.starts_ms..segment.ends_ms).contains(&cue.at_ms);
            let breaths: Vec<(Breath, u32)> = script.cues.iter().filter(inside).filter_map(|cue| match cue.action {
                CueAction::Breathe { breath } => Some((breath, cue.length_ms)),
                _ => None,
            }).collect();
            let led: Vec<_> = breaths.iter().filter(|(breath, _)| *breath != Breath::Natural).collect();
            prop_assert_eq!(led.len() % 2, 0);
            for pair in led.chunks(2) {
                prop_assert_eq!((pair[0].0, pair[1].0), (Breath::In, Breath::Out));
                let whole = i64::from(pair[0].1 + pair[1].1);
                // A millisecond of rounding at either end.
                prop_assert!((whole - i64::from(breath_ms)).abs() <= i64::from(breath_ms) / 10 + 2);
            }
        }
    }
}

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
