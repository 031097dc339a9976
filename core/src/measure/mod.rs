//! tmp
mod types;
use crate::catalogue::*;
use crate::draft::Invalid;
pub use types::*;
/// tmp
pub struct MeasureRequest {
    pub draft: MeasureDraft,
    pub leave_out: Vec<VariantId>,
    pub seated_only: bool,
}
impl MeasureRequest {
    pub fn check(&self) -> Result<(), Invalid> {
        Ok(())
    }
    pub fn of(_: &RoutineId) -> Option<Self> {
        None
    }
}
/// tmp
pub struct Made {
    pub routine: Routine,
    pub reasons: Vec<String>,
}
pub fn made_to_measure(_: &Catalogue, _: &(), _: &MeasureRequest) -> Result<Made, Invalid> {
    Err(Invalid::new("a", "b"))
}
