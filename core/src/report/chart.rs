//! The charts of the page, as SVG whose unit is a millimetre.

use crate::progress::{POINT, WeekState};
use crate::zone::CivilDate;

use super::html::{escaped, push};
use super::{ActivityLine, Sheet, SheetWeek};

/// How wide a chart is.
const WIDTH: u32 = 1_860;
/// Where its numbers end and its weeks begin.
const LEFT: u32 = 80;
/// Where its marks begin, below room for the top number.
const TOP: u32 = 30;
/// How high its marks may be.
const HEIGHT: u32 = 220;
/// Room below for the months.
const BELOW: u32 = 50;
/// How wide a chart of one activity is.
const ACTIVITY_WIDTH: u32 = 590;
/// Room below it for half a dot.
const ACTIVITY_BELOW: u32 = 15;
/// How wide a letter of a month is, generously.
const LETTER: u32 = 16;
/// The scale's steps that have a line.
const STEPS: [u8; 3] = [0, 5, 10];

/// Tenths of a millimetre as millimetres: "12.5".
struct Mm(u32);

impl std::fmt::Display for Mm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

/// Minutes of each week as bars, those of a met week filled.
pub(super) fn practice(svg: &mut String, sheet: &Sheet) {
    begin(svg, WIDTH, BELOW, &sheet.practice.chart);
    let most = sheet.weeks.iter().map(|week| u32::from(week.minutes)).max().unwrap_or(0).max(60);
    for minutes in [0, most] {
        line(svg, WIDTH, TOP + HEIGHT - HEIGHT * minutes / most, &minutes.to_string());
    }
    let column = column(sheet.weeks.len());
    for (x, week) in (LEFT..).step_by(column.max(1) as usize).zip(&sheet.weeks) {
        let height = HEIGHT * u32::from(week.minutes) / most;
        let class = if week.state == WeekState::Met { "met" } else { "some" };
        if height > 0 {
            push(
                svg,
                format_args!(
                    "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
                    Mm(x + column / 6),
                    Mm(TOP + HEIGHT - height),
                    Mm(column * 2 / 3),
                    Mm(height),
                ),
            );
        }
    }
    months(svg, &sheet.weeks, column);
    svg.push_str("</svg>\n");
}

/// Pain of each week: a dot for its mean, a line from its lowest note to its highest.
pub(super) fn pain(svg: &mut String, sheet: &Sheet) {
    begin(svg, WIDTH, BELOW, &sheet.pain.chart);
    scale(svg, WIDTH);
    let column = column(sheet.weeks.len());
    let Some(first) = sheet.weeks.first() else { return };
    for week in &sheet.pain_weeks {
        let weeks = week.starts_on.signed_duration_since(first.starts_on).num_weeks();
        let Some(x) = u32::try_from(weeks).ok().map(|weeks| LEFT + column * weeks + column / 2) else {
            continue;
        };
        push(
            svg,
            format_args!(
                "<line class=\"range\" x1=\"{0}\" x2=\"{0}\" y1=\"{1}\" y2=\"{2}\"/>\
                 <circle class=\"met\" cx=\"{0}\" cy=\"{3}\" r=\"1.1\"/>\n",
                Mm(x),
                Mm(height_of(i64::from(week.lowest) * POINT)),
                Mm(height_of(i64::from(week.highest) * POINT)),
                Mm(height_of(week.mean())),
            ),
        );
    }
    months(svg, &sheet.weeks, column);
    svg.push_str("</svg>\n");
}

/// What one activity was rated, as a line through its dots.
pub(super) fn activity(svg: &mut String, sheet: &Sheet, activity: &ActivityLine) {
    begin(svg, ACTIVITY_WIDTH, ACTIVITY_BELOW, &format!("{}: {}", activity.name, activity.summary));
    scale(svg, ACTIVITY_WIDTH);
    let (Some(first), Some(last)) = (sheet.weeks.first(), sheet.weeks.last()) else { return };
    let all_days = last.starts_on.signed_duration_since(first.starts_on).num_days() + 6;
    let place = |date: CivilDate| {
        let days = date.signed_duration_since(first.starts_on).num_days().clamp(0, all_days);
        let room = i64::from(ACTIVITY_WIDTH - LEFT - 20);
        LEFT + u32::try_from(room * days / all_days.max(1)).unwrap_or(0)
    };
    let points: Vec<(u32, u32)> = activity
        .rated
        .iter()
        .map(|(date, number)| (place(*date), height_of(i64::from(*number) * POINT)))
        .collect();
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", Mm(*x), Mm(*y))).collect();
    push(svg, format_args!("<polyline class=\"path\" points=\"{}\"/>\n", path.join(" ")));
    for (x, y) in points {
        push(svg, format_args!("<circle class=\"met\" cx=\"{}\" cy=\"{}\" r=\"1\"/>\n", Mm(x), Mm(y)));
    }
    svg.push_str("</svg>\n");
}

fn begin(svg: &mut String, width: u32, below: u32, described: &str) {
    let height = TOP + HEIGHT + below;
    push(
        svg,
        format_args!(
            "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n",
            Mm(width),
            Mm(height),
            escaped(described)
        ),
    );
}

/// The lines of a scale of 0 to 10.
fn scale(svg: &mut String, width: u32) {
    for step in STEPS {
        line(svg, width, height_of(i64::from(step) * POINT), &step.to_string());
    }
}

fn line(svg: &mut String, width: u32, y: u32, text: &str) {
    push(
        svg,
        format_args!(
            "<line class=\"line\" x1=\"{}\" x2=\"{}\" y1=\"{2}\" y2=\"{2}\"/>\
             <text x=\"{3}\" y=\"{4}\" text-anchor=\"end\">{text}</text>\n",
            Mm(LEFT),
            Mm(width),
            Mm(y),
            Mm(LEFT - 15),
            Mm(y + 9),
        ),
    );
}

/// Names months under their first week, as far as there is room for a name.
fn months(svg: &mut String, weeks: &[SheetWeek], column: u32) {
    let mut free_from = 0;
    for (x, week) in (LEFT..).step_by(column.max(1) as usize).zip(weeks) {
        let width = LETTER * u32::try_from(week.month.chars().count()).unwrap_or(WIDTH);
        if width == 0 || x < free_from || x + width > WIDTH {
            continue;
        }
        push(
            svg,
            format_args!(
                "<text x=\"{}\" y=\"{}\">{}</text>\n",
                Mm(x),
                Mm(TOP + HEIGHT + 40),
                escaped(&week.month)
            ),
        );
        free_from = x + width + LETTER;
    }
}

/// How wide the column of a week is; a few weeks do not fill the whole width.
fn column(weeks: usize) -> u32 {
    let weeks = u32::try_from(weeks).unwrap_or(u32::MAX).max(12);
    (WIDTH - LEFT) / weeks
}

/// Where a number of the scale of 0 to 10 stands.
fn height_of(millionths: i64) -> u32 {
    let share = i64::from(HEIGHT) * millionths.clamp(0, 10 * POINT) / (10 * POINT);
    TOP + HEIGHT - u32::try_from(share).unwrap_or(0)
}
