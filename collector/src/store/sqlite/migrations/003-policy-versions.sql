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
