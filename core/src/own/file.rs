//! A routine as a file, to be given to somebody else: a small JSON document that a person can read.
//!
//! ```json
//! {
//!   "format": "mingmen-routine",
//!   "version": 1,
//!   "name": "Before breakfast",
//!   "segments": [
//!     { "movement": "spinal-wave/undulation", "minutes": 4 },
//!     { "movement": "closing-breath", "minutes": 2 }
//!   ]
//! }
//! ```
//!
//! Every field is needed, and there are no others. It holds nothing about the person who made it: no id, no date.
//! `docs/data-format.md` describes it for those who write one by other means.
//!
//! A file comes from anywhere, so [`read`] takes it whole or refuses it whole, and says where and why. It is refused
//! by its size before it is looked at. No more than three levels of it are ever taken apart, whatever it nests.

use super::json::{self, Fields, Part};
use super::routine::{SEGMENTS_AT_MOST, check_draft};
use super::{OwnRoutine, OwnRoutineDraft, OwnRoutineFault, OwnSegment};
use crate::catalogue::VariantId;

/// What the field `format` says.
const FORMAT: &str = "mingmen-routine";
/// The newest version of the format that is read, and the one that is written.
const VERSION: u64 = 1;
/// The most bytes that a file may have: many times what the longest routine needs.
pub const MOST_BYTES: usize = 64 * 1024;

/// Why a file is refused, and where in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {}{problem}", lead(.field))]
pub struct RoutineFileError {
    /// The line, from 1.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
    /// The field, such as `segments[2].minutes`; empty where the file as a whole is meant.
    pub field: String,
    /// What is wrong.
    pub problem: RoutineFileProblem,
}

fn lead(field: &str) -> String {
    if field.is_empty() { String::new() } else { format!("{field}: ") }
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoutineFileProblem {
    /// The file is larger than [`MOST_BYTES`].
    #[error("the file is larger than {MOST_BYTES} bytes")]
    TooLarge,
    /// The bytes are no text.
    #[error("the file is not text in UTF-8")]
    NotText,
    /// The text is no JSON, from here on.
    #[error("this is not JSON")]
    NotJson,
    /// It is JSON, and something else than a routine of ours.
    #[error("this is not a Mingmen routine")]
    NotARoutine,
    /// A newer version of the app wrote it.
    #[error("the file is of a newer version; this one reads {VERSION}")]
    NewerVersion,
    /// The field means nothing here.
    #[error("there is no such field")]
    UnknownField,
    /// The field is there twice.
    #[error("the field is there already")]
    RepeatedField,
    /// The field is needed.
    #[error("the field is missing")]
    MissingField,
    /// The field holds something of another kind.
    #[error("must be {0}")]
    WrongKind(ValueKind),
    /// The catalogue does not have this form of a movement.
    #[error("no movement has this id")]
    UnknownMovement,
    /// The routine cannot be kept as it is.
    #[error("{0}")]
    Routine(OwnRoutineFault),
}

/// What a field must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum ValueKind {
    /// `{ … }`
    #[error("an object")]
    Object,
    /// `[ … ]`
    #[error("a list")]
    List,
    /// `"…"`
    #[error("text")]
    Text,
    /// Digits alone.
    #[error("a whole number")]
    WholeNumber,
}

/// The routine as a file. The same routine gives the same bytes, whichever revision it is.
#[must_use]
pub fn write(routine: &OwnRoutine) -> String {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    let segments = routine.segments.iter().map(|segment| {
        let (movement, minutes) = (text(segment.variant.as_str()), segment.minutes);
        format!("    {{ \"movement\": {movement}, \"minutes\": {minutes} }}")
    });
    format!(
        "{{\n  \"format\": {},\n  \"version\": {VERSION},\n  \"name\": {},\n  \"segments\": [\n{}\n  ]\n}}\n",
        text(FORMAT),
        text(&routine.name),
        segments.collect::<Vec<_>>().join(",\n")
    )
}

/// Reads a file as it comes from the outside. `known` says which forms of movements the catalogue has.
///
/// # Errors
/// The first thing that is wrong with it; nothing of it is used.
pub fn read_bytes(
    bytes: &[u8],
    known: &dyn Fn(&VariantId) -> bool,
) -> Result<OwnRoutineDraft, RoutineFileError> {
    check_size(bytes)?;
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text, known),
        Err(error) => Err(json::fault(bytes, error.valid_up_to(), "", RoutineFileProblem::NotText)),
    }
}

/// Reads the text of a file. `known` says which forms of movements the catalogue has.
///
/// ```
/// use mingmen_core::own::file::{RoutineFileProblem, read};
///
/// let text = r#"{
///   "format": "mingmen-routine",
///   "version": 1,
///   "name": "Evening",
///   "segments": [ { "movement": "closing-breath", "minutes": 2 } ]
/// }"#;
/// let known = |movement: &_| *movement == "closing-breath".into();
/// assert_eq!(read(text, &known).unwrap().name, "Evening");
///
/// let fault = read(&text.replace(": 2", ": 200"), &known).unwrap_err();
/// assert_eq!((fault.line, fault.column, fault.field.as_str()), (5, 60, "segments[0].minutes"));
/// assert_eq!(fault.problem.to_string(), "must be 1 to 60");
/// ```
///
/// # Errors
/// The first thing that is wrong with it; nothing of it is used.
pub fn read(text: &str, known: &dyn Fn(&VariantId) -> bool) -> Result<OwnRoutineDraft, RoutineFileError> {
    check_size(text.as_bytes())?;
    // Some editors put a mark before the text.
    let whole = Part::document(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    if !whole.is_object() {
        return Err(whole.fault(RoutineFileProblem::NotARoutine));
    }
    let mut fields = whole.into_fields()?;
    check_format(&mut fields)?;
    let (name, segments) = (fields.take("name")?, fields.take("segments")?);
    fields.nothing_else()?;
    let entries = read_entries(&segments, known)?;
    let draft = OwnRoutineDraft {
        name: name.text()?,
        segments: entries.iter().map(|entry| entry.segment.clone()).collect(),
    };
    check_draft(&draft).map_err(|fault| {
        let minutes = |segment: usize| entries.get(segment).map(|entry| &entry.minutes);
        let part = match fault {
            OwnRoutineFault::NameBlank | OwnRoutineFault::NameTooLong | OwnRoutineFault::NameNotPlain => {
                Some(&name)
            }
            OwnRoutineFault::Minutes { segment } => minutes(segment),
            _ => None,
        };
        part.unwrap_or(&segments).fault(RoutineFileProblem::Routine(fault))
    })
}

fn check_size(bytes: &[u8]) -> Result<(), RoutineFileError> {
    if bytes.len() <= MOST_BYTES {
        return Ok(());
    }
    Err(json::fault(bytes, 0, "", RoutineFileProblem::TooLarge))
}

/// Format and version come before all else: a newer version may have fields that mean nothing here.
fn check_format(fields: &mut Fields<'_>) -> Result<(), RoutineFileError> {
    let Some(format) = fields.find("format") else {
        return Err(fields.object().fault(RoutineFileProblem::NotARoutine));
    };
    if !format.text().is_ok_and(|format| format == FORMAT) {
        return Err(format.fault(RoutineFileProblem::NotARoutine));
    }
    let version = fields.take("version")?;
    match version.whole_number()? {
        VERSION => Ok(()),
        0 => Err(version.fault(RoutineFileProblem::NotARoutine)),
        _ => Err(version.fault(RoutineFileProblem::NewerVersion)),
    }
}

/// An entry, and where its minutes stand in the file.
struct Entry<'t> {
    segment: OwnSegment,
    minutes: Part<'t>,
}

fn read_entries<'t>(
    segments: &Part<'t>,
    known: &dyn Fn(&VariantId) -> bool,
) -> Result<Vec<Entry<'t>>, RoutineFileError> {
    let items = segments.items()?;
    if items.len() > SEGMENTS_AT_MOST {
        return Err(segments.fault(RoutineFileProblem::Routine(OwnRoutineFault::TooManySegments)));
    }
    items.into_iter().map(|item| read_entry(item, known)).collect()
}

fn read_entry<'t>(item: Part<'t>, known: &dyn Fn(&VariantId) -> bool) -> Result<Entry<'t>, RoutineFileError> {
    let mut fields = item.into_fields()?;
    let (movement, minutes) = (fields.take("movement")?, fields.take("minutes")?);
    fields.nothing_else()?;
    let variant = VariantId(movement.text()?);
    if !known(&variant) {
        return Err(movement.fault(RoutineFileProblem::UnknownMovement));
    }
    // A number too large for the type is too large for an entry as well, and is refused with the others.
    let whole = u16::try_from(minutes.whole_number()?).unwrap_or(u16::MAX);
    Ok(Entry { segment: OwnSegment { variant, minutes: whole }, minutes })
}
