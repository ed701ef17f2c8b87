import type { SettingWrites } from '../settings.ts';
import type { Settled } from '../settled.ts';
import type { Tables } from './tables.ts';

/** What the collector remembers of itself. */
export const settingWrites = ({ settings }: Tables): Settled<SettingWrites> => ({
  setOnce({ key, value }) {
    const holds = settings.get(key)?.value ?? value;
    settings.put(key, { value: holds });
    return holds;
  },
  probe: (at) => settings.put('probed_at', { value: String(at) }),
});
