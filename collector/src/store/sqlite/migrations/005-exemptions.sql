-- One check excused for one device or group, by a named person, for a reason, until a date. None is without an end, and
-- none is longer than a year, whatever a policy says.
CREATE TABLE exemptions (
  id TEXT PRIMARY KEY,
  check_id TEXT NOT NULL,
  device_id TEXT REFERENCES devices (id),
  group_name TEXT,
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  requested_by TEXT NOT NULL CHECK (length(requested_by) > 0),
  requested_at INTEGER NOT NULL,
  -- The second person, where the policy asks for one.
  approved_by TEXT CHECK (approved_by IS NULL OR approved_by <> requested_by),
  -- Null: it waits for a second person.
  starts_at INTEGER,
  ends_at INTEGER NOT NULL CHECK (ends_at > requested_at AND ends_at <= requested_at + 31622400000),
  ended_at INTEGER,
  ended_by TEXT,
  -- A renewal takes the place of another, and is as old as the first of the row.
  renews TEXT REFERENCES exemptions (id),
  first_at INTEGER NOT NULL CHECK (first_at <= requested_at),
  warned INTEGER NOT NULL DEFAULT 0,
  -- Whether the devices it is about were judged by it as it stands.
  applied INTEGER NOT NULL DEFAULT 0,
  CHECK ((device_id IS NULL) <> (group_name IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX exemptions_by_end ON exemptions (ends_at);
CREATE INDEX exemptions_by_device ON exemptions (device_id) WHERE device_id IS NOT NULL;
CREATE INDEX exemptions_by_group ON exemptions (group_name) WHERE group_name IS NOT NULL;

-- Everything excused for everybody, for a week at most.
CREATE TABLE break_glass (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  started_by TEXT NOT NULL CHECK (length(started_by) > 0),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (ends_at > starts_at AND ends_at <= starts_at + 604800000),
  ended_at INTEGER,
  ended_by TEXT,
  applied INTEGER NOT NULL DEFAULT 0,
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT, WITHOUT ROWID;

-- What exemptions waive now: points that a check would take from a device's score.
CREATE TABLE waivers (
  device INTEGER NOT NULL REFERENCES devices (ref),
  check_id TEXT NOT NULL,
  exemption TEXT NOT NULL,
  points INTEGER NOT NULL,
  PRIMARY KEY (device, check_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX waivers_by_exemption ON waivers (exemption);

-- Who is in a group, so that an exemption of one finds its devices.
CREATE TABLE device_groups (
  group_name TEXT NOT NULL,
  device_id TEXT NOT NULL REFERENCES devices (id),
  PRIMARY KEY (group_name, device_id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO device_groups SELECT value, d.id FROM devices d, json_each(d.groups);
CREATE TRIGGER device_groups_of_new AFTER INSERT ON devices BEGIN
  INSERT OR IGNORE INTO device_groups SELECT value, new.id FROM json_each(new.groups);
END;
CREATE TRIGGER device_groups_of_changed AFTER UPDATE OF groups ON devices BEGIN
  DELETE FROM device_groups WHERE device_id = old.id;
  INSERT OR IGNORE INTO device_groups SELECT value, new.id FROM json_each(new.groups);
END;

-- Who did what. Each entry's hash covers the one before, so that nothing can be taken out or changed unseen.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN
  SELECT raise(ABORT, 'the audit log is never changed');
END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit BEGIN
  SELECT raise(ABORT, 'the audit log is never shortened');
END;
