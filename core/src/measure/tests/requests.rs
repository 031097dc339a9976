//! Requests and their ids.

use super::*;
use crate::catalogue::RoutineId;

#[test]
fn an_id_is_short_and_can_be_read() {
    assert_eq!(request(draft(15)).routine_id().as_str(), "made/15/seated/ordinary/-/1");
    let draft = MeasureDraft {
        area: Some("low-back".into()),
        avoid: vec!["torso-twists".into(), "pelvic-tilt".into(), "torso-twists".into()],
        day: DayKind::Sore,
        posture: Posture::Lying,
        ..draft(5)
    };
    let leave_out = vec!["spinal-wave/undulation".into(), "forward-fold".into()];
    assert_eq!(
        MeasureRequest::new(draft, leave_out, true).routine_id().as_str(),
        "made/5/lying/sore/low-back/1/seated-only/avoid/pelvic-tilt+torso-twists/without/forward-fold+spinal-wave/undulation"
    );
}

#[test]
fn what_is_no_id_of_a_made_routine_is_none() {
    let ids = [
        "routine-phase-1",
        "one/pelvic-tilt",
        "made/",
        "made/15/seated/ordinary/-",
        "made/15/seated/ordinary/-/",
        "made/15/seated/ordinary/-/1/",
        "made/15/seated/ordinary/-/1/more",
        "made/15/seated/ordinary/-/1/seated-onlymore",
        "made/15/seated/ordinary/-/01",
        "made/+15/seated/ordinary/-/1",
        "made/15/walking/ordinary/-/1",
        "made/15/seated/odd/-/1",
        "made/15/seated/ordinary/-/4294967296",
        "made/15/seated/ordinary/-/1/avoid/",
        "made/15/seated/ordinary/-/1/avoid/b+a",
        "made/15/seated/ordinary/-/1/avoid/a+a",
        "made/15/seated/ordinary/-/1/without/a+",
    ];
    for id in ids {
        assert_eq!(MeasureRequest::of(&RoutineId::from(id)), None, "{id}");
    }
}

#[test]
fn a_request_that_cannot_be_is_refused_with_its_field() {
    let field = |draft: MeasureDraft, leave_out: &[&str], seated_only| {
        let leave_out = leave_out.iter().map(|id| (*id).into()).collect();
        let request = MeasureRequest::new(draft, leave_out, seated_only);
        let invalid = request.check(catalogue()).unwrap_err();
        let refused = made_to_measure(catalogue(), rules(), &request).unwrap_err();
        assert_eq!(refused, invalid.clone().into());
        invalid.field
    };
    assert_eq!(field(draft(4), &[], false), "draft.minutes");
    assert_eq!(field(draft(61), &[], false), "draft.minutes");
    let walking = MeasureDraft { posture: Posture::Walking, ..draft(15) };
    assert_eq!(field(walking, &[], false), "draft.posture");
    let standing = MeasureDraft { posture: Posture::Standing, ..draft(15) };
    assert_eq!(field(standing, &[], true), "draft.posture");
    assert_eq!(field(MeasureDraft { area: Some("tail".into()), ..draft(15) }, &[], false), "draft.area");
    let avoid = vec!["pelvic-tilt".into(), "what".into()];
    assert_eq!(field(MeasureDraft { avoid, ..draft(15) }, &[], false), "draft.avoid[1]");
    assert_eq!(field(draft(15), &["forwards-fold"], false), "leave_out[0]");
}

#[test]
fn the_order_and_the_number_of_choices_change_nothing() {
    let avoid =
        |ids: &[&str]| MeasureDraft { avoid: ids.iter().map(|id| (*id).into()).collect(), ..draft(30) };
    let first = request(avoid(&["torso-twists", "silk-reeling"]));
    let other = request(avoid(&["silk-reeling", "torso-twists", "silk-reeling"]));
    assert_eq!(first, other);
}
