//! Finding the routine behind an id, whatever kind of id it is.
//!
//! A practice keeps the id of its routine, and the id alone is enough to find the same movements and minutes again:
//!
//! - `routine-phase-1`: a routine of the catalogue;
//! - `one/spinal-wave/undulation`: one form of a movement by itself, with what was switched on inside it:
//!   `one/joint-mobilization+jm-rocking`;
//! - `own/<id>/<revision>`: a routine of the person's own, as it was in one revision;
//! - `made/…`: a routine made to measure: the id holds all it was made from.

use std::borrow::Cow;

use crate::catalogue::{
    ItemId, Movement, MovementId, Presence, Routine, RoutineId, RoutineShape, Segment, Variant, VariantId,
};
use crate::measure::MeasureRequest;
use crate::store::Reading;

use super::{Mingmen, MingmenError, Result};

const ONE: &str = "one/";
const WITH: char = '+';

/// The id of a practice of one form by itself.
pub(super) fn one(variant: &VariantId) -> RoutineId {
    RoutineId(format!("{ONE}{variant}"))
}

impl Mingmen {
    /// The id under which what another page names is practised: a form of a movement by itself, or a routine.
    pub(super) fn routine_named(&self, id: &ItemId) -> RoutineId {
        match self.catalogue.variant(&id.as_str().into()) {
            Some((_, variant)) => one(&variant.id),
            None => id.as_str().into(),
        }
    }

    /// The routine with an id, of whatever kind.
    pub(super) fn routine_of(&self, reading: &Reading<'_>, id: &RoutineId) -> Result<Cow<'static, Routine>> {
        if let Some(forms) = id.as_str().strip_prefix(ONE) {
            return Ok(Cow::Owned(self.one_movement(id, forms)?));
        }
        if let Some(own) = self.own_routine_of(reading, id)? {
            return Ok(Cow::Owned(own));
        }
        if let Some(request) = MeasureRequest::of(id) {
            return Ok(Cow::Owned(self.made(&request)?.routine));
        }
        Ok(Cow::Borrowed(self.known_routine(id)?))
    }

    /// One form by itself, and what is switched on inside it after it, each with its own minutes.
    fn one_movement(&self, id: &RoutineId, forms: &str) -> Result<Routine> {
        let not_found = || MingmenError::not_found("routine", id);
        let mut names = forms.split(WITH);
        let first = names.next().unwrap_or_default();
        let (movement, variant) = self.catalogue.variant(&first.into()).ok_or_else(not_found)?;
        let mut segments = vec![alone(movement, variant)];
        for extra in names {
            let extra = MovementId::from(extra);
            let twice = segments.iter().any(|segment| segment.movement == extra);
            let switched_on = movement.extras.contains(&extra) && !twice;
            let extra = self.catalogue.movement(&extra).filter(|_| switched_on).ok_or_else(not_found)?;
            segments.extend(extra.variants.first().map(|variant| alone(extra, variant)));
        }
        Ok(Routine {
            id: id.clone(),
            name: movement.name.clone(),
            focus: movement.summary.clone(),
            shape: RoutineShape::Ordered,
            posture: None,
            minutes: segments.iter().map(|segment| segment.minutes).sum(),
            minutes_origin: variant.time.origin.clone(),
            body_areas: movement.body_areas.clone(),
            notes: Vec::new(),
            related: movement.related.clone(),
            segments,
            origin: movement.origin.clone(),
        })
    }
}

/// A form with its own time, in whole minutes and at least one.
fn alone(movement: &Movement, variant: &Variant) -> Segment {
    Segment {
        movement: movement.id.clone(),
        variant: variant.id.clone(),
        minutes: variant.minutes(),
        minutes_origin: variant.time.origin.clone(),
        added: false,
        presence: Presence::Always,
    }
}
