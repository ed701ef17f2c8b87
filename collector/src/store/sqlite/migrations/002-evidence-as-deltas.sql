-- What every report moves stands in narrow tables under a small number for the device: a row of `devices`, with its texts
-- and indexes, is written only when the device itself changes.
ALTER TABLE devices ADD COLUMN ref INTEGER;
CREATE TEMP TABLE numbered (id TEXT PRIMARY KEY, ref INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO numbered SELECT id, row_number() OVER (ORDER BY id) FROM devices;
UPDATE devices SET ref = (SELECT ref FROM numbered WHERE numbered.id = devices.id);
DROP TABLE numbered;
CREATE UNIQUE INDEX devices_by_ref ON devices (ref);

-- How far a device is: its last reports and its last judgement.
CREATE TABLE progress (
  device INTEGER PRIMARY KEY REFERENCES devices (ref),
  last_number INTEGER NOT NULL DEFAULT 0,
  -- Above last_number while the newest report is history.
  newest_number INTEGER NOT NULL DEFAULT 0,
  -- The same two reports, in `evidence`.
  last_report INTEGER,
  newest_report INTEGER,
  last_report_at INTEGER,
  last_seen_at INTEGER,
  -- When time alone may be a reason to judge again: then, or later.
  look_at INTEGER,
  -- The times of the assessment that holds; all else of it is in `current_assessments`.
  assessed_at INTEGER,
  valid_until INTEGER,
  next_look_at INTEGER
) STRICT;
INSERT INTO progress
  SELECT ref, last_number, newest_number, NULL, NULL, last_report_at, last_seen_at, next_look_at,
    assessment ->> 'assessedAt', assessment ->> 'validUntil', assessment ->> 'nextLookAt'
  FROM devices;
CREATE INDEX progress_by_look ON progress (look_at) WHERE look_at IS NOT NULL;

-- The assessment that holds, written when it says something else than before.
CREATE TABLE current_assessments (
  device INTEGER PRIMARY KEY REFERENCES devices (ref),
  -- Hash of the policy that judged.
  policy TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
INSERT INTO current_assessments
  SELECT ref, assessment ->> '$.policy.hash', assessment FROM devices WHERE assessment IS NOT NULL;

DROP INDEX devices_by_next_look;
ALTER TABLE devices DROP COLUMN last_number;
ALTER TABLE devices DROP COLUMN newest_number;
ALTER TABLE devices DROP COLUMN last_report_at;
ALTER TABLE devices DROP COLUMN last_seen_at;
ALTER TABLE devices DROP COLUMN next_look_at;
ALTER TABLE devices DROP COLUMN assessment;

-- The evidence: exact signed bytes, in full or as a delta to the device's last full report, so that a signature can be
-- checked again years later. One log in the order of arrival, for a commit that adds at the end touches few pages; from
-- report to report of a device lead `previous` and, over the full ones, an index (see evidence.ts).
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  device INTEGER NOT NULL,
  number INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  -- Set: history, made around then; no verdict follows from it.
  offline_at INTEGER,
  -- The full report that `bytes` is a delta to; null: `bytes` is the report.
  base INTEGER,
  -- The device's report before this one.
  previous INTEGER,
  -- Of a full report; a delta is signed with the key of its base.
  key_id BLOB,
  bytes BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;
INSERT INTO evidence (device, number, received_at, offline_at, key_id, bytes, signature)
  SELECT ref, number, received_at, offline_at, r.key_id, payload, signature
  FROM reports r JOIN devices d ON d.id = r.device_id ORDER BY received_at, number;
DROP TABLE reports;
CREATE UNIQUE INDEX evidence_full ON evidence (device, number) WHERE base IS NULL;
UPDATE evidence SET previous = (
  SELECT id FROM evidence e WHERE e.base IS NULL AND e.device = evidence.device AND e.number < evidence.number
  ORDER BY e.number DESC LIMIT 1);
UPDATE progress SET
  last_report = (SELECT id FROM evidence WHERE base IS NULL AND device = progress.device AND number = last_number),
  newest_report = (SELECT id FROM evidence WHERE base IS NULL AND device = progress.device AND number = newest_number);

-- Each report as it was signed, for people: it reads the whole log. `restored` is a function that every connection of
-- Assay has.
CREATE VIEW reports AS
  SELECT d.id AS device_id, e.number, e.received_at, e.offline_at, coalesce(e.key_id, b.key_id) AS key_id,
    restored(e.bytes, b.bytes) AS payload, e.signature
  FROM evidence e
  JOIN devices d ON d.ref = e.device
  LEFT JOIN evidence b ON b.id = e.base;

-- Nothing reads it: evidence and policy give it again.
ALTER TABLE assessments DROP COLUMN body;
