//! Reads a command line against a table of what a subcommand takes. The same table writes `--help` and
//! checks the commands that README and docs quote, so that the three cannot disagree.

use crate::failure::Failure;

/// One option: `--budget N` or, without a value, `--fresh`.
#[derive(Debug)]
pub struct Flag {
    /// As it is typed, with its dashes.
    pub name: &'static str,
    /// The word that stands for its value in the help; `None` for a switch.
    pub value: Option<&'static str>,
    /// What the help says of it.
    pub help: &'static str,
}

/// What a subcommand takes besides options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// None at all.
    None,
    /// At most one, by the name that the help gives it.
    Optional(&'static str),
    /// Any number, also none.
    Any(&'static str),
    /// At least one.
    Some(&'static str),
}

/// The command line of one subcommand.
#[derive(Debug)]
pub struct Shape {
    /// The options, in the order of the help.
    pub flags: &'static [Flag],
    /// What else it takes.
    pub words: Words,
}

/// A command line that fits its [`Shape`].
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Args {
    given: Vec<(&'static str, String)>,
    /// What was given besides options.
    pub words: Vec<String>,
    /// `--help` or `-h` stood anywhere before `--`.
    pub help: bool,
}

impl Args {
    /// Whether a switch was given.
    pub fn has(&self, name: &str) -> bool {
        self.given.iter().any(|(given, _)| *given == name)
    }

    /// The options as they were given, to hand on to another program.
    pub fn options(&self) -> impl Iterator<Item = &str> {
        let words = self.given.iter().flat_map(|(name, value)| [*name, value.as_str()]);
        words.filter(|word| !word.is_empty())
    }

    /// The value of an option; where it stands twice, the last one.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.given.iter().rev().find(|(given, _)| *given == name).map(|(_, value)| value.as_str())
    }
}

impl Shape {
    /// Reads `raw`, the words after the subcommand. Fails with a usage error that names the word at fault.
    pub fn read(&self, raw: &[String]) -> Result<Args, Failure> {
        let mut args = Args::default();
        let mut rest = raw.iter();
        while let Some(word) = rest.next() {
            if word == "--" {
                args.words.extend(rest.cloned());
                break;
            }
            if word == "--help" || word == "-h" {
                args.help = true;
                continue;
            }
            if !word.starts_with('-') || word == "-" {
                args.words.push(word.clone());
                continue;
            }
            let (name, attached) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (word.as_str(), None),
            };
            let flag = self.flags.iter().find(|flag| flag.name == name);
            let flag = flag.ok_or_else(|| Failure::Usage(format!("unknown option {name}")))?;
            args.given.push((flag.name, flag_value(flag, attached, &mut rest)?));
        }
        self.check_words(&args)?;
        Ok(args)
    }

    fn check_words(&self, args: &Args) -> Result<(), Failure> {
        if args.help {
            return Ok(());
        }
        match (self.words, args.words.as_slice()) {
            (Words::None, [word, ..]) | (Words::Optional(_), [_, word, ..]) => {
                Err(Failure::Usage(format!("unexpected word: {word}")))
            }
            (Words::Some(name), []) => Err(Failure::Usage(format!("{name} is missing"))),
            _ => Ok(()),
        }
    }

    /// The shape as help shows it after the subcommand's name, e.g. `[--budget N] [PART…]`.
    pub fn synopsis(&self) -> String {
        let flags = self.flags.iter().map(|flag| match flag.value {
            Some(value) => format!("[{} {value}]", flag.name),
            None => format!("[{}]", flag.name),
        });
        let words = match self.words {
            Words::None => None,
            Words::Optional(name) => Some(format!("[{name}]")),
            Words::Any(name) => Some(format!("[{name}…]")),
            Words::Some(name) => Some(format!("{name}…")),
        };
        flags.chain(words).collect::<Vec<_>>().join(" ")
    }
}

fn flag_value<'a>(
    flag: &Flag,
    attached: Option<String>,
    rest: &mut impl Iterator<Item = &'a String>,
) -> Result<String, Failure> {
    match (flag.value, attached) {
        (None, None) => Ok(String::new()),
        (None, Some(_)) => Err(Failure::Usage(format!("{} takes no value", flag.name))),
        (Some(_), Some(value)) => Ok(value),
        (Some(name), None) => match rest.next() {
            Some(value) if !value.starts_with("--") => Ok(value.clone()),
            _ => Err(Failure::Usage(format!("{} needs {name}", flag.name))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Shape = Shape {
        flags: &[
            Flag { name: "--data", value: Some("DIR"), help: "" },
            Flag { name: "--fresh", value: None, help: "" },
        ],
        words: Words::Optional("PART"),
    };

    fn read(line: &str) -> Result<Args, Failure> {
        read_as(&SHAPE, line)
    }

    fn read_as(shape: &Shape, line: &str) -> Result<Args, Failure> {
        shape.read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    fn usage(text: &str) -> Result<Args, Failure> {
        Err(Failure::Usage(text.to_owned()))
    }

    #[test]
    fn a_value_may_follow_its_option_or_be_attached_to_it() {
        assert_eq!(read("--data here").unwrap().value("--data"), Some("here"));
        assert_eq!(read("--data=here").unwrap().value("--data"), Some("here"));
        assert_eq!(read("").unwrap().value("--data"), None);
    }

    #[test]
    fn the_last_of_two_values_counts() {
        assert_eq!(read("--data a --data b").unwrap().value("--data"), Some("b"));
    }

    #[test]
    fn a_switch_is_there_or_not() {
        assert!(read("--fresh core").unwrap().has("--fresh"));
        assert!(!read("core").unwrap().has("--fresh"));
        assert_eq!(read("--fresh=yes"), usage("--fresh takes no value"));
    }

    #[test]
    fn an_option_is_not_taken_for_the_value_of_the_one_before() {
        assert_eq!(read("--data --fresh"), usage("--data needs DIR"));
        assert_eq!(read("--data"), usage("--data needs DIR"));
    }

    #[test]
    fn what_the_table_does_not_name_is_refused_by_name() {
        assert_eq!(read("--dta here"), usage("unknown option --dta"));
        assert_eq!(read("one two"), usage("unexpected word: two"));
    }

    #[test]
    fn after_two_dashes_everything_is_a_word() {
        assert_eq!(read("-- --fresh").unwrap().words, ["--fresh"]);
    }

    #[test]
    fn a_missing_word_is_named_unless_help_was_asked_for() {
        let some = Shape { flags: &[], words: Words::Some("FILE") };
        assert_eq!(read_as(&some, ""), usage("FILE is missing"));
        assert!(read_as(&some, "--help").unwrap().help);
    }

    #[test]
    fn the_synopsis_shows_every_option_and_word() {
        assert_eq!(SHAPE.synopsis(), "[--data DIR] [--fresh] [PART]");
        assert_eq!(Shape { flags: &[], words: Words::Some("FILE") }.synopsis(), "FILE…");
    }
}
