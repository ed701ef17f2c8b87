-- What was told of one exemption or break-glass, and to whom, is found and let go of by it.
CREATE INDEX notice_deliveries_by_subject ON notice_deliveries (subject, event);
CREATE INDEX notices_by_time ON notices (at);
