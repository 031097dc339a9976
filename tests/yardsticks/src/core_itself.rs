//! The core, as an app calls it: once, with the database in its file.

use mingmen_core::catalogue::Schedule;
use mingmen_core::mingmen::{ClassDraft, Mingmen, OpenOptions};
use mingmen_core::plan::WeeklySlot;
use mingmen_core::reminder::ReminderSettings;
use mingmen_core::zone::{Now, Weekday};

use crate::{COUNT, NOW, Rings, ZONE};

pub(crate) struct Core {
    mingmen: Mingmen,
    now: Now,
    /// Goes when the core goes.
    _folder: tempfile::TempDir,
}

impl Core {
    /// A person on the first morning of the plan, with a class on Thursdays at 19:00 and the week's review on Sundays.
    pub(crate) fn new() -> Core {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mingmen.db").to_string_lossy().into_owned();
        let options = OpenOptions { path, seed: vec![7; 32], locale: "en".into(), country: "GB".into() };
        let now = Now { instant: NOW.parse().unwrap(), zone: ZONE.into() };
        let mingmen = Mingmen::open(&options, &now).unwrap();
        mingmen.answer_screening(&[], &now).unwrap();
        mingmen.enrol(&mingmen.enrol_form(None, None, &now).unwrap().preset, &now).unwrap();
        let class = ClassDraft {
            id: None,
            item: None,
            name: "Class".into(),
            schedule: Schedule {
                weekday: Weekday::Thursday,
                time: "19:00:00".parse().unwrap(),
                zone: ZONE.into(),
            },
            minutes: 60,
            rings: true,
        };
        mingmen.keep_class(&class, &now).unwrap();
        let review = WeeklySlot { weekday: Weekday::Sunday, time: "18:00:00".parse().unwrap() };
        let settings = ReminderSettings { week_review: Some(review), ..ReminderSettings::practice_alone() };
        mingmen.set_reminders(&settings, &now).unwrap();
        Core { mingmen, now, _folder: folder }
    }

    pub(crate) fn rings(&mut self) -> Rings {
        let next = self.mingmen.reminders(u32::try_from(COUNT).unwrap(), &self.now).unwrap();
        next.iter().map(|reminder| reminder.instant.timestamp()).collect()
    }
}
