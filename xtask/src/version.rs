//! Reads the version out of what a tool says about itself.

/// A version number as a tool prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Version {
    /// The number as printed, e.g. `17.0.15`.
    pub(crate) text: String,
    pub(crate) major: u32,
    pub(crate) minor: u32,
}

impl Version {
    /// The first number right after `word` in `output`, e.g. after `Apache Maven`. Escape sequences for
    /// colour around it do not matter. `None` where the word or the number is missing.
    pub(crate) fn after(word: &str, output: &str) -> Option<Self> {
        let (_, rest) = output.split_once(word)?;
        let text =
            rest.trim_start().split(|c: char| !c.is_ascii_digit() && c != '.').next()?.trim_end_matches('.');
        let mut numbers = text.split('.').map(|number| number.parse::<u32>().ok());
        let (first, second) = (numbers.next()??, numbers.next().flatten().unwrap_or(0));
        // Java up to 8 called itself 1.8.
        let (major, minor) = if first == 1 && word == "javac" { (second, 0) } else { (first, second) };
        Some(Self { text: text.to_owned(), major, minor })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(word: &str, output: &str) -> Option<(u32, u32)> {
        Version::after(word, output).map(|version| (version.major, version.minor))
    }

    #[test]
    fn every_tool_is_read_as_it_speaks() {
        assert_eq!(numbers("javac", "javac 17.0.15\n"), Some((17, 0)));
        assert_eq!(numbers("javac", "Picked up JAVA_TOOL_OPTIONS: -Xmx1g\njavac 21\n"), Some((21, 0)));
        assert_eq!(
            numbers("Apache Maven", "\u{1b}[1mApache Maven 3.8.7\u{1b}[m\nMaven home: x"),
            Some((3, 8))
        );
        assert_eq!(numbers("Apache Maven", "Apache Maven 4.0.0-rc-4 (bed0)"), Some((4, 0)));
        assert_eq!(numbers("Swift version", "Swift version 6.0.3 (swift-6.0.3-RELEASE)"), Some((6, 0)));
        assert_eq!(numbers("Swift version", "Apple Swift version 6.1 (swiftlang-6.1)"), Some((6, 1)));
    }

    #[test]
    fn the_old_naming_of_java_counts_as_what_it_was() {
        assert_eq!(numbers("javac", "javac 1.8.0_392"), Some((8, 0)));
    }

    #[test]
    fn silence_and_nonsense_are_no_version() {
        assert_eq!(numbers("javac", ""), None);
        assert_eq!(numbers("javac", "javac: command not found"), None);
        assert_eq!(numbers("Swift version", "Python 3.11.2"), None);
    }

    #[test]
    fn the_printed_number_is_kept_for_people() {
        assert_eq!(Version::after("javac", "javac 17.0.15").unwrap().text, "17.0.15");
    }
}
