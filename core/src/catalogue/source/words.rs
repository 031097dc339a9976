//! The files of words: one folder for each language, with a word for every key of the facts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Key to sentence.
pub(crate) type Keyed = BTreeMap<String, String>;

/// `<locale>/movements/<id>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct MovementWords {
    /// Its name.
    pub(crate) name: String,
    /// Other names the articles use.
    #[serde(default)]
    pub(crate) other_names: Vec<String>,
    /// One sentence on what it is.
    pub(crate) summary: String,
    /// What attention rests on, where the facts give it an origin.
    pub(crate) focus: Option<String>,
    /// Words of care.
    #[serde(default)]
    pub(crate) care: Keyed,
    /// What an article claims of it.
    #[serde(default)]
    pub(crate) benefits: Keyed,
    /// When to take it.
    #[serde(default)]
    pub(crate) uses: Keyed,
    /// Gaps, differences, meanings.
    #[serde(default)]
    pub(crate) notes: Keyed,
    /// Its forms, by their ids.
    #[serde(default)]
    pub(crate) variants: BTreeMap<String, VariantWords>,
}

/// The words of one form.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct VariantWords {
    /// Its name.
    pub(crate) name: String,
    /// Its instructions.
    pub(crate) steps: Keyed,
    /// A few words for each beat.
    #[serde(default)]
    pub(crate) beats: Keyed,
    /// The figure in words, for a screen reader.
    pub(crate) figure_text: String,
}

/// `<locale>/routines/<id>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct RoutineWords {
    /// Its name.
    pub(crate) name: String,
    /// One sentence on what it is for.
    pub(crate) focus: String,
    /// Gaps and differences.
    #[serde(default)]
    pub(crate) notes: Keyed,
}

/// `<locale>/learn/<topic>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct TopicWords {
    /// Its name.
    pub(crate) title: String,
    /// A line under it.
    pub(crate) lead: String,
    /// Its items, by their ids.
    #[serde(default)]
    pub(crate) items: BTreeMap<String, LearnWords>,
}

/// The words of one thing to read.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct LearnWords {
    /// What a person would look for.
    pub(crate) title: String,
    /// Other names the articles use.
    #[serde(default)]
    pub(crate) other_names: Vec<String>,
    /// Its paragraphs.
    pub(crate) passages: Keyed,
    /// Short headings above paragraphs.
    #[serde(default)]
    pub(crate) labels: Keyed,
}

/// `<locale>/check/body-check.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct BodyCheckWords {
    /// The title.
    pub(crate) title: String,
    /// A line under it.
    pub(crate) lead: String,
    /// That it is no diagnosis.
    pub(crate) notice: String,
    /// The questions.
    pub(crate) questions: BTreeMap<String, QuestionWords>,
}

/// The words of a question.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionWords {
    /// The question.
    pub(crate) title: String,
    /// Its answers.
    pub(crate) options: Keyed,
}

/// `<locale>/check/suggestions.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SuggestionsWords {
    /// Why each rule suggests what it does.
    pub(crate) reasons: Keyed,
}

/// `<locale>/body-map.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct BodyMapWords {
    /// The views.
    pub(crate) views: Keyed,
    /// The places.
    pub(crate) places: Keyed,
}

/// `<locale>/notes.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NotesWords {
    /// The title.
    pub(crate) title: String,
    /// A line under it.
    pub(crate) lead: String,
    /// The kinds.
    pub(crate) notes: BTreeMap<String, NoteKindWords>,
}

/// The words of a kind of small note.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct NoteKindWords {
    /// Its name.
    pub(crate) title: String,
    /// What is asked.
    pub(crate) prompt: String,
    /// What can be chosen.
    #[serde(default)]
    pub(crate) options: Keyed,
}

/// `<locale>/plans/<id>.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanWords {
    /// Its name.
    pub(crate) name: String,
    /// What it is, for the list of plans.
    pub(crate) about: String,
    /// How many days work well, in a few words.
    pub(crate) hint: String,
    /// What is said where the days are more or fewer than the article asks for.
    pub(crate) differs: String,
    /// Its phases.
    pub(crate) phases: BTreeMap<String, PhaseWords>,
}

/// The words of a phase.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PhaseWords {
    /// Its name.
    pub(crate) name: String,
    /// Its aim in a few words.
    pub(crate) focus: String,
}

/// `<locale>/body-areas.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct BodyAreasWords {
    /// Their names.
    pub(crate) body_areas: Keyed,
}

/// `<locale>/sensations.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SensationsWords {
    /// Their names.
    pub(crate) sensations: Keyed,
}

/// `<locale>/phrases.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PhrasesWords {
    /// Monday to Sunday.
    pub(crate) weekdays: Vec<String>,
    /// Mon to Sun.
    pub(crate) weekdays_short: Vec<String>,
    /// January to December.
    pub(crate) months: Vec<String>,
    /// Zero, one, two and so on, in small letters.
    pub(crate) numbers: Vec<String>,
    /// How long it takes to say something, for a calm voice.
    #[serde(default)]
    pub(crate) speaking: SpeakingWords,
    /// Every sentence that the core speaks, by the keys of the list in `phrase_list.rs`.
    pub(crate) sentences: Keyed,
}

/// How long it takes to say something in a language: an estimate, on the slow side.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SpeakingWords {
    /// Milliseconds for a character, 20 to 500.
    pub(crate) ms_per_character: u32,
    /// Silence kept after each sentence, in milliseconds, 100 to 2,000.
    pub(crate) ms_between: u32,
}

/// `<locale>/safety/cautions.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct CautionsWords {
    /// What each asks for.
    pub(crate) cautions: BTreeMap<String, CautionWords>,
}

/// The words of a caution.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct CautionWords {
    /// The condition.
    pub(crate) name: String,
    /// What to mind.
    pub(crate) rule: String,
}

/// `<locale>/safety/screening.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct ScreeningWords {
    /// That no clinician has reviewed the questions.
    pub(crate) notice: String,
    /// The pages.
    pub(crate) pages: BTreeMap<String, PageWords>,
    /// The lines.
    pub(crate) lines: Keyed,
    /// The advice of each line of tier `soon`.
    pub(crate) advice: Keyed,
    /// The signs.
    pub(crate) signs: Keyed,
}

/// The words of a page.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PageWords {
    /// The question.
    pub(crate) title: String,
    /// A line under it.
    pub(crate) lead: String,
    /// "None of these".
    pub(crate) none: String,
}

/// `<locale>/safety/about-you.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct AboutYouWords {
    /// That no clinician has reviewed the questions.
    pub(crate) notice: String,
    /// The question.
    pub(crate) title: String,
    /// A line under it.
    pub(crate) lead: String,
    /// "None of these".
    pub(crate) none: String,
    /// The lines.
    pub(crate) lines: BTreeMap<String, AboutYouLineWords>,
}

/// The words of a line.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct AboutYouLineWords {
    /// The line.
    pub(crate) text: String,
    /// What to mind when it is ticked.
    pub(crate) advice: String,
}

/// `<locale>/safety/stop-signs.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct StopSignsWords {
    /// "You stopped. That was right."
    pub(crate) title: String,
    /// A line under it.
    pub(crate) lead: String,
    /// The question above the signs.
    pub(crate) question: String,
    /// The signs.
    pub(crate) signs: BTreeMap<String, StopSignWords>,
}

/// The words of a stop sign.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct StopSignWords {
    /// The sign.
    pub(crate) text: String,
    /// What to do.
    pub(crate) advice: String,
}

/// `<locale>/safety/red-flag-card.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct RedFlagCardWords {
    /// The page for tier `now`.
    pub(crate) now: CardWords,
    /// The page for tier `urgent`.
    pub(crate) urgent: CardWords,
    /// Added to the action where the country is not known.
    pub(crate) numbers_differ: String,
    /// "A clinician has seen me about this and said I may exercise."
    pub(crate) way_back: String,
    /// Advice once practice has been reopened, with `{date}`.
    pub(crate) reopened: String,
}

/// The words of the page that a red flag leads to.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct CardWords {
    /// The title.
    pub(crate) title: String,
    /// The one thing to do.
    pub(crate) action: String,
    /// What the app cannot tell, and that the plan will be here afterwards.
    pub(crate) after: String,
    /// What to show to whoever helps: this, then what was ticked.
    pub(crate) tell_them: String,
    /// What to ask for, after what was ticked.
    pub(crate) ask: String,
}
