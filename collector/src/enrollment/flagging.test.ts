import { expect, it } from 'vitest';
import { makeStoredDevice } from '../store/test-records.ts';
import { hardwareConflicts } from './flagging.ts';

it('says once why a device is quarantined, of however many others it claims the hardware', async () => {
  const { record } = makeStoredDevice('d');
  const others = Array.from({ length: 1000 }, (_, i) => `d-${i}`);
  const store = { devicesWithHardware: async () => others };
  const found = await hardwareConflicts(record, { ...record, serial: 'SN-1' }, store);
  expect(found?.step.conflicts).toHaveLength(1000);
  expect(found?.step.standing?.reason).toBe('it claims to be the hardware of another device');
});
