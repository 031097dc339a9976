//! What an offer would change.

use chrono::Days;

use crate::catalogue::OfferKind;
use crate::plan::{Change, Running, SessionLength, Standing};
use crate::zone::CivilDate;

use super::OfferedChange;

/// How long an easier week lasts.
const EASIER_DAYS: u64 = 7;

/// What an offer of a kind would change, from today on; nothing where it has nothing to give: then it is not made.
#[must_use]
pub fn changes(kind: OfferKind, run: &Running, today: CivilDate) -> Vec<OfferedChange> {
    let Standing::Week(week) = run.standing(today) else { return Vec::new() };
    match kind {
        OfferKind::Screening => Vec::new(),
        OfferKind::EasierWeek => easier_week(run, week, today),
        OfferKind::NextLength => next_length(run, week, today),
    }
}

/// One length shorter for seven days, and the week of the plan once more.
fn easier_week(run: &Running, week: u8, today: CivilDate) -> Vec<OfferedChange> {
    let mut made = Vec::new();
    if run.rules.weeks.is_some() && !run.is_held(today) {
        made.push(OfferedChange { effective_from: today, change: Change::Hold });
    }
    let length = run.enrolment.settings_on(today).length;
    let Some(minutes) = run.rules.minutes(week, length) else { return made };
    let shorter = [SessionLength::Fifteen, SessionLength::Ten].into_iter();
    let mut shorter = shorter.filter(|one| run.rules.minutes(week, *one).is_some_and(|it| it < minutes));
    if let Some(shorter) = shorter.next() {
        made.push(OfferedChange { effective_from: today, change: Change::Length { length: shorter } });
        let back = today.checked_add_days(Days::new(EASIER_DAYS)).unwrap_or(today);
        // A plan that is over by then has nothing to go back to.
        let runs = made.iter().any(|made| made.change == Change::Hold)
            || !matches!(run.standing(back), Standing::Over | Standing::Left);
        if runs {
            made.push(OfferedChange { effective_from: back, change: Change::Length { length } });
        }
    }
    made
}

/// The next longer length from today on. Whoever grows with the plan, or has the whole routine, has none.
fn next_length(run: &Running, week: u8, today: CivilDate) -> Vec<OfferedChange> {
    let length = run.enrolment.settings_on(today).length;
    if matches!(length, SessionLength::Ramp | SessionLength::Full) {
        return Vec::new();
    }
    let Some(minutes) = run.rules.minutes(week, length) else { return Vec::new() };
    let whole = run.rules.minutes(week, SessionLength::Full);
    let longer = [SessionLength::Fifteen, SessionLength::Full].into_iter();
    // Where fifteen minutes are the whole routine, they are called that.
    let mut longer = longer.filter(|one| {
        let of = run.rules.minutes(week, *one);
        of > Some(minutes) && (*one == SessionLength::Full || of < whole)
    });
    let change = longer.next().map(|length| Change::Length { length });
    change.map(|change| OfferedChange { effective_from: today, change }).into_iter().collect()
}
