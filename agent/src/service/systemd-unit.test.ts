import { expect, it } from 'vitest';
import { systemdUnit } from './systemd-unit.ts';

it("the agent's unit leaves the machine's name as it is: a service with one of its own never hears of another", () => {
  expect(systemdUnit('/usr/bin/assay-agent')).not.toMatch(/ProtectHostname/);
});
