//! Every command and query by its name.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use mingmen_core::mingmen::{Mingmen, MingmenError};
use mingmen_core::sound::chimes;
use mingmen_core::zone::{CivilDate, Instant, Now, WallTime, tz_database_version};

/// The arguments of one call. Each is taken out as it is used, so that one left over is a mistake.
pub(crate) struct Args<'a> {
    pub(crate) call: &'a str,
    pub(crate) args: BTreeMap<String, Value>,
    pub(crate) now: &'a Now,
    pub(crate) monotonic_ms: u64,
    /// Where the files are that a journey names.
    pub(crate) folder: &'a Path,
}

impl Args<'_> {
    /// A file beside the databases, by its name.
    fn file(&mut self, name: &str) -> Result<String, String> {
        let file: String = self.take(name)?;
        Ok(self.folder.join(file).to_string_lossy().into_owned())
    }

    fn take<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, String> {
        let value = civil(name, self.args.remove(name).unwrap_or(Value::Null));
        serde_json::from_value(value)
            .map_err(|error| format!("`{}` cannot take `{name}`: {error}", self.call))
    }
}

/// Calls a command or query. The outer error is a fault of the journey, the inner one the answer of the core.
pub(crate) fn call(mingmen: &Mingmen, args: &mut Args<'_>) -> Result<Result<Value, Value>, String> {
    let (now, monotonic_ms) = (args.now, args.monotonic_ms);
    match args.call {
        "account_read" => answer(mingmen.account_read(args.take("number")?)),
        "delete_everything" => answer(mingmen.delete_everything()),
        "delete_form" => answer(mingmen.delete_form(now)),
        "keeping" => answer(mingmen.keeping(now)),
        "look_after" => answer(mingmen.look_after(now)),
        "mend" => answer(mingmen.mend(now)),
        "about_you_effect" => answer(mingmen.about_you_effect(&args.take::<Vec<_>>("ticked")?)),
        "about_you_form" => answer(mingmen.about_you_form()),
        "activities" => answer(mingmen.activities(now)),
        "answer_about_you" => answer(mingmen.answer_about_you(&args.take::<Vec<_>>("ticked")?, now)),
        "answer_body_check" => answer(mingmen.answer_body_check(&args.take::<Vec<_>>("answers")?, now)),
        "answer_day_after" => {
            answer(mingmen.answer_day_after(&args.take("practice")?, args.take("worse")?, now))
        }
        "answer_offer" => answer(mingmen.answer_offer(
            &args.take("rule")?,
            &args.take("enrolment")?,
            args.take("accepted")?,
            now,
        )),
        "answer_screening" => answer(mingmen.answer_screening(&args.take::<Vec<_>>("ticked")?, now)),
        "answer_reminder" => answer(mingmen.answer_reminder(&args.take("id")?, args.take("answer")?, now)),
        "bend_options" => answer(mingmen.bend_options(&args.take("enrolment")?, now)),
        "begin_practice" => answer(mingmen.begin_practice(&args.take("draft")?, now)),
        "body_check_form" => answer(mingmen.body_check_form()),
        "body_map" => answer(mingmen.body_map()),
        "cancel_task" => answer(mingmen.cancel_task(args.take("task")?)),
        "change_enrolment" => answer(mingmen.change_enrolment(
            &args.take("enrolment")?,
            args.take("effective_from")?,
            &args.take("change")?,
            now,
        )),
        "change_form" => answer(mingmen.change_form(&args.take("practice")?)),
        "change_practice" => {
            answer(mingmen.change_practice(&args.take("practice")?, &args.take("change")?, monotonic_ms, now))
        }
        "check_in" => answer(mingmen.check_in(&args.take("draft")?, now)),
        "check_in_entry" => answer(mingmen.check_in_entry(&args.take("id")?)),
        "check_in_form" => answer(mingmen.check_in_form(args.take::<Option<_>>("practice")?.as_ref())),
        "chimes" => answer(Ok(chimes())),
        "choose_figure" => answer(mingmen.choose_figure(&args.take("choices")?, now)),
        "choose_guidance" => answer(mingmen.choose_guidance(&args.take("guidance")?, now)),
        "calendar_file" => answer(mingmen.calendar_file(now)),
        "classes" => answer(mingmen.classes(now)),
        "compile_script" => answer(mingmen.compile_script(&args.take("routine")?, &args.take("choices")?)),
        "continue_practice" => answer(mingmen.continue_practice(&args.take("practice")?, now)),
        "correct_check_in" => answer(mingmen.correct_check_in(&args.take("id")?, &args.take("draft")?, now)),
        "correct_note" => answer(mingmen.correct_note(&args.take("id")?, &args.take("draft")?, now)),
        "correct_practice" => answer(mingmen.correct_practice(&args.take("id")?, &args.take("draft")?, now)),
        "correct_rating" => answer(mingmen.correct_rating(&args.take("id")?, args.take("rating")?, now)),
        "day_log" => answer(mingmen.day_log(args.take("date")?)),
        "delete_check_in" => answer(mingmen.delete_check_in(&args.take("id")?, now)),
        "delete_own_routine" => answer(mingmen.delete_own_routine(&args.take("id")?, now)),
        "delete_practice" => answer(mingmen.delete_practice(&args.take("id")?, now)),
        "delete_rating" => answer(mingmen.delete_rating(&args.take("id")?, now)),
        "duplicate_own_routine" => answer(mingmen.duplicate_own_routine(&args.take("id")?, now)),
        "enrol" => answer(mingmen.enrol(&args.take("draft")?, now)),
        "enrol_form" => {
            let (plan, routine) = (args.take::<Option<_>>("plan")?, args.take::<Option<_>>("routine")?);
            answer(mingmen.enrol_form(plan.as_ref(), routine.as_ref(), now))
        }
        "enrolments" => answer(mingmen.enrolments()),
        "export_archive" => answer(mingmen.export_archive(&args.file("path")?, now)),
        "export_tables" => answer(mingmen.export_tables(&args.file("practices")?, &args.file("check_ins")?)),
        "figure_clip" => answer(mingmen.figure_clip(&args.take::<String>("motion")?, args.take("posture")?)),
        "figure_form" => answer(mingmen.figure_form()),
        "finish_open_practice" => answer(mingmen.finish_open_practice(&args.take("practice")?, now)),
        "gate" => answer(mingmen.gate(now)),
        "guidance_form" => answer(mingmen.guidance_form()),
        "history" => answer(mingmen.history(args.take("before")?, args.take("count")?, now)),
        "import_archive" => answer(mingmen.import_archive(&args.file("path")?, now)),
        "import_own_routine" => answer(mingmen.import_own_routine(&args.take::<String>("text")?, now)),
        "import_table" => answer(mingmen.import_table(&args.file("path")?, now)),
        "item" => answer(mingmen.item(&args.take("id")?)),
        "keep_class" => answer(mingmen.keep_class(&args.take("draft")?, now)),
        "keep_note" => answer(mingmen.keep_note(&args.take("draft")?, now)),
        "library" => answer(mingmen.library(&args.take("filter")?)),
        "log_practice" => answer(mingmen.log_practice(&args.take("draft")?, now)),
        "look_at_reminders" => answer(mingmen.look_at_reminders(&args.take("report")?, now)),
        "made_to_measure" => answer(mingmen.made_to_measure(&args.take("draft")?, now)),
        "make_form" => answer(mingmen.make_form(now)),
        "milestones" => answer(mingmen.milestones(now)),
        "month" => answer(mingmen.month(args.take("date")?, args.take("week_begins")?, now)),
        "movement_page" => answer(mingmen.movement_page(&args.take("id")?, now)),
        "name_activity" => answer(mingmen.name_activity(&args.take::<String>("name")?, now)),
        "note_entry" => answer(mingmen.note_entry(&args.take("id")?)),
        "note_stop_sign" => answer(mingmen.note_stop_sign(&args.take("sign")?, now)),
        "notes_form" => answer(mingmen.notes_form()),
        "plan_choices" => answer(mingmen.plan_choices(now)),
        "plan_overviews" => answer(mingmen.plan_overviews(now)),
        "plan_overview" => answer(mingmen.plan_overview(now)),
        "practice_entry" => answer(mingmen.practice_entry(&args.take("id")?, now)),
        "progress" => answer(mingmen.progress(args.take("date")?, now)),
        "rate_activities" => answer(mingmen.rate_activities(&args.take::<Vec<_>>("ratings")?, now)),
        "rating_entry" => answer(mingmen.rating_entry(&args.take("id")?)),
        "reading_page" => answer(mingmen.reading_page(&args.take("id")?, now)),
        "record_clearance" => answer(mingmen.record_clearance(now)),
        "recording" => answer(mingmen.recording(&args.take("practice")?)),
        "reminder_day" => answer(mingmen.reminder_day(args.take("date")?, now)),
        "reminders" => answer(mingmen.reminders(args.take("count")?, now)),
        "reminders_page" => answer(mingmen.reminders_page(args.take("leave")?, now)),
        "remove_class" => answer(mingmen.remove_class(&args.take("id")?, now)),
        "remove_note" => answer(mingmen.remove_note(&args.take("id")?, now)),
        "report" => answer(mingmen.report(&args.take("draft")?, now)),
        "rename_activity" => {
            answer(mingmen.rename_activity(&args.take("id")?, &args.take::<String>("name")?, now))
        }
        "retire_activity" => answer(mingmen.retire_activity(&args.take("id")?, now)),
        "ring_test" => answer(mingmen.ring_test(now)),
        "routine_page" => answer(mingmen.routine_page(&args.take("id")?, now)),
        "save_own_routine" => answer(mingmen.save_own_routine(
            &args.take("draft")?,
            args.take::<Option<_>>("changes")?.as_ref(),
            now,
        )),
        "screening_form" => answer(mingmen.screening_form()),
        "search" => answer(mingmen.search(&args.take::<String>("query")?)),
        "sessions" => answer(mingmen.sessions(args.take("from")?, args.take("through")?, now)),
        "set_reminders" => answer(mingmen.set_reminders(&args.take("settings")?, now)),
        "share_own_routine" => answer(mingmen.share_own_routine(&args.take("id")?)),
        "shut_down" => answer(mingmen.shut_down()),
        "step_practice" => {
            answer(mingmen.step_practice(&args.take("practice")?, &args.take("event")?, monotonic_ms, now))
        }
        "step_task" => answer(mingmen.step_task(args.take("task")?, args.take("budget")?)),
        "stop_form" => answer(mingmen.stop_form()),
        "suggestions" => answer(mingmen.suggestions(now)),
        "tell_milestone" => answer(mingmen.tell_milestone(&args.take("id")?, now)),
        "take_import" => answer(mingmen.take_import(args.take("task")?, args.take("mode")?, now)),
        "today" => answer(mingmen.today(now)),
        "topic_page" => answer(mingmen.topic_page(&args.take("id")?)),
        "trends" => answer(mingmen.trends(args.take("span")?, now)),
        "tz_database_version" => answer(Ok(tz_database_version())),
        "year" => answer(mingmen.year(args.take("week_begins")?, now)),
        unknown => Err(format!("no command or query is called `{unknown}`")),
    }
}

fn answer<T: Serialize>(result: Result<T, MingmenError>) -> Result<Result<Value, Value>, String> {
    let json =
        |value: serde_json::Result<Value>| value.map_err(|error| format!("the result is not JSON: {error}"));
    match result {
        Ok(value) => Ok(Ok(json(serde_json::to_value(value))?)),
        Err(error) => Ok(Err(json(serde_json::to_value(error))?)),
    }
}

/// Puts the value that an impossible number becomes at the boundary in its place, wherever it stands.
///
/// A date, time or instant is text in a journey; as a number it is what crosses the boundary, whatever it is.
fn impossible(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            fields.into_iter().map(|(name, field)| (name.clone(), civil(&name, field))).collect()
        }
        Value::Array(items) => items.into_iter().map(impossible).collect(),
        plain => plain,
    }
}

fn civil(name: &str, value: Value) -> Value {
    let Some(number) = value.as_i64() else { return impossible(value) };
    let text = match name {
        "time" => wall_time(number).format("%H:%M:%S%.f").to_string(),
        "starts_on" | "through" | "date" | "effective_from" | "from" => civil_date(number).to_string(),
        "instant" => Instant::from_timestamp_millis(number).unwrap_or(Instant::MAX_UTC).to_rfc3339(),
        _ => return Value::from(number),
    };
    Value::from(text)
}

fn wall_time(seconds: i64) -> WallTime {
    let leap_second = WallTime::from_num_seconds_from_midnight_opt(86_399, 1_999_999_999).unwrap_or_default();
    let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
    WallTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or(leap_second)
}

fn civil_date(days: i64) -> CivilDate {
    let days = i32::try_from(days).unwrap_or(i32::MAX);
    CivilDate::from_epoch_days(days).unwrap_or(if days < 0 { CivilDate::MIN } else { CivilDate::MAX })
}
