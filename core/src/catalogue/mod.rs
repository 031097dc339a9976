//! What can be practised: movements, routines and plans, read from the content files.
//!
//! The files under `core/content` are the source (`docs/content.md` explains them). The build checks them and
//! puts them into the library, so a new movement or routine is a file and no code. [`Catalogue`] is what they
//! say, in one language.

mod assemble;
mod assemble_measure;
mod assemble_practice;
mod assemble_safety;
mod check_dir;
mod convert;
mod learn;
mod learn_types;
mod map_types;
mod phrases;
mod plan_content;
mod source;
mod types;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::OnceLock;

pub use check_dir::{Summary, check_dir};
pub use learn::Learn;
pub use learn_types::*;
pub use map_types::*;
pub use phrases::Phrases;
pub(crate) use phrases::fill;
pub use plan_content::*;
pub use source::ContentFault;
pub use types::*;

use crate::safety::SafetyContent;

/// The content as the build script read and checked it.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/content.json"));

/// The language that is always there.
const FALLBACK: &str = "en";

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
    movements: Vec<Movement>,
    routines: Vec<Routine>,
    plans: Vec<PlanContent>,
    sensations: Vec<SensationContent>,
    safety: SafetyContent,
    phrases: Phrases,
}

impl Catalogue {
    /// The catalogue in a language, such as `en` or `en-GB`. A region that is not there falls back to its
    /// language, a language that is not there to English. The files are read once.
    ///
    /// # Errors
    /// The built-in content is damaged, which the build rules out.
    pub fn for_locale(locale: &str) -> Result<&'static Self, CatalogueError> {
        static ALL: OnceLock<Result<BTreeMap<String, Catalogue>, CatalogueError>> = OnceLock::new();
        let all = ALL.get_or_init(read_embedded).as_ref().map_err(Clone::clone)?;
        locale_in(all, locale)
    }

    /// The version of the content; it is stored with each practice.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// All movements, in the catalogue's order.
    #[must_use]
    pub fn movements(&self) -> &[Movement] {
        &self.movements
    }

    /// One movement.
    #[must_use]
    pub fn movement(&self, id: &MovementId) -> Option<&Movement> {
        self.movements.iter().find(|movement| movement.id == *id)
    }

    /// One form of a movement, and the movement.
    #[must_use]
    pub fn variant(&self, id: &VariantId) -> Option<(&Movement, &Variant)> {
        self.movements.iter().find_map(|movement| {
            let variant = movement.variants.iter().find(|variant| variant.id == *id)?;
            Some((movement, variant))
        })
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

/// What there is in a language: a region that is not there falls back to its language, a language to English.
fn locale_in<'a, T>(all: &'a BTreeMap<String, T>, locale: &str) -> Result<&'a T, CatalogueError> {
    let language = locale.split(['-', '_']).next().unwrap_or(FALLBACK);
    [locale, language, FALLBACK]
        .iter()
        .find_map(|name| all.get(*name))
        .ok_or_else(|| CatalogueError { fault: assemble::fault(FALLBACK, FALLBACK, "file", "is missing") })
}

fn read_embedded() -> Result<BTreeMap<String, Catalogue>, CatalogueError> {
    let content: source::Content = serde_json::from_str(EMBEDDED).map_err(|error| CatalogueError {
        fault: assemble::fault("content.json", "content", "file", &error.to_string()),
    })?;
    let catalogues = content.words.iter().map(|(locale, words)| {
        let catalogue = assemble::catalogue(&content, locale, words)?;
        Ok((locale.clone(), catalogue))
    });
    catalogues.collect::<Result<_, ContentFault>>().map_err(|fault| CatalogueError { fault })
}
