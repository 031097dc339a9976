//! A recording replays exactly, also one that was written long ago.

use super::*;

fn a_practice() -> Recording {
    let (sample, asked) = (Sample::new(&[(0, 2), (3, 1)]), choices(3));
    let script = sample.compile(&asked);
    let mut recording = Recording::new(script.clone(), PlayerState::ready());
    let mut clock_ms = 5_000;
    let mut run = |recording: &mut Recording, event: PlayerEvent, seconds: u64| {
        recording.step(&event, clock_ms);
        for _ in 0..seconds {
            clock_ms += 1_000;
            recording.step(&PlayerEvent::Tick, clock_ms);
        }
        clock_ms
    };
    run(&mut recording, PlayerEvent::Start, 40);
    run(&mut recording, PlayerEvent::Pause, 90);
    let now_ms = run(&mut recording, PlayerEvent::Resume, 20);
    let position_ms = recording.player().position_ms;
    let anew = sample.change(&asked, &script, position_ms, &PracticeChange::Minutes { left: 1 });
    recording.rescript(&anew, now_ms);
    run(&mut recording, PlayerEvent::Tick, 70);
    recording
}

#[test]
fn what_happened_happens_again() {
    let recording = a_practice();
    assert_eq!(recording.player().phase, PlayerPhase::Finished);
    assert_eq!(recording.replay(), Ok(()));
    let text = serde_json::to_string(&recording).unwrap();
    assert_eq!(serde_json::from_str::<Recording>(&text).unwrap().replay(), Ok(()));
}

#[test]
fn a_recording_that_tells_something_else_is_noticed() {
    let text = serde_json::to_string(&a_practice()).unwrap();
    let other = text.replacen("\"seconds\":2", "\"seconds\":1", 1);
    assert_ne!(text, other);
    let replayed = serde_json::from_str::<Recording>(&other).unwrap().replay();
    assert!(matches!(replayed, Err(ReplayError::Differs { .. })));
    let newer = text.replacen("\"format\":1", "\"format\":2", 1);
    let replayed = serde_json::from_str::<Recording>(&newer).unwrap().replay();
    assert_eq!(replayed, Err(ReplayError::Newer { format: 2 }));
}

#[test]
#[ignore = "writes the recording of a new format, once"]
fn write_a_recording() {
    let text = serde_json::to_string_pretty(&a_practice()).unwrap();
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/recordings/format-1.json"), text).unwrap();
}

/// A recording that was written when its format was new. It is never written anew: a player that leads it otherwise
/// than then would lead people otherwise than was checked.
#[test]
fn a_recording_of_format_1_still_replays() {
    let text = include_str!("../../../../tests/recordings/format-1.json");
    assert_eq!(serde_json::from_str::<Recording>(text).unwrap().replay(), Ok(()));
}
