-- Schema 3: what a person set for the whole app, such as who the drawn person is. The units and rules of schema 1 hold
-- here too. Nothing of schemas 1 and 2 changes.

-- One setting as it was set: rows are added, and the latest of a name counts.
CREATE TABLE setting (
  id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  set_at      INTEGER NOT NULL,
  name        TEXT    NOT NULL,                                     -- 'figure', 'guidance'
  value       TEXT    NOT NULL CHECK (json_type(value) = 'object'), -- {"build":"middle","age":"older", …}
  checksum    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
