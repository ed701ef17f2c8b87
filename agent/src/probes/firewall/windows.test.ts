import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { createCimBatch } from '../cim/cim-batch.ts';
import { cimAnswers } from '../cim/test-cim.ts';
import { createFirewallOnWindows } from './windows.ts';

const LOCAL = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy';
const POLICY = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall';
const ON = { DisableNotifications: 'REG_DWORD 0x0', EnableFirewall: 'REG_DWORD 0x1' };
const OFF = { EnableFirewall: 'REG_DWORD 0x0' };
const ALL_ON = {
  [`${LOCAL}\\DomainProfile`]: ON,
  [`${LOCAL}\\StandardProfile`]: ON,
  [`${LOCAL}\\PublicProfile`]: ON,
};
const RUNNING = { mpssvc: 4 };

const observe = (windows: FakeWindows) =>
  createFirewallOnWindows(createCimBatch()).observe(treeContext({}, fakeWindows(windows)));

describe('another firewall in its place', () => {
  const withOther = (state: number) => ({
    services: { mpssvc: 1 },
    registry: ALL_ON,
    programs: cimAnswers({ firewalls: [{ name: 'ESET Firewall', state }] }),
  });

  it('keeps packets out when it says that it is on', async () => {
    expect(await observe(withOther(266_240))).toMatchObject({
      value: {
        enabled: true,
        backend: 'ESET Firewall',
        evidence: expect.arrayContaining(['ESET Firewall: Security Center: state 0x041000']),
      },
    });
  });

  it('does not when it says that it is off', async () => {
    expect(await observe(withOther(262_144))).toMatchObject({
      value: { enabled: false, backend: 'windows_firewall' },
    });
  });

  it.each([
    ['its state is none that we know', withOther(344_064), 'unparsed'],
    ['nobody tells which there are', { ...withOther(0), programs: {} }, 'tool_missing'],
  ])('may or may not when %s', async (_, windows, reason) => {
    expect(await observe(windows)).toMatchObject({ status: 'unknown', reason });
  });

  it('is not asked for as long as the own one is on', async () => {
    const other = { ...withOther(262_144), services: RUNNING };
    expect(JSON.stringify(await observe(other))).not.toContain('ESET');
  });
});

describe('the firewall', () => {
  it('is on when its service runs and every profile is on', async () => {
    expect(await observe({ services: RUNNING, registry: ALL_ON })).toEqual({
      status: 'ok',
      value: {
        enabled: true,
        backend: 'windows_firewall',
        evidence: [
          'service mpssvc: running',
          'domain: on by setting',
          'private: on by setting',
          'public: on by setting',
        ],
      },
    });
  });

  it.each([
    [{ mpssvc: 1 }, {}, 'service mpssvc: stopped'],
    [{}, {}, 'service mpssvc: missing'],
    [RUNNING, { [`${LOCAL}\\PublicProfile`]: OFF }, 'public: off by setting'],
    [RUNNING, { [`${POLICY}\\PrivateProfile`]: OFF }, 'private: off by policy'],
    [
      RUNNING,
      { [`${LOCAL}\\DomainProfile`]: { ...ON, DefaultInboundAction: 'REG_DWORD 0x0' } },
      'domain: lets everything in',
    ],
  ])('is off when one of them is not', async (services, changed, evidence) => {
    const programs = cimAnswers({ firewalls: '0x8004100e' });
    expect(await observe({ services, registry: { ...ALL_ON, ...changed }, programs })).toMatchObject({
      value: { enabled: false, evidence: expect.arrayContaining([evidence]) },
    });
  });

  it("is on by a policy, whatever the person set; a policy that is silent doesn't count", async () => {
    const local = { [`${LOCAL}\\StandardProfile`]: OFF };
    const imposed = { [`${POLICY}\\StandardProfile`]: ON, [`${POLICY}\\PublicProfile`]: { X: 'REG_SZ y' } };
    expect(await observe({ services: RUNNING, registry: { ...ALL_ON, ...local, ...imposed } })).toMatchObject(
      {
        value: {
          enabled: true,
          evidence: expect.arrayContaining(['private: on by policy', 'public: on by setting']),
        },
      },
    );
  });

  it('is unknown where a profile says nothing, or may not be read', async () => {
    expect(await observe({ services: RUNNING })).toMatchObject({ reason: 'unparsed' });
    const denied = [`${POLICY}\\PublicProfile`];
    expect(await observe({ services: RUNNING, registry: ALL_ON, denied })).toMatchObject({
      reason: 'permission',
    });
    expect(await observe({ registry: ALL_ON })).toMatchObject({ reason: 'tool_missing' });
  });
});
