//! The cards with a Begin button.

use crate::catalogue::{Posture, Presence, Routine, RoutineId, Segment, VariantId};
use crate::plan::{EnrolmentId, Running, Session};
use crate::practice::{Choices, PracticeReason};
use crate::safety::AboutYouEffect;
use crate::store::Reading;

use super::{Mingmen, MingmenError, PracticeCard, Result, words};

const FIRST_BREATH: &str = "routine-first-breath";
const GENTLE_DAY: &str = "routine-gentle-day";

impl Mingmen {
    /// The card of a session.
    pub(super) fn session_card(
        &self,
        reading: &Reading<'_>,
        session: &Session,
        run: &Running,
        leave_out: &[VariantId],
    ) -> Result<PracticeCard> {
        let choices = Choices {
            minutes: session.minutes,
            posture: session.posture,
            guidance: self.guidance(),
            leave_out: leave_out.to_vec(),
        };
        let reason = PracticeReason::Plan { enrolment: session.enrolment.clone() };
        let over_line = match run.rules.weeks {
            Some(weeks) => self.phrases().week_of(session.week, weeks),
            None => self.plan_content(&run.enrolment.start.plan)?.name.clone(),
        };
        Ok(self.card_of(&*self.routine_of(reading, &session.routine)?, choices, reason, over_line))
    }

    /// Two minutes of breathing, before there is a plan.
    pub(super) fn first_breath_card(&self) -> Result<PracticeCard> {
        let choices = self.whole(FIRST_BREATH, Posture::Seated)?;
        let mut card = self.card(&FIRST_BREATH.into(), choices, PracticeReason::Free, String::new())?;
        let phrases = self.phrases();
        card.title = phrases.first_breath_title();
        let minutes = phrases.minutes(u32::from(card.choices.minutes));
        card.facts = phrases.first_breath_facts(minutes, words::posture(phrases, Posture::Seated));
        Ok(card)
    }

    /// "My back hurts today": quiet minutes, lying and seated. They count for the plan, if there is one.
    pub(super) fn gentle_cards(&self, enrolment: Option<&EnrolmentId>) -> Result<Vec<PracticeCard>> {
        let card = |posture| {
            let choices = self.whole(GENTLE_DAY, posture)?;
            let reason = PracticeReason::of(enrolment.cloned());
            let phrases = self.phrases();
            let mut card = self.card(&GENTLE_DAY.into(), choices, reason, phrases.gentle_over())?;
            let minutes = phrases.minutes(u32::from(card.choices.minutes));
            card.facts = phrases.gentle_facts(minutes, words::posture(phrases, posture));
            Ok(card)
        };
        [Posture::Lying, Posture::Seated].into_iter().map(card).collect()
    }

    /// "My back hurts today", for longer: seated minutes without what asks more of a back that hurts.
    pub(super) fn gentle_longer(
        &self,
        reading: &Reading<'_>,
        enrolment: Option<&EnrolmentId>,
    ) -> Result<PracticeCard> {
        let gentle = &self.catalogue.safety().when_it_hurts;
        let routine = self.known_routine(&gentle.routine)?;
        let mut leave_out = self.effect_of(reading)?.leave_out;
        let hurts = |segment: &&Segment| gentle.leave_out.contains(&segment.movement);
        let hurting = routine.segments.iter().filter(hurts).map(|segment| &segment.variant);
        let missing: Vec<VariantId> =
            hurting.filter(|variant| !leave_out.contains(variant)).cloned().collect();
        leave_out.extend(missing);
        let choices = Choices {
            minutes: gentle.minutes,
            posture: Posture::Seated,
            guidance: self.guidance(),
            leave_out,
        };
        let reason = PracticeReason::of(enrolment.cloned());
        let phrases = self.phrases();
        let mut card = self.card_of(routine, choices, reason, phrases.gentle_over());
        let minutes = phrases.minutes(u32::from(gentle.minutes));
        card.facts = phrases.gentle_longer_facts(minutes, words::posture(phrases, Posture::Seated));
        Ok(card)
    }

    fn card(
        &self,
        routine: &RoutineId,
        choices: Choices,
        reason: PracticeReason,
        over_line: String,
    ) -> Result<PracticeCard> {
        Ok(self.card_of(self.known_routine(routine)?, choices, reason, over_line))
    }

    /// The card of a routine of any kind, with what the person's answers leave out: at its own length, or at most so
    /// many minutes. None where nothing would be left of it, and where it is a choice.
    pub(super) fn routine_card(
        &self,
        routine: &Routine,
        effect: &AboutYouEffect,
        at_most: Option<u16>,
    ) -> Option<PracticeCard> {
        let wanted = routine.segments.iter().filter(|segment| segment.presence == Presence::Wanted);
        let leave_out: Vec<VariantId> =
            wanted.map(|segment| segment.variant.clone()).chain(effect.leave_out.clone()).collect();
        if routine.segments.iter().all(|segment| leave_out.contains(&segment.variant)) {
            return None;
        }
        let choices = Choices {
            minutes: at_most.map_or(routine.minutes, |most| routine.minutes.min(most)),
            posture: self.usual_posture(routine, effect),
            guidance: self.guidance(),
            leave_out,
        };
        Some(self.card_of(routine, choices, PracticeReason::Free, String::new()))
    }

    /// The posture that a routine is led in unless another is chosen: its own, or the usual one of its first movement;
    /// seated where the person's answers ask for it.
    fn usual_posture(&self, routine: &Routine, effect: &AboutYouEffect) -> Posture {
        let needed = routine.segments.iter().filter(|segment| segment.presence == Presence::Always);
        let first = needed.filter_map(|segment| self.catalogue.variant(&segment.variant)).next();
        let usual = first.and_then(|(_, variant)| variant.postures.first()).map(|offer| offer.posture);
        match routine.posture.or(usual) {
            Some(Posture::Lying) => Posture::Lying,
            _ if effect.seated => Posture::Seated,
            Some(Posture::Walking) => Posture::Standing,
            usual => usual.unwrap_or(Posture::Seated),
        }
    }

    fn card_of(
        &self,
        routine: &Routine,
        choices: Choices,
        reason: PracticeReason,
        over_line: String,
    ) -> PracticeCard {
        let phrases = self.phrases();
        let count = routine.segments.iter().filter(|segment| choices.keep(segment)).count();
        let minutes = phrases.minutes(u32::from(choices.minutes));
        let movements = phrases.movements(u32::try_from(count).unwrap_or(u32::MAX));
        PracticeCard {
            over_line,
            title: routine.name.clone(),
            facts: phrases.card_facts(minutes, words::posture(phrases, choices.posture), movements),
            setup: words::setup(phrases, choices.posture),
            routine: routine.id.clone(),
            motion: self.motion_of(routine),
            choices,
            reason,
        }
    }

    /// The figure of a routine's card: its first movement that is more than settling, or its first that is drawn.
    pub(super) fn motion_of(&self, routine: &Routine) -> Option<String> {
        let motion = |segment: &Segment| self.catalogue.variant(&segment.variant)?.1.motion.clone();
        let telling = routine.segments.get(2).and_then(motion);
        telling.or_else(|| routine.segments.iter().find_map(motion))
    }

    /// A routine at its own length.
    fn whole(&self, routine: &str, posture: Posture) -> Result<Choices> {
        let minutes = self.known_routine(&routine.into())?.minutes;
        Ok(Choices { minutes, posture, guidance: self.guidance(), leave_out: Vec::new() })
    }

    pub(super) fn known_routine(&self, id: &RoutineId) -> Result<&'static Routine> {
        self.catalogue.routine(id).ok_or_else(|| MingmenError::not_found("routine", id))
    }
}
