-- How the fleet stood, an hour at a time: the last look of each. In an hour that is missing nobody looked.
CREATE TABLE coverage_hours (
  hour INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  look TEXT NOT NULL
) STRICT;

-- Changes of verdict that were published in an hour, and how many of them on fresh evidence.
CREATE TABLE coverage_told (
  hour INTEGER PRIMARY KEY,
  told INTEGER NOT NULL,
  fresh INTEGER NOT NULL
) STRICT;

-- From failing to passing.
CREATE TABLE coverage_mended (
  hour INTEGER NOT NULL,
  check_id TEXT NOT NULL,
  mended INTEGER NOT NULL,
  sum_ms INTEGER NOT NULL,
  PRIMARY KEY (hour, check_id)
) STRICT, WITHOUT ROWID;
