//! What is offered because of what was noted, and what a person says to it.

use chrono::Days;

use crate::catalogue::{OfferKind, OfferRule, OfferWhen};
use crate::offer::{
    DayAfter, Noted, Offer, OfferAnswer, OfferRuleId, OfferedChange, changes, is_high_for_this_person,
};
use crate::plan::{Change, EnrolmentId, Running};
use crate::practice::{Practice, PracticeId, SensationId};
use crate::store::Reading;
use crate::zone::{CivilDate, Instant, Moment, Now};

use super::facts::{self, Log};
use super::plan::PLAN_SUBJECTS;
use super::{DayAfterAnswered, DayAfterQuestion, Mingmen, MingmenError, OfferAnswered, Result, Subject};

impl Mingmen {
    /// Keeps what a person says to what is offered to them on Today. Accepted, its changes are made; declined, nothing is
    /// changed. Either way it does not come back for the same reason for a while.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] where that is not offered now, [`MingmenError::PracticeShut`].
    pub fn answer_offer(
        &self,
        rule: &OfferRuleId,
        enrolment: &EnrolmentId,
        accepted: bool,
        now: &Now,
    ) -> Result<OfferAnswered> {
        let moment = Moment::check(now)?;
        let answer = OfferAnswer {
            answered_at: moment.instant,
            date: moment.day,
            rule: rule.clone(),
            enrolment: Some(enrolment.clone()),
            accepted,
        };
        let id = self.next_id(moment.instant);
        self.store.write(|writing| {
            self.require_open(writing)?;
            let log = Log::read(writing, self, facts::around(&moment), moment.day)?;
            let offer = self.offer_of(writing, &log)?;
            let offer = offer.filter(|offer| offer.rule == *rule && offer.enrolment == *enrolment);
            let offer = offer.ok_or_else(|| MingmenError::not_found("offer", rule))?;
            writing.insert_offer_answer(&id, &answer)?;
            if accepted {
                let made: Vec<(CivilDate, Change)> =
                    offer.changes.into_iter().map(|made| (made.effective_from, made.change)).collect();
                self.change_all(writing, enrolment, &made, &moment)?;
            }
            Ok(OfferAnswered { changes: PLAN_SUBJECTS.to_vec() })
        })
    }

    /// Keeps what a person says the day after a practice: whether it is worse since.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`] for the practice, [`MingmenError::AlreadyEnded`] where it is not asked about today, or
    /// was answered before.
    pub fn answer_day_after(
        &self,
        practice: &PracticeId,
        worse: bool,
        now: &Now,
    ) -> Result<DayAfterAnswered> {
        let moment = Moment::check(now)?;
        let answer =
            DayAfter { answered_at: moment.instant, date: moment.day, practice: practice.clone(), worse };
        let id = self.next_id(moment.instant);
        self.store.write(|writing| {
            writing.practice(practice)?.ok_or_else(|| MingmenError::not_found("practice", practice))?;
            let log = Log::read(writing, self, facts::around(&moment), moment.day)?;
            let asked = self.day_after_of(writing, &log)?;
            if asked.is_none_or(|asked| asked.practice != *practice) {
                return Err(MingmenError::AlreadyEnded { what: "question".to_owned() });
            }
            writing.insert_day_after(&id, &answer)?;
            let content = self.catalogue.offers();
            let words = if worse { &content.worse } else { &content.not_worse };
            let changes = vec![Subject::CheckIns, Subject::Plan];
            Ok(DayAfterAnswered { words: words.clone(), changes })
        })
    }

    /// The one thing that is offered now, for the plan begun last among those that it is offered for.
    pub(super) fn offer_of(&self, reading: &Reading<'_>, log: &Log) -> Result<Option<Offer>> {
        if log.live().next().is_none() {
            return Ok(None);
        }
        let rules = &self.catalogue.offers().rules;
        let longest = rules.iter().map(|rule| rule.within_days).max().unwrap_or_default();
        let first = log.today.checked_sub_days(Days::new(longest.into())).unwrap_or_default();
        let wrong = self.catalogue.sensations().iter().filter(|sensation| sensation.felt_wrong);
        let felt_wrong: Vec<SensationId> = wrong.map(|sensation| sensation.id.as_str().into()).collect();
        let noted = Noted {
            rules,
            practices: &reading.practices_between(first..=log.today)?,
            check_ins: &reading.check_ins_between(first..=CivilDate::MAX)?,
            signs: &reading.noted_signs_between(first..=log.today)?,
            days_after: &reading.days_after()?,
            answers: &reading.offer_answers()?,
            felt_wrong: &felt_wrong,
            today: log.today,
        };
        let offers = rules.iter().flat_map(|rule| log.live().rev().map(move |run| (rule, run)));
        let mut offers = offers.filter_map(|(rule, run)| {
            let made = changes(rule.kind, run, log.today);
            let holds = !made.is_empty() && noted.holds(rule, &run.enrolment.id);
            holds.then(|| self.offer(rule, run, made, log.today))
        });
        Ok(offers.next())
    }

    fn offer(&self, rule: &OfferRule, run: &Running, made: Vec<OfferedChange>, today: CivilDate) -> Offer {
        Offer {
            rule: rule.id.as_str().into(),
            enrolment: run.enrolment.id.clone(),
            title: rule.title.clone(),
            reason: rule.reason.clone(),
            detail: self.offer_detail(rule.kind, run, &made, today),
            changes: made,
            origin: rule.origin.clone(),
        }
    }

    /// What would change, in words.
    fn offer_detail(
        &self,
        kind: OfferKind,
        run: &Running,
        made: &[OfferedChange],
        today: CivilDate,
    ) -> String {
        let phrases = self.phrases();
        let week = match run.standing(today) {
            crate::plan::Standing::Week(week) => week,
            _ => 1,
        };
        let length = made.iter().find_map(|made| match made.change {
            Change::Length { length } => Some(length),
            _ => None,
        });
        let minutes = length.and_then(|length| run.rules.minutes(week, length));
        let minutes = minutes.map(|minutes| phrases.minutes(u32::from(minutes)));
        let holds = made.iter().any(|made| made.change == Change::Hold);
        match (kind, minutes) {
            (OfferKind::NextLength, minutes) => phrases.offer_longer(minutes.unwrap_or_default()),
            (_, Some(minutes)) if holds => phrases.offer_shorter_and_again(minutes, week),
            (_, Some(minutes)) => phrases.offer_shorter(minutes),
            (_, None) => phrases.offer_again(week),
        }
    }

    /// The question of the day after, where yesterday had a practice and it was not answered yet.
    pub(super) fn day_after_of(&self, reading: &Reading<'_>, log: &Log) -> Result<Option<DayAfterQuestion>> {
        let yesterday = log.today.pred_opt();
        let of_yesterday =
            |practice: &&Practice| Some(practice.date) == yesterday && practice.counts_as_session();
        let Some(practice) = log.practices.iter().rfind(of_yesterday) else { return Ok(None) };
        let answered = reading.days_after()?.iter().any(|answer| answer.date == log.today);
        let question = self.catalogue.offers().day_after.clone();
        Ok((!answered).then(|| DayAfterQuestion { practice: practice.id.clone(), question }))
    }

    /// The rule by which a number of pain asks for the screening again: noted since the last screening, and at least the
    /// rule's days after it.
    pub(super) fn high_pain_since(
        &self,
        reading: &Reading<'_>,
        screened: CivilDate,
        since: Instant,
    ) -> Result<Option<&'static OfferRule>> {
        for rule in &self.catalogue.offers().rules {
            let OfferWhen::PainHigh(high) = &rule.when else { continue };
            let Some(from) = screened.checked_add_days(Days::new(rule.quiet_days.into())) else { continue };
            let first = from.checked_sub_days(Days::new(high.usual_days.into())).unwrap_or_default();
            let notes = reading.check_ins_between(first..=CivilDate::MAX)?;
            let mut late = notes.iter().filter(|note| note.date >= from && note.noted_at >= since);
            if late.any(|note| is_high_for_this_person(note, &notes, high)) {
                return Ok(Some(rule));
            }
        }
        Ok(None)
    }
}
