//! What can be practised: movements, routines and plans, read from the content files.
//!
//! The files under `core/content` are the source (`docs/content.md` explains them). The build checks them and
//! puts them into the library, so a new movement or routine is a file and no code. [`Catalogue`] is what they
//! say, in one language.

mod assemble;
mod assemble_check;
mod assemble_evidence;
mod assemble_measure;
mod assemble_offers;
mod assemble_practice;
mod assemble_safety;
mod check_dir;
mod check_types;
mod convert;
mod embedded;
mod evidence_content;
mod learn;
mod learn_types;
mod map_types;
mod movements;
mod offer_content;
mod phrases;
mod plan_content;
mod pseudo;
mod source;
mod types;

#[cfg(test)]
mod tests;

pub use check_dir::{Summary, check_dir};
pub use check_types::*;
pub use evidence_content::*;
#[cfg(test)]
pub(crate) use learn::ASKED_FOR;
pub use learn::Learn;
pub use learn_types::*;
pub use map_types::*;
pub use movements::Movements;
pub use offer_content::*;
pub use phrases::Phrases;
pub(crate) use phrases::fill;
pub use plan_content::*;
pub use source::ContentFault;
pub use types::*;

use crate::safety::SafetyContent;
pub(crate) use embedded::PerLanguage;
use embedded::{FACTS, Language, unpack};
use source::movement_of;

/// The built-in content cannot be read. It was checked when the library was built, so this is a fault of ours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the built-in content is damaged: {fault}")]
pub struct CatalogueError {
    /// What is wrong, and where.
    pub fault: ContentFault,
}

/// Everything there is to practise, and every sentence about it, in one language.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use mingmen_core::catalogue::{Catalogue, RoutineId};
///
/// let catalogue = Catalogue::for_locale("en-GB")?;
/// let routine = catalogue.routine(&RoutineId::from("routine-phase-1")).ok_or("no such routine")?;
/// assert_eq!((routine.name.as_str(), routine.minutes), ("Release and Relax", 20));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Catalogue {
    version: u32,
    movements: Movements,
    routines: Vec<Routine>,
    plans: Vec<PlanContent>,
    sensations: Vec<SensationContent>,
    offers: OffersContent,
    evidence: EvidenceContent,
    safety: SafetyContent,
    phrases: Phrases,
}

impl Catalogue {
    /// The catalogue in a language, such as `en` or `en-GB`. A region that is not there falls back to its
    /// language, a language that is not there to English. It is read when it is first asked for, and kept; each of
    /// its movements likewise. `en-XA` is made from English when it is asked for: every sentence is longer and
    /// marked (⟦…⟧), to find those that are not content.
    ///
    /// # Errors
    /// The built-in content is damaged, which the build rules out.
    pub fn for_locale(locale: &str) -> Result<&'static Self, CatalogueError> {
        static ALL: PerLanguage<Catalogue> = PerLanguage::new();
        ALL.get(locale, Self::read)
    }

    fn read(language: &'static Language) -> Result<Self, ContentFault> {
        let words: source::Words = language.read(language.words)?;
        let movements = Movements::new(language, words.body_areas.clone());
        assemble::catalogue(&unpack(FACTS)?, language.locale, &words, movements)
    }

    /// The version of the content; it is stored with each practice.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// All movements, in the catalogue's order.
    #[must_use]
    pub fn movements(&self) -> &Movements {
        &self.movements
    }

    /// One movement.
    #[must_use]
    pub fn movement(&self, id: &MovementId) -> Option<&Movement> {
        self.movements.get(id.as_str())
    }

    /// One form of a movement, and the movement.
    #[must_use]
    pub fn variant(&self, id: &VariantId) -> Option<(&Movement, &Variant)> {
        let movement = self.movements.get(movement_of(id.as_str()))?;
        let variant = movement.variants.iter().find(|variant| variant.id == *id)?;
        Some((movement, variant))
    }

    /// All routines, in the catalogue's order.
    #[must_use]
    pub fn routines(&self) -> &[Routine] {
        &self.routines
    }

    /// One routine.
    #[must_use]
    pub fn routine(&self, id: &RoutineId) -> Option<&Routine> {
        self.routines.iter().find(|routine| routine.id == *id)
    }

    /// All plans, in the catalogue's order.
    #[must_use]
    pub fn plans(&self) -> &[PlanContent] {
        &self.plans
    }

    /// One plan.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&PlanContent> {
        self.plans.iter().find(|plan| plan.id == id)
    }

    /// What a person may notice, in the order in which it is shown.
    #[must_use]
    pub fn sensations(&self) -> &[SensationContent] {
        &self.sensations
    }

    /// What may be offered because of what was noted.
    #[must_use]
    pub fn offers(&self) -> &OffersContent {
        &self.offers
    }

    /// What a change is measured against, and what others found.
    #[must_use]
    pub fn evidence(&self) -> &EvidenceContent {
        &self.evidence
    }

    /// The screening, the cautions, the stop signs and what follows from them.
    #[must_use]
    pub fn safety(&self) -> &SafetyContent {
        &self.safety
    }

    /// Every sentence that the core speaks.
    #[must_use]
    pub fn phrases(&self) -> &Phrases {
        &self.phrases
    }
}
