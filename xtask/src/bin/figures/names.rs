//! What a motion is called, and what it looks like in words: as the catalogue has it.

use mingmen_core::catalogue::{Catalogue, Variant};

/// A clip's name and description.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// The movement, or the form of one: "Spinal Wave".
    pub(crate) movement: String,
    /// With its posture: "Spinal Wave, seated".
    pub(crate) title: String,
    /// The figure in words.
    pub(crate) text: String,
}

impl Name {
    /// The name of a motion on a base posture. A motion that no movement shows bears its id.
    pub(crate) fn of(motion: &str, base: &str) -> Result<Name, String> {
        let catalogue = Catalogue::for_locale("en").map_err(|e| e.to_string())?;
        let forms = || {
            let movements = catalogue.movements().iter();
            let forms = movements.flat_map(|movement| movement.variants.iter().map(move |v| (movement, v)));
            forms.filter(|(_, variant)| variant.motion.as_deref() == Some(motion))
        };
        let offers = |variant: &Variant| variant.postures.iter().any(|offer| offer.posture.as_str() == base);
        let Some((named, form)) = forms().find(|(_, v)| offers(v)).or_else(|| forms().next()) else {
            return Ok(Name {
                movement: motion.to_owned(),
                title: format!("{motion}, {base}"),
                text: String::new(),
            });
        };
        Ok(Name {
            movement: named.name.clone(),
            title: format!("{}, {base}", named.name),
            text: form.figure_text.clone(),
        })
    }
}
