mod content;
mod faults;
mod figures;
mod guide;
mod locales;
mod sentences;

use super::{Catalogue, Movement, Origin, Routine, SourcePlace};

fn english() -> &'static Catalogue {
    Catalogue::for_locale("en").unwrap()
}

fn movement(id: &str) -> &'static Movement {
    english().movement(&id.into()).unwrap_or_else(|| panic!("no movement {id}"))
}

fn routine(id: &str) -> &'static Routine {
    english().routine(&id.into()).unwrap_or_else(|| panic!("no routine {id}"))
}

/// `000:24` for line 24 of article 000, `p` for proposed, `k` for general knowledge.
fn short(origin: &Origin) -> String {
    match origin {
        Origin::Source { places } => {
            let place = |place: &SourcePlace| format!("{}:{}", place.article, place.lines);
            places.iter().map(place).collect::<Vec<_>>().join("; ")
        }
        Origin::Proposed => "p".into(),
        Origin::GeneralKnowledge => "k".into(),
    }
}
