//! The body check: questions about today, and what they suggest.

use crate::body_check::suggest;
use crate::catalogue::{BodyMap, SuggestionRule, VariantId};
use crate::own::{self, BodyAnswer, BodyCheck};
use crate::safety::{AboutYouEffect, Gate};
use crate::store::Reading;
use crate::zone::{Moment, Now};

use super::{
    BodyCheckForm, BodyOption, BodyQuestion, Mingmen, MingmenError, Result, Subject, Suggestion, Suggestions,
    words,
};

/// So many suggestions of each kind are shown: more would be a list to search.
const SHOWN: usize = 4;

impl Mingmen {
    /// The questions about today.
    ///
    /// # Errors
    /// [`MingmenError::Closed`].
    pub fn body_check_form(&self) -> Result<BodyCheckForm> {
        self.store.require_open()?;
        let content = self.learn()?.body_check();
        let question = |question: &crate::catalogue::BodyQuestionContent| BodyQuestion {
            id: question.id.clone(),
            text: question.text.clone(),
            many: question.many,
            options: question
                .options
                .iter()
                .map(|option| BodyOption {
                    id: option.id.clone(),
                    text: option.text.clone(),
                    area: option.area.clone(),
                })
                .collect(),
            origin: question.origin.clone(),
        };
        Ok(BodyCheckForm {
            title: content.title.clone(),
            lead: content.lead.clone(),
            notice: content.notice.clone(),
            questions: content.questions.iter().map(question).collect(),
        })
    }

    /// The body map: outlines, parts of the body, points and channels.
    ///
    /// # Errors
    /// [`MingmenError::Closed`].
    pub fn body_map(&self) -> Result<BodyMap> {
        self.store.require_open()?;
        Ok(self.learn()?.body_map().clone())
    }

    /// Keeps the answers of the body check and says what they suggest.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] where nothing is answered, a question or an answer is there twice, or several are
    /// given where one is asked for; [`MingmenError::NotFound`] for a question or an answer that the form has not.
    pub fn answer_body_check(&self, answers: &[BodyAnswer], now: &Now) -> Result<Suggestions> {
        let moment = Moment::check(now)?;
        own::check_answers(answers)?;
        self.check_known(answers)?;
        let check = BodyCheck {
            answered_at: moment.instant,
            date: moment.day,
            content_version: self.catalogue.version(),
            answers: answers.to_vec(),
        };
        let id = self.next_id(moment.instant);
        self.store.write(|writing| {
            writing.insert_body_check(&id, &check)?;
            let mut suggestions = self.suggestions_of(writing, &check, &moment)?;
            suggestions.changes = vec![Subject::BodyCheck];
            Ok(suggestions)
        })
    }

    /// What the last body check suggests; none where nobody has answered one.
    ///
    /// # Errors
    /// The `Store…` cases.
    pub fn suggestions(&self, now: &Now) -> Result<Option<Suggestions>> {
        let moment = Moment::check(now)?;
        self.store.read(|reading| {
            let check = reading.latest_body_check()?;
            check.map(|check| self.suggestions_of(reading, &check, &moment)).transpose()
        })
    }

    fn check_known(&self, answers: &[BodyAnswer]) -> Result<()> {
        let questions = &self.learn()?.body_check().questions;
        for (index, answer) in answers.iter().enumerate() {
            let question = questions.iter().find(|question| question.id == answer.question);
            let question = question.ok_or_else(|| MingmenError::not_found("question", &answer.question))?;
            let unknown = answer.chosen.iter().find(|id| !question.options.iter().any(|one| one.id == **id));
            if let Some(unknown) = unknown {
                return Err(MingmenError::not_found("answer", unknown));
            }
            if !question.many && answer.chosen.len() > 1 {
                return Err(MingmenError::invalid(&format!("answers[{index}].chosen"), "takes one answer"));
            }
        }
        Ok(())
    }

    fn suggestions_of(
        &self,
        reading: &Reading<'_>,
        check: &BodyCheck,
        moment: &Moment,
    ) -> Result<Suggestions> {
        let content = self.learn()?.body_check();
        let effect = self.effect_of(reading)?;
        let open = matches!(self.gate_of(reading)?, Gate::Open { .. });
        let minutes = self.minutes_asked(check)?;
        let rules = suggest(&content.rules, &check.answers);
        let allowed =
            |rule: &&SuggestionRule| !effect.leave_out.contains(&VariantId::from(rule.suggest.as_str()));
        let suggestion = |rule: &SuggestionRule| self.suggestion(reading, rule, &effect, open, minutes);
        let (practise, read): (Vec<_>, Vec<_>) =
            rules.into_iter().filter(allowed).partition(|rule| rule.to_practise);
        Ok(Suggestions {
            answers: check.answers.clone(),
            answered: words::capitalised(&words::day(self.phrases(), check.date, moment.day)),
            practise: practise.into_iter().take(SHOWN).map(suggestion).collect::<Result<_>>()?,
            read: read.into_iter().take(SHOWN).map(suggestion).collect::<Result<_>>()?,
            notice: content.notice.clone(),
            changes: Vec::new(),
        })
    }

    fn suggestion(
        &self,
        reading: &Reading<'_>,
        rule: &SuggestionRule,
        effect: &AboutYouEffect,
        open: bool,
        minutes: Option<u16>,
    ) -> Result<Suggestion> {
        let id = rule.suggest.as_str();
        let link = self.link(id).ok_or_else(|| MingmenError::not_found("item", id))?;
        // Whoever has ten minutes is not offered twenty.
        let card = match open && rule.to_practise {
            true => self.card_for(reading, &self.routine_named(&rule.suggest), effect, minutes)?,
            false => None,
        };
        Ok(Suggestion { link, card, reason: rule.reason.clone() })
    }

    /// The minutes that the person has today, if they said so.
    fn minutes_asked(&self, check: &BodyCheck) -> Result<Option<u16>> {
        let options = self.learn()?.body_check().questions.iter().flat_map(|question| {
            question.options.iter().map(move |option| (&question.id, &option.id, option.minutes))
        });
        let mut asked = options.filter_map(|(question, option, minutes)| {
            let answer = check.answers.iter().find(|answer| answer.question == *question)?;
            minutes.filter(|_| answer.chosen.contains(option))
        });
        Ok(asked.next())
    }
}
