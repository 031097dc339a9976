//! A request: all that decides a routine made to measure, and its id.

use std::fmt::Write;

use super::{DayKind, MeasureDraft};
use crate::catalogue::{AreaId, Catalogue, MovementId, Posture, RoutineId, VariantId};
use crate::draft::{Invalid, require};

/// Every id of a routine made to measure begins so.
const MADE: &str = "made/";
/// Stands where no part of the body is meant; no id of one is a hyphen alone.
const NO_AREA: &str = "-";
const SEATED_ONLY: &str = "/seated-only";
const AVOID: &str = "/avoid/";
const WITHOUT: &str = "/without/";

/// Postures that a routine can be made for.
pub const POSTURES: [Posture; 3] = [Posture::Seated, Posture::Standing, Posture::Lying];

/// All that decides a routine made to measure.
///
/// ```
/// use mingmen_core::catalogue::Posture;
/// use mingmen_core::measure::{DayKind, MeasureDraft, MeasureRequest};
///
/// let draft = MeasureDraft {
///     minutes: 15,
///     posture: Posture::Seated,
///     area: Some("low-back".into()),
///     avoid: vec!["torso-twists".into()],
///     day: DayKind::Stiff,
///     seed: 7,
/// };
/// let request = MeasureRequest::new(draft, vec!["forward-fold".into()], true);
/// let id = request.routine_id();
/// assert_eq!(id.as_str(), "made/15/seated/stiff/low-back/7/seated-only/avoid/torso-twists/without/forward-fold");
/// assert_eq!(MeasureRequest::of(&id), Some(request));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MeasureRequest {
    /// What the person asked for.
    pub draft: MeasureDraft,
    /// Forms that the person's answers leave out.
    pub leave_out: Vec<VariantId>,
    /// Whether the person's answers keep them off their feet: then standing is refused.
    pub seated_only: bool,
}

impl MeasureRequest {
    /// A request with its lists in order, so that the order in which things were chosen changes nothing.
    #[must_use]
    pub fn new(draft: MeasureDraft, leave_out: Vec<VariantId>, seated_only: bool) -> Self {
        let avoid = in_order(&draft.avoid);
        Self { draft: MeasureDraft { avoid, ..draft }, leave_out: in_order(&leave_out), seated_only }
    }

    /// Checks it. A movement or form that is not known is refused: a slip would let through what is to be left out.
    ///
    /// # Errors
    /// The first field that cannot be used.
    pub fn check(&self, catalogue: &Catalogue) -> Result<(), Invalid> {
        let draft = &self.draft;
        require((5..=60).contains(&draft.minutes), "draft.minutes", "must be 5 to 60")?;
        let feet = draft.posture == Posture::Standing;
        require(POSTURES.contains(&draft.posture), "draft.posture", "must be seated, standing or lying")?;
        require(
            !(feet && self.seated_only),
            "draft.posture",
            "must not be standing: the answers rule it out",
        )?;
        if let Some(area) = &draft.area {
            require(area_name(catalogue, area).is_some(), "draft.area", "is no part of the body")?;
        }
        for (index, id) in draft.avoid.iter().enumerate() {
            let known = catalogue.movement(id).is_some();
            require(known, &format!("draft.avoid[{index}]"), "is no movement")?;
        }
        for (index, id) in self.leave_out.iter().enumerate() {
            let known = catalogue.variant(id).is_some();
            require(known, &format!("leave_out[{index}]"), "is no form of a movement")?;
        }
        Ok(())
    }

    /// The id of its routine: `made/15/seated/stiff/low-back/7`, with `-` for no part of the body, and then
    /// `seated-only`, `avoid/…` and `without/…` where they say something. It holds the whole request.
    #[must_use]
    pub fn routine_id(&self) -> RoutineId {
        let draft = &self.draft;
        let area = draft.area.as_ref().map_or(NO_AREA, AreaId::as_str);
        let (minutes, posture, day, seed) =
            (draft.minutes, draft.posture.as_str(), draft.day.as_str(), draft.seed);
        let mut id = format!("{MADE}{minutes}/{posture}/{day}/{area}/{seed}");
        if self.seated_only {
            id.push_str(SEATED_ONLY);
        }
        append(&mut id, AVOID, in_order(&draft.avoid).iter().map(MovementId::as_str));
        append(&mut id, WITHOUT, in_order(&self.leave_out).iter().map(VariantId::as_str));
        RoutineId(id)
    }

    /// The request behind an id; none where it is not the id of a routine made to measure. Each request has one id
    /// alone, so two ids that differ are two requests.
    #[must_use]
    pub fn of(id: &RoutineId) -> Option<Self> {
        let mut parts = id.as_str().strip_prefix(MADE)?.splitn(5, '/');
        let minutes = parts.next()?.parse().ok()?;
        let posture = parts.next()?;
        let posture = POSTURES.into_iter().find(|known| known.as_str() == posture)?;
        let day = parts.next()?;
        let day = DayKind::ALL.into_iter().find(|known| known.as_str() == day)?;
        let area = Some(parts.next()?).filter(|area| *area != NO_AREA).map(AreaId::from);
        let (seed, options) = split_at_slash(parts.next()?);
        let (seated_only, options) = match options.strip_prefix(SEATED_ONLY) {
            Some(rest) => (true, rest),
            None => (false, options),
        };
        let (avoid, options) = options.strip_prefix(AVOID).map_or(("", options), split_at_slash);
        let (without, options) = options.strip_prefix(WITHOUT).map_or(("", options), |rest| (rest, ""));
        let draft =
            MeasureDraft { minutes, posture, area, avoid: list(avoid), day, seed: seed.parse().ok()? };
        let request = Self { draft, leave_out: list(without), seated_only };
        (options.is_empty() && request.routine_id() == *id).then_some(request)
    }
}

/// The name of a part of the body that some movement is for.
pub(super) fn area_name<'a>(catalogue: &'a Catalogue, area: &AreaId) -> Option<&'a str> {
    let mut areas = catalogue.movements().iter().flat_map(|movement| &movement.body_areas);
    areas.find(|known| known.area == *area).map(|known| known.name.as_str())
}

fn in_order<T: Clone + Ord>(ids: &[T]) -> Vec<T> {
    let mut ids = ids.to_vec();
    ids.sort();
    ids.dedup();
    ids
}

fn append<'a>(id: &mut String, word: &str, ids: impl Iterator<Item = &'a str>) {
    for (index, one) in ids.enumerate() {
        let before = if index == 0 { word } else { "+" };
        // Writing into a String cannot fail.
        let _: std::fmt::Result = write!(id, "{before}{one}");
    }
}

/// What stands before the first slash, and the rest with it.
fn split_at_slash(text: &str) -> (&str, &str) {
    text.split_at(text.find('/').unwrap_or(text.len()))
}

fn list<T: From<String>>(text: &str) -> Vec<T> {
    text.split('+').filter(|id| !id.is_empty()).map(|id| T::from(id.to_owned())).collect()
}
