//! What sort of thing an item is, in words.

use crate::catalogue::{LearnKind, MovementKind, Phrases};

pub(super) fn movement(phrases: &Phrases, kind: MovementKind) -> String {
    match kind {
        MovementKind::Movement => phrases.kind_movement(),
        MovementKind::Component => phrases.kind_component(),
        MovementKind::Frame => phrases.kind_frame(),
        MovementKind::Hint => phrases.kind_hint(),
        MovementKind::Habit => phrases.kind_habit(),
        MovementKind::Attention => phrases.kind_attention(),
        MovementKind::Information => phrases.kind_information(),
        MovementKind::Family => phrases.kind_family(),
    }
}

pub(super) fn reading(phrases: &Phrases, kind: LearnKind) -> String {
    match kind {
        LearnKind::Breathing => phrases.read_breathing(),
        LearnKind::Rule => phrases.read_rule(),
        LearnKind::Alignment => phrases.read_alignment(),
        LearnKind::Screening => phrases.read_screening(),
        LearnKind::StressSign => phrases.read_stress_sign(),
        LearnKind::StopSign => phrases.read_stop_sign(),
        LearnKind::RedFlag => phrases.read_red_flag(),
        LearnKind::Caution => phrases.read_caution(),
        LearnKind::Concept => phrases.read_concept(),
        LearnKind::Meridian => phrases.read_meridian(),
        LearnKind::Point => phrases.read_point(),
        LearnKind::MeridianList => phrases.read_meridian_list(),
        LearnKind::Sensation => phrases.read_sensation(),
        LearnKind::Style => phrases.read_style(),
        LearnKind::History => phrases.read_history(),
        LearnKind::Approach => phrases.read_approach(),
        LearnKind::Diet => phrases.read_diet(),
        LearnKind::Lifestyle => phrases.read_lifestyle(),
        LearnKind::Factor => phrases.read_factor(),
        LearnKind::Cause => phrases.read_cause(),
        LearnKind::Condition => phrases.read_condition(),
        LearnKind::Emotion => phrases.read_emotion(),
        LearnKind::Question => phrases.read_question(),
        LearnKind::Story => phrases.read_story(),
        LearnKind::Class => phrases.read_class(),
        LearnKind::Course => phrases.read_course(),
        LearnKind::Reading => phrases.read_reading(),
        LearnKind::Claim => phrases.read_claim(),
        LearnKind::Benefit => phrases.read_benefit(),
        LearnKind::Conflict => phrases.read_conflict(),
        LearnKind::PlanRule => phrases.read_plan_rule(),
        LearnKind::PlanProposal => phrases.read_plan_proposal(),
        LearnKind::Guide => phrases.read_guide(),
    }
}
