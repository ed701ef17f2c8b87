-- A version on its way: observed first, then warned of, then enforced, and halted when more falls than was planned.
CREATE TABLE policy_rollouts (
  id INTEGER PRIMARY KEY,
  candidate TEXT NOT NULL REFERENCES policy_versions (hash),
  base TEXT NOT NULL REFERENCES policy_versions (hash),
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'halted', 'stopped')),
  body TEXT NOT NULL
) STRICT;
