-- Through what somebody acted, and what it was before and after, JSON without secrets; null in what earlier versions wrote.
ALTER TABLE audit ADD COLUMN source TEXT;
ALTER TABLE audit ADD COLUMN before TEXT;
ALTER TABLE audit ADD COLUMN after TEXT;
