-- A report that only repeats an earlier one is kept as its number and times: its base is that report, whose own base may be
-- the full one. Which one the last report repeats, or itself: null in what earlier versions wrote.
ALTER TABLE progress ADD COLUMN said_by INTEGER;

DROP VIEW reports;
CREATE VIEW reports AS
  SELECT d.id AS device_id, e.number, e.received_at, e.offline_at, coalesce(e.key_id, b.key_id, f.key_id) AS key_id,
    restored(e.bytes, b.bytes, f.bytes) AS payload, e.signature
  FROM evidence e
  JOIN devices d ON d.ref = e.device
  LEFT JOIN evidence b ON b.id = e.base
  LEFT JOIN evidence f ON f.id = b.base;

-- A judgement's text (judgement-text.ts), compressed against a text of the same device that `base` names, which most of it
-- repeats; null: as it is. One log in the order of arrival, under the small number of the device.
CREATE TABLE judgement_texts (
  id INTEGER PRIMARY KEY,
  device INTEGER NOT NULL REFERENCES devices (ref),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX judgement_texts_by_device ON judgement_texts (device);

ALTER TABLE assessments RENAME TO assessments_before;
CREATE TABLE assessments (
  id INTEGER PRIMARY KEY,
  device INTEGER NOT NULL REFERENCES devices (ref),
  at INTEGER NOT NULL,
  report_number INTEGER NOT NULL,
  score INTEGER NOT NULL,
  tier TEXT NOT NULL,
  base INTEGER,
  -- Null in what version 0.1 stored.
  digest BLOB,
  body BLOB NOT NULL
) STRICT;
INSERT INTO assessments (device, at, report_number, score, tier, digest, body)
  SELECT d.ref, a.at, a.report_number, a.score, a.tier, a.digest,
    CAST(a.policy || char(10) || a.change || char(10) || coalesce(a.basis, '') AS BLOB)
  FROM assessments_before a JOIN devices d ON d.id = a.device_id ORDER BY a.at;
DROP TABLE assessments_before;
CREATE UNIQUE INDEX assessments_by_device ON assessments (device, at, report_number);

-- Set: what is told is that judgement's change, and `change` is empty.
ALTER TABLE deliveries ADD COLUMN told INTEGER REFERENCES assessments (id);
CREATE INDEX deliveries_by_judgement ON deliveries (told) WHERE told IS NOT NULL;
