-- Every policy that ever judged, or was staged to. The source is complete by itself: includes are resolved.
CREATE TABLE policy_versions (
  hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  stored_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which version was in force from when on, who made it so, and why. The newest row is the active one.
CREATE TABLE policy_activations (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  hash TEXT NOT NULL REFERENCES policy_versions (hash),
  previous TEXT REFERENCES policy_versions (hash),
  kind TEXT NOT NULL,
  by TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- What was planned to follow from it, JSON; null where nothing was.
  planned TEXT
) STRICT;
CREATE INDEX policy_activations_by_time ON policy_activations (at);

-- Everything that a judgement of the history was made from besides policy and evidence (JSON), and the digest of what was
-- published: enough to make it again, and to see that it is the same. Null in what version 0.1 stored.
ALTER TABLE assessments ADD COLUMN basis TEXT;
ALTER TABLE assessments ADD COLUMN digest BLOB;

-- The tables that judgements looked things up in, by the digest that a basis names them by.
CREATE TABLE reference_values (
  hash TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which reports told something new: a row where any signal's value differs from the report before. What lies between two
-- rows only repeats, so a simulation reads these alone.
CREATE TABLE postures (
  device INTEGER NOT NULL REFERENCES devices (ref),
  number INTEGER NOT NULL,
  -- The same report in `evidence`.
  report INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (device, number)
) STRICT, WITHOUT ROWID;
