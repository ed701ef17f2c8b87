import { expect, it } from 'vitest';
import { systemdUnit } from './systemd-unit.ts';

const unit = systemdUnit('/usr/bin/assay-agent');

it("the agent's unit leaves the machine's name as it is: a service with one of its own never hears of another", () => {
  expect(unit).not.toMatch(/ProtectHostname/);
});

it("the agent's unit has both rights that iptables-legacy-save asks for, and no socket to listen to the network with", () => {
  expect(unit).toMatch(/^CapabilityBoundingSet=.*\bCAP_NET_ADMIN CAP_NET_RAW$/m);
  expect(unit).toMatch(/^RestrictAddressFamilies=(?!.*AF_PACKET)/m);
});
