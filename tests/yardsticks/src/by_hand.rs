//! The loop that somebody writes by hand who knows the plan: day after day, each time on the clock.

use chrono::{Days, NaiveDate, NaiveTime};
use mingmen_core::zone::{Moment, Now, Weekday};

use crate::{COUNT, NOW, Rings, ZONE};

/// Day and time of everything that rings in a week.
const WEEK: [(Weekday, u32, u32); 5] = [
    (Weekday::Monday, 8, 0),
    (Weekday::Wednesday, 8, 0),
    (Weekday::Thursday, 18, 30),
    (Weekday::Friday, 8, 0),
    (Weekday::Sunday, 18, 0),
];

pub(crate) fn rings() -> Rings {
    let now = Now { instant: NOW.parse().unwrap(), zone: ZONE.into() };
    let now = Moment::check(&now).unwrap();
    let mut rings = Vec::with_capacity(COUNT);
    let mut day: NaiveDate = now.day;
    while rings.len() < COUNT {
        for (weekday, hour, minute) in WEEK {
            if Weekday::of(day) != weekday {
                continue;
            }
            let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
            let at = now.zone.first_instant(day, time).unwrap();
            if at > now.instant {
                rings.push(at.timestamp());
            }
        }
        day = day + Days::new(1);
    }
    rings
}
