import type { SettingWrites } from '../settings.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';

/** What the collector remembers of itself, written. */
export function settingWrites(db: Db): Settled<SettingWrites> {
  const setOnce = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const probe = db.prepare("INSERT OR REPLACE INTO settings (key, value) VALUES ('probed_at', ?)");
  const get = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');

  return {
    setOnce({ key, value }) {
      setOnce.run(key, value);
      return get.get(key)?.value ?? value;
    },
    probe(at) {
      probe.run(String(at));
    },
  };
}
