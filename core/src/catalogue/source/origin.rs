//! Where an item came from, as it is written in a file.

use serde::{Deserialize, Serialize};

/// Where an item came from, as it is written: `article 000, line 24`, `article 000, lines 23, 30, 37`,
/// `article 001, lines 13-15; article 002, line 6`, `proposed` or `general knowledge`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schemas", schemars(extend("examples" = ["article 000, line 24", "proposed", "general knowledge"])))]
pub(crate) enum OriginFact {
    /// Articles say so; never empty.
    Articles(Vec<PlaceFact>),
    /// We propose it.
    #[default]
    Proposed,
    /// Generally known.
    GeneralKnowledge,
}

/// Lines of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlaceFact {
    /// `000` to `004`.
    pub(crate) article: String,
    /// Its lines, such as `23, 30, 37`.
    pub(crate) lines: String,
}

const ARTICLES: [&str; 5] = ["000", "001", "002", "003", "004"];

impl TryFrom<String> for OriginFact {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.as_str() {
            "proposed" => return Ok(Self::Proposed),
            "general knowledge" => return Ok(Self::GeneralKnowledge),
            _ => {}
        }
        let places: Option<Vec<PlaceFact>> = text.split("; ").map(PlaceFact::parse).collect();
        let places = places.filter(|places| {
            places.iter().enumerate().all(|(index, place)| {
                places.iter().take(index).all(|earlier| earlier.article != place.article)
            })
        });
        places.map(Self::Articles).ok_or_else(|| {
            format!(
                "`{text}` is no origin: write `article 000, line 24`, `article 000, lines 23, 30-37`, several \
                 articles as `article 000, line 24; article 002, line 6`, `proposed` or `general knowledge`; \
                 articles are 000 to 004"
            )
        })
    }
}

impl From<OriginFact> for String {
    fn from(origin: OriginFact) -> Self {
        match origin {
            OriginFact::Proposed => "proposed".to_owned(),
            OriginFact::GeneralKnowledge => "general knowledge".to_owned(),
            OriginFact::Articles(places) => {
                places.iter().map(PlaceFact::written).collect::<Vec<_>>().join("; ")
            }
        }
    }
}

impl PlaceFact {
    fn parse(text: &str) -> Option<Self> {
        let (article, lines) = text.strip_prefix("article ")?.split_once(", line")?;
        let lines = lines.strip_prefix(if is_many(lines) { "s " } else { " " })?;
        let right = ARTICLES.contains(&article) && lines.split(", ").all(is_line_or_range);
        right.then(|| Self { article: article.to_owned(), lines: lines.to_owned() })
    }

    fn written(&self) -> String {
        let plural = if is_many(&self.lines) { "s" } else { "" };
        format!("article {}, line{plural} {}", self.article, self.lines)
    }
}

fn is_many(lines: &str) -> bool {
    lines.contains([',', '-'])
}

fn is_line_or_range(text: &str) -> bool {
    let line =
        |text: &str| text.parse::<u32>().ok().filter(|line| *line > 0 && !text.starts_with(['+', '0']));
    match text.split_once('-') {
        None => line(text).is_some(),
        Some((from, to)) => matches!((line(from), line(to)), (Some(from), Some(to)) if from < to),
    }
}
