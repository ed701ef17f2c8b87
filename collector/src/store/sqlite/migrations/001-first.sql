CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  platform TEXT NOT NULL,
  hostname TEXT NOT NULL,
  serial TEXT,
  uuid TEXT,
  vendor TEXT,
  model TEXT,
  virtual INTEGER NOT NULL,
  owner TEXT,
  groups TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'pending', 'quarantined', 'revoked', 'unenrolled')),
  state_reason TEXT NOT NULL DEFAULT '',
  state_at INTEGER NOT NULL,
  replaced_by TEXT,
  on_conflict TEXT NOT NULL CHECK (on_conflict IN ('quarantine', 'replace')),
  enrolled_at INTEGER NOT NULL,
  token_id TEXT NOT NULL REFERENCES enrollment_tokens (id),
  key_id BLOB NOT NULL UNIQUE,
  public_key BLOB NOT NULL,
  key_algorithm TEXT NOT NULL,
  key_storage TEXT NOT NULL,
  agent_version TEXT NOT NULL,
  last_number INTEGER NOT NULL DEFAULT 0,
  -- Above last_number while the newest report is history.
  newest_number INTEGER NOT NULL DEFAULT 0,
  last_report_at INTEGER,
  last_seen_at INTEGER,
  tier TEXT,
  next_look_at INTEGER,
  assessment TEXT,
  cause TEXT,
  cause_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX devices_by_tier ON devices (tier);
-- The same machine under another key is looked for at each enrollment.
CREATE INDEX devices_by_serial ON devices (lower(serial)) WHERE serial IS NOT NULL;
CREATE INDEX devices_by_uuid ON devices (lower(uuid)) WHERE uuid IS NOT NULL;
CREATE INDEX devices_by_next_look ON devices (next_look_at) WHERE next_look_at IS NOT NULL;

-- Every key a device was ever known by; none of them ever enrolls again.
CREATE TABLE device_keys (
  key_id BLOB PRIMARY KEY,
  device_id TEXT NOT NULL REFERENCES devices (id),
  public_key BLOB NOT NULL,
  key_algorithm TEXT NOT NULL,
  key_storage TEXT NOT NULL,
  since INTEGER NOT NULL,
  retired_at INTEGER,
  vouched_by BLOB,
  payload BLOB,
  signature BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX device_keys_by_device ON device_keys (device_id, since);

CREATE TABLE conflicts (
  id TEXT PRIMARY KEY,
  device_id TEXT NOT NULL REFERENCES devices (id),
  other_id TEXT REFERENCES devices (id),
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  at INTEGER NOT NULL,
  resolved_at INTEGER,
  resolution TEXT,
  resolved_by TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX conflicts_open ON conflicts (device_id, kind, coalesce(other_id, '')) WHERE resolved_at IS NULL;
CREATE INDEX conflicts_by_other ON conflicts (other_id) WHERE other_id IS NOT NULL AND resolved_at IS NULL;

-- What was done to a device itself: approved, revoked, given to another owner, …
CREATE TABLE device_events (
  id TEXT PRIMARY KEY,
  device_id TEXT NOT NULL REFERENCES devices (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX device_events_by_device ON device_events (device_id, at);

-- The evidence: the exact signed bytes, so that a signature can be checked again years later.
CREATE TABLE reports (
  device_id TEXT NOT NULL REFERENCES devices (id),
  number INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  -- Set: history, made around then; no verdict follows from it.
  offline_at INTEGER,
  key_id BLOB NOT NULL,
  payload BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (device_id, number)
) STRICT, WITHOUT ROWID;

-- The history: a row only where something changed.
CREATE TABLE assessments (
  device_id TEXT NOT NULL REFERENCES devices (id),
  at INTEGER NOT NULL,
  report_number INTEGER NOT NULL,
  score INTEGER NOT NULL,
  tier TEXT NOT NULL,
  policy TEXT NOT NULL,
  change TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (device_id, at, report_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrollment_tokens (
  id TEXT PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  uses INTEGER NOT NULL,
  used INTEGER NOT NULL,
  owner TEXT,
  groups TEXT NOT NULL,
  approval INTEGER NOT NULL,
  on_conflict TEXT NOT NULL CHECK (on_conflict IN ('quarantine', 'replace'))
) STRICT, WITHOUT ROWID;

CREATE TABLE targets (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  config TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX targets_by_name ON targets (name) WHERE removed_at IS NULL;

CREATE TABLE deliveries (
  id TEXT PRIMARY KEY,
  target_id TEXT NOT NULL REFERENCES targets (id),
  device_id TEXT NOT NULL REFERENCES devices (id),
  event TEXT NOT NULL,
  tier TEXT NOT NULL,
  change TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'retrying', 'delivered', 'dead', 'superseded')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER,
  last_attempt_at INTEGER,
  status INTEGER,
  answer TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX deliveries_by_device ON deliveries (device_id, created_at);
CREATE INDEX deliveries_open ON deliveries (target_id, id) WHERE state IN ('queued', 'retrying');

CREATE TABLE delivery_attempts (
  delivery_id TEXT NOT NULL REFERENCES deliveries (id),
  attempt INTEGER NOT NULL,
  at INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  result TEXT NOT NULL,
  status INTEGER,
  answer TEXT NOT NULL,
  PRIMARY KEY (delivery_id, attempt)
) STRICT, WITHOUT ROWID;

-- Tokens and sign-ins, known only by their hash.
CREATE TABLE access (
  hash BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('api', 'sign_in')),
  created_at INTEGER NOT NULL,
  expires_at INTEGER
) STRICT, WITHOUT ROWID;
