-- When a person last asked for a delivery to be sent again: it is retried for a day from then.
ALTER TABLE deliveries ADD COLUMN asked_at INTEGER;
ALTER TABLE notice_deliveries ADD COLUMN asked_at INTEGER;
