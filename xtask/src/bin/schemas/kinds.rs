//! The kinds of content files: which files are of a kind, and the type that reads them.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::source::*;

/// A kind of content file.
pub(crate) struct Kind {
    /// The path of its schema, in the folder of schemas.
    pub(crate) schema: &'static str,
    /// The path of its files in the content folder, with a star for a name and LANGUAGE for a folder such as `en`.
    files: &'static str,
    /// Whether they hold the words of a language, which may be fewer than all.
    words: bool,
    make: fn() -> Schema,
}

const fn facts<T: JsonSchema>(schema: &'static str, files: &'static str) -> Kind {
    Kind { schema, files, words: false, make: made::<T> }
}

const fn words<T: JsonSchema>(schema: &'static str, files: &'static str) -> Kind {
    Kind { schema, files, words: true, make: made::<T> }
}

/// All of them.
pub(crate) const KINDS: [Kind; 38] = [
    facts::<CatalogueFacts>("catalogue.json", "catalogue.json"),
    facts::<MovementFacts>("movement.json", "movements/*.json"),
    facts::<RoutineFacts>("routine.json", "routines/*.json"),
    facts::<PlanFacts>("plan.json", "plans/*.json"),
    facts::<TopicFacts>("topic.json", "learn/*.json"),
    facts::<LearnFacts>("breathing.json", "breathing/*.json"),
    facts::<SensationsFacts>("sensations.json", "sensations.json"),
    facts::<OffersFacts>("offers.json", "offers.json"),
    facts::<EvidenceFacts>("evidence.json", "evidence.json"),
    facts::<NotesFacts>("notes.json", "notes.json"),
    facts::<BodyMapFacts>("body-map.json", "body-map.json"),
    facts::<BodyCheckFacts>("body-check.json", "check/body-check.json"),
    facts::<SuggestionsFacts>("suggestions.json", "check/suggestions.json"),
    facts::<MeasureFacts>("measure.json", "check/measure.json"),
    facts::<CautionsFacts>("cautions.json", "safety/cautions.json"),
    facts::<ScreeningFacts>("screening.json", "safety/screening.json"),
    facts::<AboutYouFacts>("about-you.json", "safety/about-you.json"),
    facts::<StopSignsFacts>("stop-signs.json", "safety/stop-signs.json"),
    facts::<EmergencyFacts>("emergency-numbers.json", "safety/emergency-numbers.json"),
    words::<MovementWords>("words/movement.json", "LANGUAGE/movements/*.json"),
    words::<RoutineWords>("words/routine.json", "LANGUAGE/routines/*.json"),
    words::<PlanWords>("words/plan.json", "LANGUAGE/plans/*.json"),
    words::<TopicWords>("words/topic.json", "LANGUAGE/learn/*.json"),
    words::<LearnWords>("words/breathing.json", "LANGUAGE/breathing/*.json"),
    words::<PhrasesWords>("words/phrases.json", "LANGUAGE/phrases.json"),
    words::<BodyAreasWords>("words/body-areas.json", "LANGUAGE/body-areas.json"),
    words::<SensationsWords>("words/sensations.json", "LANGUAGE/sensations.json"),
    words::<OffersWords>("words/offers.json", "LANGUAGE/offers.json"),
    words::<NotesWords>("words/notes.json", "LANGUAGE/notes.json"),
    words::<BodyMapWords>("words/body-map.json", "LANGUAGE/body-map.json"),
    words::<BodyCheckWords>("words/body-check.json", "LANGUAGE/check/body-check.json"),
    words::<SuggestionsWords>("words/suggestions.json", "LANGUAGE/check/suggestions.json"),
    words::<MeasureWords>("words/measure.json", "LANGUAGE/check/measure.json"),
    words::<CautionsWords>("words/cautions.json", "LANGUAGE/safety/cautions.json"),
    words::<ScreeningWords>("words/screening.json", "LANGUAGE/safety/screening.json"),
    words::<AboutYouWords>("words/about-you.json", "LANGUAGE/safety/about-you.json"),
    words::<StopSignsWords>("words/stop-signs.json", "LANGUAGE/safety/stop-signs.json"),
    words::<RedFlagCardWords>("words/red-flag-card.json", "LANGUAGE/safety/red-flag-card.json"),
];

impl Kind {
    /// Its schema. That of words asks for none of them: what a language lacks is said in English, and that English
    /// lacks nothing is for the check of the content to say.
    pub(crate) fn schema(&self) -> Value {
        let mut schema = (self.make)().to_value();
        schema["$comment"] = self.files.into();
        if self.words {
            ask_for_nothing(&mut schema);
        }
        schema
    }

    /// Whether a file of the content folder is of this kind.
    #[cfg(test)]
    pub(crate) fn is_of(&self, file: &str) -> bool {
        let (pattern, parts) = (self.files.split('/'), file.split('/'));
        let fits = |(pattern, part): (&str, &str)| match pattern {
            "LANGUAGE" => part.len() == 2 || part.as_bytes().get(2) == Some(&b'-'),
            "*.json" => part.ends_with(".json"),
            name => name == part,
        };
        pattern.clone().count() == parts.clone().count() && pattern.zip(parts).all(fits)
    }
}

fn made<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_deserialize().into_generator().into_root_schema_for::<T>()
}

fn ask_for_nothing(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            // A list of names is the keyword; a property of that name would be a schema.
            if fields.get("required").is_some_and(Value::is_array) {
                fields.remove("required");
            }
            fields.values_mut().for_each(ask_for_nothing);
        }
        Value::Array(items) => items.iter_mut().for_each(ask_for_nothing),
        _ => {}
    }
}
