//! Ids cross the boundary as text: the core says `NotFound` for one that it does not know, so no text is wrong here.

/// Lets an id of the core cross as a string.
macro_rules! mirror_id {
    ($(#[doc = $doc:literal])* $name:ident) => {
        uniffi::custom_type!(
            $(#[doc = $doc])*
            $name,
            String,
            { remote, lower: |id| id.0, try_lift: |text| Ok($name(text)) }
        );
    };
}
pub(crate) use mirror_id;
