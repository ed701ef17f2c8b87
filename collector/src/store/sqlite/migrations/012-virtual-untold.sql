-- Whether a device is a virtual machine can be untold: null.
ALTER TABLE devices RENAME COLUMN virtual TO virtual_or_not;
ALTER TABLE devices ADD COLUMN virtual INTEGER;
UPDATE devices SET virtual = virtual_or_not;
ALTER TABLE devices DROP COLUMN virtual_or_not;
