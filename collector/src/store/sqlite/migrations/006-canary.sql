-- The collector's own device, which measures the way from a report to a target: at most one, and in no count or list.
ALTER TABLE devices ADD COLUMN canary INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX devices_canary ON devices (canary) WHERE canary = 1;

-- How its probes went, counted by spans of five minutes.
CREATE TABLE canary_probes (
  from_at INTEGER PRIMARY KEY,
  probes INTEGER NOT NULL,
  good INTEGER NOT NULL,
  failed INTEGER NOT NULL
) STRICT;
