-- Schema 1: what a person did and said. docs/data-format.md explains it in words.
--
-- Units everywhere: instants are milliseconds since 1970-01-01T00:00Z, civil dates are days since 1970-01-01,
-- wall times are seconds since midnight, lengths end in _ms. Ids that the app makes are the 16 bytes of a UUIDv7,
-- whose first 48 bits are the instant of recording; ids of content (`spinal-wave`) are text.
--
-- Every table but `ledger` holds facts. A fact is one row, is never edited, and ends in `checksum`: mingmen_checksum
-- of the table's name and of all other columns in their order. `ledger` knows how many rows there should be.
-- Only `open_practice` changes in place: it is the one practice that this device is in the middle of.
--
-- Corrections and deletions will be facts too: a later schema adds a table whose rows name the table and id that they
-- withdraw and the id that takes its place, so that devices merge by the union of rows and nothing here need change.
-- For the same reason a fact refers to a practice or an enrolment by id alone, with no foreign key: one may be in
-- quarantine, or still on its way from the other phone. Only a change is nothing without its enrolment.

CREATE TABLE screening (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  answered_at INTEGER NOT NULL,
  date        INTEGER NOT NULL,                                   -- the practice day
  version     INTEGER NOT NULL CHECK (version >= 0),              -- of the questions
  ticked      TEXT    NOT NULL CHECK (json_type(ticked) = 'array'), -- ids of lines; [] is "None of these"
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE about_you (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  answered_at INTEGER NOT NULL,
  date        INTEGER NOT NULL,
  version     INTEGER NOT NULL CHECK (version >= 0),
  ticked      TEXT    NOT NULL CHECK (json_type(ticked) = 'array'),
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- "A clinician has seen me about this and said I may exercise."
CREATE TABLE clearance (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  said_at     INTEGER NOT NULL,
  date        INTEGER NOT NULL,
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE enrolment (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  enrolled_at INTEGER NOT NULL,
  plan        TEXT    NOT NULL,
  starts_on   INTEGER NOT NULL,
  slots       TEXT    NOT NULL CHECK (json_type(slots) = 'array'), -- [{"weekday":"monday","time":28800}]
  pinned_zone TEXT,                                                -- null: the times move with the person
  posture     TEXT    NOT NULL CHECK (posture IN ('seated', 'standing', 'lying')),
  length      TEXT    NOT NULL CHECK (length IN ('ramp', 'ten', 'fifteen', 'full')),
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE enrolment_change (
  id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  enrolment      BLOB    NOT NULL REFERENCES enrolment (id) DEFERRABLE INITIALLY DEFERRED,
  recorded_at    INTEGER NOT NULL,
  effective_from INTEGER NOT NULL,
  kind           TEXT    NOT NULL CHECK (kind IN ('slots', 'posture', 'length', 'hold', 'pause', 'resume', 'leave')),
  slots          TEXT    CHECK ((kind = 'slots') = (slots IS NOT NULL) AND json_type(slots) = 'array'),
  pinned_zone    TEXT    CHECK (kind = 'slots' OR pinned_zone IS NULL),
  posture        TEXT    CHECK ((kind = 'posture') = (posture IS NOT NULL)
                                AND posture IN ('seated', 'standing', 'lying')),
  length         TEXT    CHECK ((kind = 'length') = (length IS NOT NULL)
                                AND length IN ('ramp', 'ten', 'fifteen', 'full')),
  through        INTEGER CHECK ((kind = 'pause') = (through IS NOT NULL)), -- the last day of the pause
  checksum       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE practice (
  id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  enrolment       BLOB    CHECK (length(enrolment) = 16),         -- null: not for a plan
  routine         TEXT,
  content_version INTEGER NOT NULL CHECK (content_version >= 0),
  started_at      INTEGER NOT NULL,
  zone            TEXT    NOT NULL,                               -- where the person was
  date            INTEGER NOT NULL,                               -- the practice day; travel never changes it
  planned_ms      INTEGER NOT NULL CHECK (planned_ms >= 0),
  practised_ms    INTEGER NOT NULL CHECK (practised_ms >= 0),
  ending          TEXT    NOT NULL CHECK (ending IN ('finished', 'ended_early', 'stopped_for_sign', 'entered_by_hand')),
  sign            TEXT    CHECK ((ending = 'stopped_for_sign') = (sign IS NOT NULL)),
  checksum        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX practice_by_date ON practice (date);

CREATE TABLE check_in (
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
  sensations  TEXT    NOT NULL CHECK (json_type(sensations) = 'array'),
  note        TEXT    NOT NULL,
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX check_in_by_date ON check_in (date);

-- The practice that is being done now, and the player's last heartbeat. Belongs to this device; never merged.
CREATE TABLE open_practice (
  slot            INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),  -- there is one at most
  id              BLOB    NOT NULL CHECK (length(id) = 16),
  enrolment       BLOB    CHECK (length(enrolment) = 16),
  routine         TEXT    NOT NULL,
  content_version INTEGER NOT NULL CHECK (content_version >= 0),
  minutes         INTEGER NOT NULL CHECK (minutes >= 0),
  posture         TEXT    NOT NULL CHECK (posture IN ('seated', 'standing', 'lying')),
  breath_ms       INTEGER NOT NULL CHECK (breath_ms >= 0),
  leave_out       TEXT    NOT NULL CHECK (json_type(leave_out) = 'array'),
  started_at      INTEGER NOT NULL,
  zone            TEXT    NOT NULL,
  date            INTEGER NOT NULL,
  planned_ms      INTEGER NOT NULL CHECK (planned_ms >= 0),
  phase           TEXT    NOT NULL CHECK (phase IN ('ready', 'counting_in', 'playing', 'paused', 'finished', 'stopped')),
  left_ms         INTEGER CHECK ((phase = 'counting_in') = (left_ms IS NOT NULL)), -- of the count-in
  sign            TEXT    CHECK (phase = 'stopped' OR sign IS NULL),
  position_ms     INTEGER NOT NULL CHECK (position_ms >= 0),
  next_cue_ms     INTEGER NOT NULL CHECK (next_cue_ms >= 0),
  practised_ms    INTEGER NOT NULL CHECK (practised_ms >= 0),
  last_seen_ms    INTEGER CHECK (last_seen_ms >= 0),              -- on a clock that starts again with the phone
  checksum        INTEGER NOT NULL
) STRICT;

-- How many rows there should be, and the XOR of their checksums: a row that was lost, doubled or swapped is noticed.
-- Tables with a `date` have one entry for each week that holds a row, so that reading a week checks that week alone.
CREATE TABLE ledger (
  table_name   TEXT    NOT NULL,
  week         INTEGER NOT NULL,  -- weeks since Monday 1969-12-29; 0 in tables without a `date`
  row_count    INTEGER NOT NULL,
  checksum_xor INTEGER NOT NULL,
  PRIMARY KEY (table_name, week)
) STRICT, WITHOUT ROWID;
