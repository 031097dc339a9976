-- Schema 5: plans that bend. An enrolment may choose its length and its routine, there are three more kinds of change, and
-- what was offered is answered once. The units and rules of schema 1 hold here too.
--
-- SQLite cannot widen a CHECK, so both tables are made anew; every row keeps its values and gets its checksum again.

CREATE TABLE enrolment_5 (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  enrolled_at INTEGER NOT NULL,
  plan        TEXT    NOT NULL,
  starts_on   INTEGER NOT NULL,
  slots       TEXT    NOT NULL CHECK (json_type(slots) = 'array'), -- [{"weekday":"monday","time":28800}]
  pinned_zone TEXT,                                                -- null: the times move with the person
  posture     TEXT    NOT NULL CHECK (posture IN ('seated', 'standing', 'lying')),
  length      TEXT    NOT NULL CHECK (length IN ('ramp', 'ten', 'fifteen', 'full')),
  weeks       INTEGER CHECK (weeks BETWEEN 1 AND 52),              -- null: the plan's own
  routine     TEXT,                                                -- null: the plan's own
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO enrolment_5
SELECT id, enrolled_at, plan, starts_on, slots, pinned_zone, posture, length, NULL, NULL, 0 FROM enrolment;

CREATE TABLE enrolment_change_5 (
  id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  enrolment      BLOB    NOT NULL REFERENCES enrolment_5 (id) DEFERRABLE INITIALLY DEFERRED,
  recorded_at    INTEGER NOT NULL,
  effective_from INTEGER NOT NULL,
  kind           TEXT    NOT NULL CHECK (kind IN ('slots', 'posture', 'length', 'hold', 'go_to', 'move', 'advance', 'pause',
                                                  'resume', 'leave')),
  slots          TEXT    CHECK ((kind = 'slots') = (slots IS NOT NULL) AND json_type(slots) = 'array'),
  pinned_zone    TEXT    CHECK (kind = 'slots' OR pinned_zone IS NULL),
  posture        TEXT    CHECK ((kind = 'posture') = (posture IS NOT NULL)
                                AND posture IN ('seated', 'standing', 'lying')),
  length         TEXT    CHECK ((kind = 'length') = (length IS NOT NULL)
                                AND length IN ('ramp', 'ten', 'fifteen', 'full')),
  through        INTEGER CHECK ((kind = 'pause') = (through IS NOT NULL)), -- the last day of the pause
  week           INTEGER CHECK ((kind = 'go_to') = (week IS NOT NULL) AND week BETWEEN 1 AND 255),
  from_day       INTEGER CHECK ((kind = 'move') = (from_day IS NOT NULL)), -- where the session was due
  from_time      INTEGER CHECK ((kind = 'move') = (from_time IS NOT NULL) AND from_time BETWEEN 0 AND 86399),
  to_day         INTEGER CHECK ((kind = 'move') = (to_day IS NOT NULL)),   -- where it is due now
  to_time        INTEGER CHECK ((kind = 'move') = (to_time IS NOT NULL) AND to_time BETWEEN 0 AND 86399),
  advance        TEXT    CHECK ((kind = 'advance') = (advance IS NOT NULL) AND advance IN ('calendar', 'earned')),
  checksum       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO enrolment_change_5
SELECT id, enrolment, recorded_at, effective_from, kind, slots, pinned_zone, posture, length, through,
       NULL, NULL, NULL, NULL, NULL, NULL, 0
FROM enrolment_change;

DROP TABLE enrolment_change;
DROP TABLE enrolment;
ALTER TABLE enrolment_5 RENAME TO enrolment;
ALTER TABLE enrolment_change_5 RENAME TO enrolment_change;
UPDATE enrolment SET checksum = mingmen_checksum('enrolment', id, enrolled_at, plan, starts_on, slots, pinned_zone, posture,
  length, weeks, routine);
UPDATE enrolment_change SET checksum = mingmen_checksum('enrolment_change', id, enrolment, recorded_at, effective_from, kind,
  slots, pinned_zone, posture, length, through, week, from_day, from_time, to_day, to_time, advance);

-- What a person said to something that was offered: it does not come back for the same reason for a while.
CREATE TABLE offer_answer (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  answered_at INTEGER NOT NULL,
  date        INTEGER NOT NULL,                                    -- the practice day
  rule        TEXT    NOT NULL,                                    -- content id
  enrolment   BLOB    CHECK (length(enrolment) = 16),              -- null: for no plan
  answer      TEXT    NOT NULL CHECK (answer IN ('accepted', 'declined')),
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- "Worse since?", asked once the day after a practice.
CREATE TABLE day_after (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  answered_at INTEGER NOT NULL,
  date        INTEGER NOT NULL,                                    -- the practice day on which it was answered
  practice    BLOB    NOT NULL CHECK (length(practice) = 16),
  worse       INTEGER NOT NULL CHECK (worse IN (0, 1)),
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
