-- Schema 8: a diary that can be put right, and measures of one's own. The units and rules of schema 1 hold here too.
--
-- SQLite cannot widen a CHECK, so three tables are made anew; every row keeps its values and gets its checksum again.

-- Stress, and where it hurts.
CREATE TABLE check_in_8 (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  noted_at    INTEGER NOT NULL,
  zone        TEXT    NOT NULL,
  date        INTEGER NOT NULL,
  moment      TEXT    NOT NULL CHECK (moment IN ('before', 'after', 'anytime')),
  practice    BLOB    CHECK (length(practice) = 16),
  pain        INTEGER CHECK (pain BETWEEN 0 AND 10),
  stiffness   INTEGER CHECK (stiffness BETWEEN 0 AND 10),
  sleep       INTEGER CHECK (sleep BETWEEN 0 AND 10),
  energy      INTEGER CHECK (energy BETWEEN 0 AND 10),
  mood        INTEGER CHECK (mood BETWEEN 0 AND 10),
  stress      INTEGER CHECK (stress BETWEEN 0 AND 10),
  areas       TEXT    NOT NULL CHECK (json_type(areas) = 'array'), -- content ids of the body map; [] is none
  sensations  TEXT    NOT NULL CHECK (json_type(sensations) = 'array'),
  note        TEXT    NOT NULL,
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO check_in_8
SELECT id, noted_at, zone, date, moment, practice, pain, stiffness, sleep, energy, mood, NULL, '[]', sensations, note,
       mingmen_checksum('check_in', id, noted_at, zone, date, moment, practice, pain, stiffness, sleep, energy, mood, NULL,
                        '[]', sensations, note)
FROM check_in;
DROP TABLE check_in;
ALTER TABLE check_in_8 RENAME TO check_in;
CREATE INDEX check_in_by_date ON check_in (date);

-- A fact that the person took back or corrected; of a corrected one, the fact that takes its place. All rows stay until
-- they are purged. Which fact stands where several say something about it: docs/data-format.md.
CREATE TABLE withdrawal_8 (
  id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  withdrawn_at INTEGER NOT NULL,
  of_table     TEXT    NOT NULL CHECK (of_table IN ('note', 'check_in', 'practice', 'activity_rating')),
  of_id        BLOB    NOT NULL CHECK (length(of_id) = 16),
  replaced_by  BLOB    CHECK (length(replaced_by) = 16 AND replaced_by <> of_id), -- in the same table; null: taken back
  checksum     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO withdrawal_8
SELECT id, withdrawn_at, of_table, of_id, NULL, mingmen_checksum('withdrawal', id, withdrawn_at, of_table, of_id, NULL)
FROM withdrawal;
DROP TABLE withdrawal;
ALTER TABLE withdrawal_8 RENAME TO withdrawal;

-- One revision of an everyday activity that the person measures themselves by. Retiring it is a revision too.
CREATE TABLE activity (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  activity    BLOB    NOT NULL CHECK (length(activity) = 16),       -- the same in all its revisions
  revision    INTEGER NOT NULL CHECK (revision >= 1),
  made_at     INTEGER NOT NULL,
  kind        TEXT    NOT NULL CHECK (kind IN ('kept', 'retired')),
  name        TEXT    CHECK ((kind = 'kept') = (name IS NOT NULL)),
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How well an activity goes: 0 cannot do it, 10 as before.
CREATE TABLE activity_rating (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  rated_at    INTEGER NOT NULL,
  zone        TEXT    NOT NULL,                                     -- where the person was
  date        INTEGER NOT NULL,                                     -- the practice day
  activity    BLOB    NOT NULL CHECK (length(activity) = 16),
  rating      INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 10),
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_rating_by_date ON activity_rating (date);

-- A milestone that the person was told of: each is told once.
CREATE TABLE told (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  told_at     INTEGER NOT NULL,
  date        INTEGER NOT NULL,                                     -- the practice day
  milestone   TEXT    NOT NULL,                                     -- content id
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A test of the reminders is a reminder of its own kind.
CREATE TABLE reminder_event_8 (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  reminder    TEXT    NOT NULL,                                     -- 'practice/<enrolment>/2026-03-09/080000'
  kind        TEXT    NOT NULL CHECK (kind IN ('practice', 'second_nudge', 'class', 'week_review', 'posture_check',
                                               'milestone', 'return', 'test')),
  rings_at    INTEGER NOT NULL,
  date        INTEGER NOT NULL,                                     -- the practice day that it belongs to
  at          INTEGER NOT NULL,                                     -- when it was noticed
  event       TEXT    NOT NULL CHECK (event IN ('armed', 'rang', 'presumed', 'missed', 'started', 'put_off', 'let_go',
                                                'opened')),
  put_off_to  INTEGER CHECK ((event = 'put_off') = (put_off_to IS NOT NULL)),
  because     TEXT    CHECK ((event = 'missed') = (because IS NOT NULL)
                             AND because IN ('not_allowed', 'phone_off', 'exact_taken_back', 'put_to_sleep', 'clock_set',
                                             'unknown')),
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO reminder_event_8
SELECT id, reminder, kind, rings_at, date, at, event, put_off_to, because,
       mingmen_checksum('reminder_event', id, reminder, kind, rings_at, date, at, event, put_off_to, because)
FROM reminder_event;
DROP TABLE reminder_event;
ALTER TABLE reminder_event_8 RENAME TO reminder_event;
CREATE INDEX reminder_event_by_date ON reminder_event (date);
