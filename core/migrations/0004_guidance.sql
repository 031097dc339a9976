-- Schema 4: how a person is led, and what they change on the way. The units and rules of schema 1 hold here too.

-- The practice that is being done has more to it than three columns: all that it was begun with, and what the person
-- changed on the way, so that the same timeline can be made again.
CREATE TABLE open_practice_4 (
  slot            INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),  -- there is one at most
  id              BLOB    NOT NULL CHECK (length(id) = 16),
  enrolment       BLOB    CHECK (length(enrolment) = 16),
  routine         TEXT    NOT NULL,
  content_version INTEGER NOT NULL CHECK (content_version >= 0),
  choices         TEXT    NOT NULL CHECK (json_type(choices) = 'object'),
  changes         TEXT    NOT NULL CHECK (json_type(changes) = 'array'), -- [{"at_ms":61000,"change":"seated"}]
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

INSERT INTO open_practice_4
SELECT slot, id, enrolment, routine, content_version,
       json_object('minutes', minutes, 'posture', posture, 'guidance', json_object('breath_ms', breath_ms), 'leave_out', json(leave_out)),
       '[]', started_at, zone, date, planned_ms, phase, left_ms, sign, position_ms, next_cue_ms, practised_ms, last_seen_ms, 0
FROM open_practice;
DROP TABLE open_practice;
ALTER TABLE open_practice_4 RENAME TO open_practice;
UPDATE open_practice SET checksum = mingmen_checksum('open_practice', slot, id, enrolment, routine, content_version, choices,
  changes, started_at, zone, date, planned_ms, phase, left_ms, sign, position_ms, next_cue_ms, practised_ms, last_seen_ms);
