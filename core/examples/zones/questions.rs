//! What the oracles are asked, and what the core answers.
#![allow(clippy::unwrap_used)] // what cannot be read here is a fault of the check itself

use std::fmt::Write as _;

use mingmen_core::zone::CivilDate;

use super::model::{DAY, FROM, Turn, UNTIL};
use super::sweep::{Pair, date, instant, times_round, wall};

/// One question about one zone's clock, in seconds since 1970-01-01T00:00.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question {
    /// Which local time is shown at an instant.
    At(i64),
    /// At which instant a local time happens.
    Wall(i64),
}

/// All questions about one zone.
pub(crate) struct Chapter {
    pub(crate) pair: Pair,
    pub(crate) questions: Vec<Question>,
}

impl Chapter {
    /// Asks for a winter's and a summer's day of each year, and for the instants and the times of day round the changes
    /// of the clock, of which one in `share` is taken.
    pub(crate) fn of(pair: Pair, share: usize) -> Chapter {
        let half_years = (0..260).map(|half| Question::At(FROM + 15 * DAY + half * (UNTIL - FROM) / 260));
        let turns = pair.clock.turns().step_by(share).flat_map(round).filter(Question::is_plannable);
        let questions = half_years.chain(turns).collect();
        Chapter { pair, questions }
    }

    /// The questions as an oracle reads them.
    pub(crate) fn text(&self) -> String {
        let mut text = format!("zone {}\n", self.pair.clock.id);
        for question in &self.questions {
            match question {
                Question::At(at) => writeln!(text, "at {at}").unwrap(),
                Question::Wall(local) => writeln!(text, "wall {}", iso(*local)).unwrap(),
            }
        }
        text
    }

    /// The core's answer, as an oracle would write it.
    pub(crate) fn answer(&self, question: Question) -> String {
        match question {
            Question::At(at) => iso(self.pair.shown(at)),
            Question::Wall(local) => {
                let first = self.pair.zone.first_instant(question.date(), wall(local.rem_euclid(DAY)));
                first.map_or("never".to_owned(), |instant| instant.timestamp().to_string())
            }
        }
    }
}

impl Question {
    /// The date that a difference is found under: that of the local time, or of the instant in UTC.
    pub(crate) fn date(self) -> CivilDate {
        let (Question::At(seconds) | Question::Wall(seconds)) = self;
        date(seconds.div_euclid(DAY))
    }

    /// The question in words.
    pub(crate) fn says(self) -> String {
        match self {
            Question::At(at) => format!("shown at {}", instant(at).format("%Y-%m-%dT%H:%M:%SZ")),
            Question::Wall(local) => format!("first {}", iso(local)),
        }
    }

    fn is_plannable(&self) -> bool {
        let (Question::At(seconds) | Question::Wall(seconds)) = self;
        (FROM + DAY..UNTIL - DAY).contains(seconds)
    }
}

/// The last second of the old clock and the first of the new one, and each troubled time of day on the days it falls on.
fn round(turn: Turn) -> Vec<Question> {
    let (low, high) = (turn.ends.min(turn.begins), turn.ends.max(turn.begins));
    let days = low.div_euclid(DAY)..=high.div_euclid(DAY);
    let times = times_round(turn);
    let walls = days.flat_map(|day| times.iter().map(move |time| Question::Wall(day * DAY + time)));
    [Question::At(turn.at - 1), Question::At(turn.at)].into_iter().chain(walls).collect()
}

fn iso(local: i64) -> String {
    instant(local).format("%Y-%m-%dT%H:%M:%S").to_string()
}
