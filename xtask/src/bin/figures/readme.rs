//! The pictures of README: drawn here, kept in docs/pictures, and held against what is drawn now.

use crate::clips::Clip;
use crate::names::Name;
use crate::svg;
use mingmen_core::figure::FigureChoices;

/// Motion and base of each.
const PICTURES: [(&str, &str); 2] = [("spinal-wave", "seated"), ("opening-the-chest", "standing")];

/// The name of each file and its text.
pub(crate) fn pictures() -> Result<Vec<(String, String)>, String> {
    let one = |(motion, base): (&str, &str)| {
        let text =
            svg::animated(&Clip::of(motion, base, &FigureChoices::default())?, &Name::of(motion, base)?);
        Ok((format!("{motion}-{base}.svg"), text))
    };
    PICTURES.into_iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    #[test]
    fn the_pictures_of_readme_are_as_they_are_drawn_now() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let readme = fs::read_to_string(root.join("README.md")).unwrap();
        for (name, text) in super::pictures().unwrap() {
            let kept = fs::read_to_string(root.join("docs/pictures").join(&name)).unwrap_or_default();
            assert!(
                kept == text,
                "docs/pictures/{name} is stale: `cargo xtask figures --readme` draws it anew"
            );
            assert!(readme.contains(&format!("docs/pictures/{name}")), "README does not show {name}");
        }
    }
}
