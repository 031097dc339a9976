//! A test of the reminders, to see and hear one.

use crate::reminder::{Past, test_line};
use crate::zone::{Moment, Now};

use super::{Mingmen, Result, Subject, TestRing, facts};

impl Mingmen {
    /// A test of the reminders: one that rings in ten seconds, by the same way as all others, whatever is quiet. It counts as
    /// a delivery and as nothing else. Asked for again while one is coming, that one is the answer.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn ring_test(&self, now: &Now) -> Result<TestRing> {
        let moment = Moment::check(now)?;
        self.store.write(|writing| {
            let past = Past::of(&writing.reminder_lines(facts::around(&moment))?, None);
            let line = match past.coming_test(&moment) {
                Some(coming) => coming.clone(),
                None => {
                    let line = test_line(&moment);
                    writing.insert_reminder_line(&self.next_id(moment.instant), &line)?;
                    line
                }
            };
            Ok(TestRing {
                reminder: line.reminder,
                rings_at: line.rings_at,
                says: self.phrases().test_coming(),
                changes: vec![Subject::Reminders],
            })
        })
    }
}
