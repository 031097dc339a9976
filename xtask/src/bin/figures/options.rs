//! The command line of this program.

use mingmen_core::figure::FigureChoices;
use std::path::PathBuf;
use xtask::args::Args;
use xtask::failure::{Failure, Outcome};
use xtask::figure_options;

/// What to draw, and where to.
pub(crate) struct Options {
    /// Only this motion.
    pub(crate) motion: Option<String>,
    /// Who shows them.
    pub(crate) person: FigureChoices,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) out: PathBuf,
    /// README's pictures and nothing else.
    pub(crate) readme: bool,
}

/// A kind of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Svg,
    Sheet,
    Card,
}

impl Kind {
    const ALL: [(&'static str, Kind); 3] = [("svg", Kind::Svg), ("sheet", Kind::Sheet), ("card", Kind::Card)];
}

impl Options {
    /// Reads the words of the command line; nothing where they ask for help alone, which is then given.
    pub(crate) fn read(words: &[String]) -> Outcome<Option<Options>> {
        let usage = || format!("usage: cargo xtask figures {}", figure_options::SHAPE.synopsis());
        let wrong = |failure: Failure| Failure::Usage(format!("{failure}\n{}", usage()));
        let args = figure_options::SHAPE.read(words).map_err(wrong)?;
        if args.help {
            println!("{}\n\n{}", usage(), figure_options::DETAIL);
            return Ok(None);
        }
        Options::of(&args).map(Some).map_err(wrong)
    }

    fn of(args: &Args) -> Outcome<Options> {
        let kinds = match args.value("--only") {
            None => Kind::ALL.map(|(_, kind)| kind).to_vec(),
            Some(asked) => {
                let known = Kind::ALL.into_iter().find(|(name, _)| *name == asked);
                let unknown = || Failure::Usage(format!("--only {asked}: svg, sheet or card"));
                vec![known.ok_or_else(unknown)?.1]
            }
        };
        let motion = args.value("--motion").map(str::to_owned);
        let readme = args.has("--readme");
        let person = match args.value("--person") {
            None => FigureChoices::default(),
            Some(json) => {
                serde_json::from_str(json).map_err(|e| Failure::Usage(format!("--person {json}: {e}")))?
            }
        };
        if readme && (motion.is_some() || args.value("--only").is_some()) {
            return Err(Failure::Usage("--readme draws the pictures of README and nothing else".into()));
        }
        let out = PathBuf::from(args.value("--out").unwrap_or("target/figures"));
        Ok(Options { motion, person, kinds, out, readme })
    }

    /// Whether pictures of a kind are asked for.
    pub(crate) fn wants(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mingmen_core::figure::FigureAge;

    fn read(line: &str) -> Outcome<Options> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Options::read(&words).map(Option::unwrap)
    }

    #[test]
    fn everything_is_drawn_unless_something_is_named() {
        let all = read("").unwrap();
        assert_eq!(all.kinds, [Kind::Svg, Kind::Sheet, Kind::Card]);
        assert_eq!(all.person, FigureChoices::default());
        let older = read(r#"--person {"age":"older"}"#).unwrap().person;
        assert_eq!(older, FigureChoices { age: FigureAge::Older, ..FigureChoices::default() });
        let one = read("--motion spinal-wave --only=svg --out x").unwrap();
        assert_eq!((one.motion.as_deref(), one.kinds), (Some("spinal-wave"), vec![Kind::Svg]));
    }

    #[test]
    fn wrong_usage_says_what_would_be_right() {
        for line in ["--only gif", "--person old", "--motion", "spinal-wave", "--readme --only svg"] {
            let failure = read(line).map(|_| ()).unwrap_err();
            assert_eq!(failure.code(), 2, "{line}");
            assert!(failure.to_string().contains("[--only KIND]"), "{failure}");
        }
    }
}
