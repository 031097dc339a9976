-- Schema 2: what a person keeps beyond practice: routines of their own, small notes, the body check, and a sign of the
-- body noted while no practice was open. The units and rules of schema 1 hold here too.
--
-- Nothing of schema 1 changes. A practice names the revision of an own routine that it followed in its `routine`, as
-- `own/<routine>/<revision>`: revisions are kept, so it can be led again as it was, whatever became of the routine.

-- One revision of a routine that the person made. A change is a new revision, and so is deleting it.
-- Two phones may each make a revision of the same number before they meet; so the number is no key.
CREATE TABLE own_routine (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  routine     BLOB    NOT NULL CHECK (length(routine) = 16),        -- the same in all its revisions
  revision    INTEGER NOT NULL CHECK (revision >= 1),
  made_at     INTEGER NOT NULL,
  kind        TEXT    NOT NULL CHECK (kind IN ('kept', 'deleted')),
  name        TEXT    CHECK ((kind = 'kept') = (name IS NOT NULL)),
  segments    TEXT    CHECK ((kind = 'kept') = (segments IS NOT NULL) AND json_type(segments) = 'array'),
                                                                    -- [{"variant":"pelvic-tilt","minutes":4}]
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A small note: warm food, sleep, a posture noticed, something to be grateful for.
CREATE TABLE note (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  noted_at    INTEGER NOT NULL,
  zone        TEXT    NOT NULL,                                     -- where the person was
  date        INTEGER NOT NULL,                                     -- the practice day
  kind        TEXT    NOT NULL,                                     -- content id
  option      TEXT,                                                 -- content id; null: text alone
  text        TEXT    NOT NULL,                                     -- '' where the option says it all
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX note_by_date ON note (date);

-- A fact that the person took back. Both rows stay until they are purged.
CREATE TABLE withdrawal (
  id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  withdrawn_at INTEGER NOT NULL,
  of_table     TEXT    NOT NULL CHECK (of_table IN ('note')),
  of_id        BLOB    NOT NULL CHECK (length(of_id) = 16),
  checksum     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Answers to the body check.
CREATE TABLE body_check (
  id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  answered_at     INTEGER NOT NULL,
  date            INTEGER NOT NULL,                                 -- the practice day
  content_version INTEGER NOT NULL CHECK (content_version >= 0),
  answers         TEXT    NOT NULL CHECK (json_type(answers) = 'array'),
                                                                    -- [{"question":"sleep","chosen":["light"]}]
  checksum        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A stop sign that the person noted while no practice was open. One that ended a practice stands in the practice.
CREATE TABLE noted_sign (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  noted_at    INTEGER NOT NULL,
  zone        TEXT    NOT NULL,
  date        INTEGER NOT NULL,
  sign        TEXT    NOT NULL,
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX noted_sign_by_date ON noted_sign (date);
