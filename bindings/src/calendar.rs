//! What stands in a person's calendar, as the apps see it.
use mingmen_core::calendar::EntryId;

crate::id::mirror_id! {
    /// Names an entry for ever, as its UID in every file (RFC 5545, section 3.8.4.7): 1 to 200 ASCII letters, digits,
    /// `-`, `_`, `.` or `@`.
    ///
    /// No two people may have the same, and it is to tell nothing about the person (RFC 7986, section 5.3): begin it
    /// with a UUID, such as that of the enrolment.
    EntryId
}
