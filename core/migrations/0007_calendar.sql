-- Schema 7: what calendar files said so far. The units and rules of schema 1 hold here too.
--
-- It belongs to this phone, which made the files, and is never merged.

-- Each entry as it was written last, so that the next file can change it and take it out. Changes in place.
CREATE TABLE calendar_file (
  slot     INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),                    -- there is one at most
  date     INTEGER NOT NULL,                                                 -- the practice day on which a file last differed
  ledger   TEXT    NOT NULL CHECK (json_type(ledger) = 'object'),            -- {"lines":{…},"next_sequence":0}
  checksum INTEGER NOT NULL
) STRICT;
