-- Schema 6: what became of reminders. The units and rules of schema 1 hold here too.
--
-- Both tables belong to this phone: another one rings by itself, and they are never merged.

-- What was handed to the phone, rang, was missed or answered: one row for each thing that happened.
CREATE TABLE reminder_event (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  reminder    TEXT    NOT NULL,                                     -- 'practice/<enrolment>/2026-03-09/080000'
  kind        TEXT    NOT NULL CHECK (kind IN ('practice', 'second_nudge', 'class', 'week_review', 'posture_check',
                                               'milestone', 'return')),
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
CREATE INDEX reminder_event_by_date ON reminder_event (date);

-- The last look at the phone. Changes in place.
CREATE TABLE reminder_watch (
  slot          INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),      -- there is one at most
  looked_at     INTEGER NOT NULL,
  date          INTEGER NOT NULL,                                   -- the practice day on which the person was last here
  notifications INTEGER CHECK (notifications IN (0, 1)),            -- null: nobody was asked, or the phone does not say
  exact_alarms  INTEGER CHECK (exact_alarms IN (0, 1)),
  battery       INTEGER CHECK (battery IN (0, 1)),
  checksum      INTEGER NOT NULL
) STRICT;
