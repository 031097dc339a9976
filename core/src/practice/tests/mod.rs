mod change;
mod compile;
mod player;
mod recording;

use super::*;
use crate::catalogue::{
    Beat, Movement, MovementKind, Origin, Posture, PostureOffer, Presence, Routine, RoutineShape, Segment,
    Sides, Step, StepBreath, TimeSpan, Variant,
};
use crate::sound::Chime;

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
        go_on: "We go on with {name}.".into(),
        closing: each("The end"),
        pace: SpeakingPace { ms_per_character: 70, between_ms: 400 },
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

fn in_turn(mut movement: Movement) -> Movement {
    movement.variants[0].sides = Sides::InTurn;
    movement
}

fn movements() -> Vec<Movement> {
    use Posture::{Lying, Seated, Standing};
    let (breathe_in, breathe_out) = (Some(StepBreath::In), Some(StepBreath::Out));
    vec![
        movement("wave", &[Seated, Standing], &[(breathe_in, 500), (breathe_out, 500)], 1),
        movement("twist", &[Standing, Seated], &[(None, 250), (None, 250), (None, 250), (None, 250)], 2),
        movement("row", &[Seated], &[(breathe_in, 400), (breathe_out, 600)], 1),
        movement("still", &[Seated, Standing, Lying], &[], 1),
        movement("slow", &[Seated, Standing], &[(breathe_in, 500), (breathe_out, 500)], 1),
        in_turn(movement("turn", &[Seated, Standing], &[(None, 500), (None, 500)], 2)),
        movement("warm", &[Seated, Standing], &[(None, 1_000)], 1),
        movement("thanks", &[Seated, Standing, Lying], &[], 1),
        movement("aim", &[Seated, Standing, Lying], &[], 1),
        movement("get-down", &[Standing], &[(None, 1_000)], 3),
        movement("get-up", &[Lying], &[(None, 1_000)], 3),
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

/// A routine of some movements, with its forms.
struct Sample {
    movements: Vec<Movement>,
    routine: Routine,
    words: ScriptWords,
}

impl Sample {
    fn new(items: &[(usize, u16)]) -> Sample {
        let movements = movements();
        let routine = routine(&movements, items);
        Sample { movements, routine, words: words() }
    }

    fn with<T>(&self, make: impl FnOnce(&Source<'_>) -> T) -> T {
        let form = |id: &str| {
            let movement = self.movements.iter().find(|movement| movement.id.as_str() == id).unwrap();
            Form { movement, variant: &movement.variants[0] }
        };
        let forms: Vec<_> = self.routine.segments.iter().map(|it| form(it.movement.as_str())).collect();
        let around = Around {
            warm_up: Some(form("warm")),
            gratitude: Some(form("thanks")),
            intention: Some(form("aim")),
        };
        let gentle = |variant: &Variant, _| if variant.id.as_str() == "slow" { 12_000 } else { 0 };
        make(&Source {
            routine: &self.routine,
            forms: &forms,
            around,
            gentle_loop_ms: &gentle,
            words: &self.words,
            content_version: 1,
        })
    }

    fn compile(&self, choices: &Choices) -> Script {
        self.with(|source| compile(source, choices)).unwrap()
    }

    fn change(&self, choices: &Choices, script: &Script, at_ms: u32, wanted: &PracticeChange) -> Rescripted {
        self.with(|source| change(source, choices, script, at_ms, wanted)).unwrap()
    }
}

fn script_of(items: &[(usize, u16)], choices: &Choices) -> Script {
    Sample::new(items).compile(choices)
}

fn choices(minutes: u16) -> Choices {
    Choices::usual(minutes, Posture::Seated)
}

fn guided(minutes: u16, guidance: Guidance) -> Choices {
    Choices { guidance, ..choices(minutes) }
}

fn phase_one() -> Script {
    script_of(&[(3, 5), (0, 3), (2, 5), (1, 5), (3, 2)], &choices(20))
}

/// What is said, in order.
fn said(script: &Script) -> Vec<(u32, SayKind, &str)> {
    script
        .cues
        .iter()
        .filter_map(|cue| match &cue.action {
            CueAction::Say { text, kind } => Some((cue.at_ms, *kind, text.as_str())),
            _ => None,
        })
        .collect()
}
