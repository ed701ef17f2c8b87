import { expect, it } from 'vitest';
import { DNF } from '../probes/updates/dnf.ts';
import { ZYPPER } from '../probes/updates/zypper.ts';
import { systemdUnit } from './systemd-unit.ts';

const unit = systemdUnit('/usr/bin/assay-agent');

it("the agent's unit leaves the machine's name as it is: a service with one of its own never hears of another", () => {
  expect(unit).not.toMatch(/ProtectHostname/);
});

it("the agent's unit leaves devices open, as zfs needs one to be asked: older systemds imply a list by ProtectClock=", () => {
  expect(unit).not.toMatch(/ProtectClock|DeviceAllow|DevicePolicy|PrivateDevices/);
  expect(unit).not.toMatch(/CAP_SYS_TIME/);
});

it("the agent's unit has both rights that iptables-legacy-save asks for, and no socket to listen to the network with", () => {
  expect(unit).toMatch(/^CapabilityBoundingSet=.*\bCAP_NET_ADMIN CAP_NET_RAW$/m);
  expect(unit).toMatch(/^RestrictAddressFamilies=(?!.*AF_PACKET)/m);
});

it("the agent's unit lets package managers lock their caches and write their logs, and nobody keeps these", () => {
  const writable = [...unit.matchAll(/^ReadWritePaths=(.*)$/gm)].flatMap(([, paths = '']) =>
    paths.split(' '),
  );
  for (const { directory } of [...DNF.index, ...ZYPPER.index])
    expect([directory, writable.some((path) => directory.startsWith(path.slice(1)))]).toEqual([
      directory,
      true,
    ]);
  expect(unit).toMatch(/^TemporaryFileSystem=\/var\/log$/m);
});

it("the agent's unit has room for what a package manager takes, and goes on where that is killed for want of it", () => {
  const limit = (name: string) => Number(new RegExp(`^${name}=(\\d+)M$`, 'm').exec(unit)?.[1]);
  // Measured with the 65,000 packages of a distribution: dnf 102 MB, 254 where it makes its cache anew; apt 81.
  expect(limit('MemoryHigh')).toBeGreaterThan(60 + 102);
  expect(limit('MemoryMax')).toBeGreaterThan(60 + 254);
  expect(unit).toMatch(/^OOMPolicy=continue$/m);
});
