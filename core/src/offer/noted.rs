//! Whether a rule holds for what was noted.

use chrono::Days;

use crate::catalogue::{OfferKind, OfferRule, OfferWhen};
use crate::own::NotedSign;
use crate::plan::EnrolmentId;
use crate::practice::{CheckIn, CheckInMoment, Practice, PracticeEnding, SensationId};
use crate::zone::{CivilDate, Instant};

use super::{DayAfter, OfferAnswer};

/// Everything that a rule looks at. More of it than the rule asks for does no harm.
#[derive(Clone, Copy, Debug)]
pub struct Noted<'a> {
    /// The rules, so that an answer to one counts for others that offer the same.
    pub rules: &'a [OfferRule],
    /// What was practised.
    pub practices: &'a [Practice],
    /// What was noted about it.
    pub check_ins: &'a [CheckIn],
    /// Stop signs that were noted without a practice.
    pub signs: &'a [NotedSign],
    /// What was said the day after practices, oldest first.
    pub days_after: &'a [DayAfter],
    /// What was said to earlier offers, oldest first.
    pub answers: &'a [OfferAnswer],
    /// Sensations that say that something felt wrong.
    pub felt_wrong: &'a [SensationId],
    /// The practice day of today.
    pub today: CivilDate,
}

impl Noted<'_> {
    /// Whether a rule offers something now, for an enrolment.
    ///
    /// What was noted before an offer of the same kind was answered has had its answer, and the rule itself rests for its
    /// days.
    #[must_use]
    pub fn holds(&self, rule: &OfferRule, enrolment: &EnrolmentId) -> bool {
        let answers = || self.answers.iter().filter(|answer| answer.enrolment.as_ref() == Some(enrolment));
        let rests = |answer: &OfferAnswer| {
            let until = answer.date.checked_add_days(Days::new(rule.quiet_days.into()));
            until.is_none_or(|until| self.today < until)
        };
        if answers().any(|answer| answer.rule.as_str() == rule.id && rests(answer)) {
            return false;
        }
        let same = answers().filter(|answer| self.kind_of(answer) == Some(rule.kind));
        let span = Span {
            first: self.today.checked_sub_days(Days::new(rule.within_days.into())).unwrap_or_default(),
            since: same.map(|answer| answer.answered_at).max(),
        };
        match rule.when {
            OfferWhen::PainHigh(_) => false,
            OfferWhen::StopSign => self.stopped(&span),
            OfferWhen::PainUp { by, times } => self.pain_rose(&span, by, times),
            OfferWhen::WorseSince { times } => self.worse_since(&span, times),
            OfferWhen::Comfortable { times } => self.comfortable(&span, enrolment, times),
        }
    }

    fn kind_of(&self, answer: &OfferAnswer) -> Option<OfferKind> {
        self.rules.iter().find(|rule| rule.id == answer.rule.as_str()).map(|rule| rule.kind)
    }

    fn stopped(&self, span: &Span) -> bool {
        let signs = |practice: &Practice| matches!(practice.ending, PracticeEnding::StoppedForSign { .. });
        self.practices_in(span).any(signs) || self.signs.iter().any(|sign| span.has(sign.date, sign.noted_at))
    }

    /// Whether pain rose over each of the last practices that have both numbers.
    fn pain_rose(&self, span: &Span, by: u8, times: usize) -> bool {
        let both = self.practices_in(span).filter_map(|practice| self.pains(practice));
        let rose: Vec<bool> = both.map(|(before, after)| after >= before.saturating_add(by)).collect();
        all_of_the_last(&rose, times)
    }

    fn worse_since(&self, span: &Span, times: usize) -> bool {
        let said = self.days_after.iter().filter(|said| span.has(said.date, said.answered_at));
        let worse: Vec<bool> = said.map(|said| said.worse).collect();
        all_of_the_last(&worse, times)
    }

    fn comfortable(&self, span: &Span, enrolment: &EnrolmentId, times: usize) -> bool {
        let ours = self.practices_in(span).filter(|practice| practice.is_for(enrolment));
        let comfortable: Vec<bool> = ours.map(|practice| self.was_comfortable(practice)).collect();
        all_of_the_last(&comfortable, times)
    }

    /// To its end, looked back on, pain not up, nothing wrong, and not worse on the day after. What was not looked back on
    /// says nothing, and counts as no comfort.
    fn was_comfortable(&self, practice: &Practice) -> bool {
        let mut after =
            self.about(practice).filter(|noted| noted.noted.moment == CheckInMoment::After).peekable();
        let looked_back = after.peek().is_some();
        let wrong =
            |noted: &CheckIn| noted.noted.sensations.iter().any(|felt| self.felt_wrong.contains(felt));
        let worse = self.days_after.iter().any(|said| said.practice == practice.id && said.worse);
        practice.ending == PracticeEnding::Finished
            && looked_back
            && !after.any(wrong)
            && !worse
            && self.pains(practice).is_none_or(|(before, after)| after <= before)
    }

    /// Pain first noted before a practice, and last noted after it.
    fn pains(&self, practice: &Practice) -> Option<(u8, u8)> {
        let of = |moment| self.about(practice).filter(move |noted| noted.noted.moment == moment);
        let before = of(CheckInMoment::Before).find_map(|noted| noted.noted.pain)?;
        let after = of(CheckInMoment::After).filter_map(|noted| noted.noted.pain).last()?;
        Some((before, after))
    }

    fn about(&self, practice: &Practice) -> impl Iterator<Item = &CheckIn> {
        self.check_ins.iter().filter(move |noted| noted.noted.practice.as_ref() == Some(&practice.id))
    }

    fn practices_in(&self, span: &Span) -> impl Iterator<Item = &Practice> {
        self.practices.iter().filter(move |practice| span.has(practice.date, practice.started_at))
    }
}

/// The days that a rule looks at.
struct Span {
    first: CivilDate,
    since: Option<Instant>,
}

impl Span {
    fn has(&self, date: CivilDate, instant: Instant) -> bool {
        date >= self.first && self.since.is_none_or(|since| instant > since)
    }
}

/// Whether there are so many, and the last of them all hold.
fn all_of_the_last(found: &[bool], times: usize) -> bool {
    found.len() >= times && found.iter().rev().take(times).all(|holds| *holds)
}
