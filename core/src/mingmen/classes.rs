//! The live classes that a person keeps.

use crate::calendar::{EntryId, PersonalClass, check_class};
use crate::catalogue::Schedule;
use crate::zone::{Moment, Now, Zone};

use super::{ClassDraft, ClassKept, ClassRow, Mingmen, MingmenError, Result, Subject, words};

/// The most classes that a person may keep.
const MOST_CLASSES: usize = 20;

impl Mingmen {
    /// The classes: those that the person keeps, then those of the articles that they do not keep yet, each with its time
    /// where the person is.
    ///
    /// # Errors
    /// [`MingmenError::UnknownZone`] and the `Store…` cases.
    pub fn classes(&self, now: &Now) -> Result<Vec<ClassRow>> {
        let moment = Moment::check(now)?;
        let kept = self.kept_classes()?;
        let of_articles = self.classes_of_articles()?;
        let is_new = |row: &ClassRow| !kept.iter().any(|class| class.item == row.item);
        let mut rows: Vec<ClassRow> = kept.iter().map(row_of).collect();
        rows.extend(of_articles.into_iter().filter(is_new));
        for row in &mut rows {
            self.describe_class(row, &moment);
        }
        Ok(rows)
    }

    /// Keeps a class, in place of the one that its draft names if it names one.
    ///
    /// # Errors
    /// [`MingmenError::InvalidInput`] with the field; [`MingmenError::UnknownZone`]; [`MingmenError::NotFound`] for an id that is not kept, or an item that
    /// is none.
    pub fn keep_class(&self, draft: &ClassDraft, now: &Now) -> Result<ClassKept> {
        let moment = Moment::check(now)?;
        if let Some(item) = &draft.item
            && !self.classes_of_articles()?.iter().any(|row| row.item.as_ref() == Some(item))
        {
            return Err(MingmenError::not_found("class", item));
        }
        let id = draft.id.clone().unwrap_or_else(|| EntryId(self.next_id(moment.instant)));
        let class = PersonalClass {
            id: id.clone(),
            item: draft.item.clone(),
            name: draft.name.trim().to_owned(),
            schedule: draft.schedule.clone(),
            minutes: draft.minutes,
            rings: draft.rings,
        };
        check_class(&class)?;
        Zone::find(&class.schedule.zone)?;
        let setting = self.next_id(moment.instant);
        self.store.write(|writing| {
            let mut classes = writing.classes()?.map(|(_, classes)| classes).unwrap_or_default();
            if draft.id.is_none() && classes.len() >= MOST_CLASSES {
                return Err(MingmenError::invalid("classes", "at most 20 can be kept"));
            }
            match classes.iter_mut().find(|known| known.id == id) {
                Some(known) => *known = class,
                None if draft.id.is_some() => return Err(MingmenError::not_found("class", &id)),
                None => classes.push(class),
            }
            Ok(writing.insert_classes(&setting, moment.instant, &classes)?)
        })?;
        Ok(ClassKept { class: id, changes: vec![Subject::Reminders] })
    }

    /// Keeps a class no longer.
    ///
    /// # Errors
    /// [`MingmenError::NotFound`].
    pub fn remove_class(&self, id: &EntryId, now: &Now) -> Result<ClassKept> {
        let moment = Moment::check(now)?;
        let setting = self.next_id(moment.instant);
        self.store.write(|writing| {
            let mut classes = writing.classes()?.map(|(_, classes)| classes).unwrap_or_default();
            let before = classes.len();
            classes.retain(|class| class.id != *id);
            if classes.len() == before {
                return Err(MingmenError::not_found("class", id));
            }
            Ok::<_, MingmenError>(writing.insert_classes(&setting, moment.instant, &classes)?)
        })?;
        Ok(ClassKept { class: id.clone(), changes: vec![Subject::Reminders] })
    }

    fn kept_classes(&self) -> Result<Vec<PersonalClass>> {
        let kept = self.store.read::<_, MingmenError>(|reading| Ok(reading.classes()?))?;
        Ok(kept.map(|(_, classes)| classes).unwrap_or_default())
    }

    /// What the articles name, with an hour for their length, which they do not tell.
    fn classes_of_articles(&self) -> Result<Vec<ClassRow>> {
        let items = self.learn()?.topics().iter().flat_map(|topic| &topic.items);
        let row = |item: &crate::catalogue::LearnItem| {
            Some(ClassRow {
                id: None,
                item: Some(item.id.to_string()),
                name: item.title.clone(),
                schedule: item.schedule.clone()?,
                minutes: 60,
                rings: false,
                here: String::new(),
                there: String::new(),
            })
        };
        Ok(items.filter_map(row).collect())
    }

    fn describe_class(&self, row: &mut ClassRow, moment: &Moment) {
        let phrases = self.phrases();
        let Schedule { weekday, time, zone } = &row.schedule;
        let next = moment.next_here(*weekday, *time, zone);
        if next == Some((*weekday, *time)) {
            row.here = phrases.day_time(phrases.weekday(*weekday), words::clock(*time));
            return;
        }
        row.there = phrases.class_there(phrases.weekday(*weekday), words::clock(*time));
        row.here = next.map_or_else(String::new, |(weekday, time)| {
            phrases.class_here(phrases.weekday(weekday), words::clock(time))
        });
    }
}

fn row_of(class: &PersonalClass) -> ClassRow {
    ClassRow {
        id: Some(class.id.clone()),
        item: class.item.clone(),
        name: class.name.clone(),
        schedule: class.schedule.clone(),
        minutes: class.minutes,
        rings: class.rings,
        here: String::new(),
        there: String::new(),
    }
}
