-- What was told of exemptions and break-glass: each only once.
CREATE TABLE notices (
  -- Id of the exemption or break-glass.
  subject TEXT NOT NULL,
  event TEXT NOT NULL,
  at INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (subject, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_deliveries (
  id TEXT PRIMARY KEY,
  target_id TEXT NOT NULL REFERENCES targets (id),
  subject TEXT NOT NULL,
  event TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'retrying', 'delivered', 'dead', 'superseded')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER,
  last_attempt_at INTEGER,
  status INTEGER,
  answer TEXT,
  FOREIGN KEY (subject, event) REFERENCES notices (subject, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_deliveries_open ON notice_deliveries (target_id, id) WHERE state IN ('queued', 'retrying');
