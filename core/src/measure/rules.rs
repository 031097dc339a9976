//! What the content says about routines made to measure, in one language.

use std::collections::BTreeMap;

use super::{DayKind, Loosen, Missing};
use crate::catalogue::{AreaId, VariantId};

/// The rules and the sentences. All of it is ours: no article composes a routine this way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRules {
    /// Minutes to choose from, rising.
    pub minutes: Vec<u16>,
    /// What may open a routine.
    pub opening: Vec<Bookend>,
    /// What may warm up; there is a warm-up from the least `from` among them.
    pub warm_up: Vec<Bookend>,
    /// What may close a routine.
    pub closing: Vec<Bookend>,
    /// How many movements lie between, rising by length.
    pub lengths: Vec<LengthRule>,
    /// Where that leaves each fewer minutes than about these, there are fewer.
    pub each: u16,
    /// What each kind of day changes.
    pub days: Vec<DayRule>,
    /// The forms that may lie between.
    pub forms: Vec<FormRule>,
    /// For each part of the body the parts by way of which it is reached where nothing is for itself.
    pub near: BTreeMap<AreaId, Vec<AreaId>>,
    /// The part of the body by way of which any other is reached where nothing is near either.
    pub everywhere: AreaId,
    /// What is said.
    pub sentences: MeasureSentences,
}

impl MeasureRules {
    /// What a kind of day changes; none only where the content is damaged.
    #[must_use]
    pub fn day(&self, day: DayKind) -> Option<&DayRule> {
        self.days.iter().find(|rule| rule.day == day)
    }

    /// A refusal in sentences: what is missing, and each change that would help.
    #[must_use]
    pub fn refusal(&self, missing: Missing, loosen: &[Loosen]) -> String {
        let sentences = &self.sentences;
        let what = match missing {
            Missing::Opening => &sentences.no_opening,
            Missing::WarmUp => &sentences.no_warm_up,
            Missing::Closing => &sentences.no_closing,
            Missing::Area => &sentences.no_area,
            Missing::Minutes => &sentences.no_minutes,
        };
        let help = loosen.iter().map(|loosen| match loosen {
            Loosen::Minutes => &sentences.loosen_minutes,
            Loosen::Posture => &sentences.loosen_posture,
            Loosen::Area => &sentences.loosen_area,
            Loosen::Avoid => &sentences.loosen_avoid,
        });
        std::iter::once(what).chain(help).map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// How many movements lie between in a routine of so many minutes on a day, where so many are left for them.
    pub(super) fn movements(&self, minutes: u16, day: &DayRule, between: u16) -> usize {
        let rule = self.lengths.iter().rev().find(|rule| rule.from <= minutes);
        let usual = rule.map_or(1, |rule| rule.movements).saturating_add_signed(day.movements);
        let room = (between + self.each / 2) / self.each.max(1);
        usize::from(u16::from(usual).min(room).max(1))
    }

    /// Whether a routine of so many minutes has a warm-up.
    pub(super) fn warms_up(&self, minutes: u16) -> bool {
        self.warm_up.iter().any(|bookend| bookend.from <= minutes)
    }
}

/// A form that opens, warms up or closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookend {
    /// The form.
    pub form: VariantId,
    /// The minutes of a routine from which it is taken, if another fits shorter ones.
    pub from: u16,
    /// Its least minutes.
    pub least: u16,
    /// Its most minutes.
    pub most: u16,
}

/// How many movements lie between warm-up and closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LengthRule {
    /// The minutes of a routine from which this holds.
    pub from: u16,
    /// How many.
    pub movements: u8,
}

/// What a kind of day changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayRule {
    /// The kind.
    pub day: DayKind,
    /// The opening's share of the minutes, in percent.
    pub opening: u8,
    /// The warm-up's share, in percent.
    pub warm_up: u8,
    /// The closing's share, in percent.
    pub closing: u8,
    /// How many movements more, or fewer, lie between.
    pub movements: i8,
    /// Its name: "Stiff".
    pub name: String,
    /// The name of a routine for no part of the body: `{minutes} minutes for a stiff day`.
    pub title: String,
    /// What such a routine is for.
    pub focus: String,
    /// Why a form suits it.
    pub reason: String,
}

/// A form that may lie between warm-up and closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRule {
    /// The form.
    pub form: VariantId,
    /// What sort of doing it is: `wave`, `touch`, `attention`.
    pub way: String,
    /// Whether it is still, and so lies rather towards the end.
    pub quiet: bool,
    /// Whether it is gentle, which is then a reason for it.
    pub gentle: bool,
    /// Its least minutes; even where its sides take turns.
    pub least: u16,
    /// Its most minutes; even where its sides take turns.
    pub most: u16,
    /// The days that it suits, and how well: 1 to 3. On other days it does not come.
    pub days: BTreeMap<DayKind, u8>,
}

/// What is said. `{minutes}`, `{area}`, `{near}` and `{before}` are filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureSentences {
    /// The name of a routine for a part of the body.
    pub area_title: String,
    /// That the choice is ours.
    pub note: String,
    /// Why the opening is there.
    pub opening: String,
    /// Why the warm-up is there.
    pub warm_up: String,
    /// Why the closing is there.
    pub closing: String,
    /// The first form for the part of the body.
    pub area_first: String,
    /// A further one, after something else.
    pub area_again: String,
    /// A further one, at once.
    pub area_stays: String,
    /// The first form, where none is for the part itself.
    pub near_first: String,
    /// A form close to the part.
    pub near: String,
    /// A quiet form after one that is not.
    pub quiet: String,
    /// A gentle form.
    pub gentle: String,
    /// A form for another part of the body than the one before.
    pub alternate: String,
    /// Nothing to open with.
    pub no_opening: String,
    /// Nothing to warm up with.
    pub no_warm_up: String,
    /// Nothing to close with.
    pub no_closing: String,
    /// Nothing for the part of the body.
    pub no_area: String,
    /// Nothing that adds up.
    pub no_minutes: String,
    /// Another length helps.
    pub loosen_minutes: String,
    /// Another posture helps.
    pub loosen_posture: String,
    /// Another part of the body helps, or none.
    pub loosen_area: String,
    /// Avoiding less helps.
    pub loosen_avoid: String,
}
