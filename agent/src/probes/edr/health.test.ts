import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scriptedExec, treeContext } from '../../system/test-tree.ts';
import { parseBduitool } from './health/bitdefender.ts';
import { parseRepcli } from './health/carbon-black.ts';
import { clamavHealth, parseClamavHeader } from './health/clamav.ts';
import { cortexHealth, parseCytool } from './health/cortex.ts';
import { parseElasticStatus } from './health/elastic.ts';
import { parseFalconctl } from './health/falcon.ts';
import { parseMdatpHealth } from './health/mdatp.ts';
import { parseSentinelctl, sentinelHealth } from './health/sentinelone.ts';
import { parseWazuhState } from './health/wazuh.ts';

describe("falconctl's answer", () => {
  const aid = `aid="${'1'.repeat(32)}"`;

  it('is healthy when registered and not in reduced functionality mode', () => {
    expect(parseFalconctl(`cid="0", ${aid}, version = 7.29.18202.0\nrfm-state=false,`)).toEqual({
      healthy: true,
      version: '7.29.18202.0',
      mode: 'active',
      device_id: '1'.repeat(32),
      evidence: [],
    });
  });

  it('is unhealthy when blind or never registered', () => {
    expect(parseFalconctl(`${aid}, version = 7.29.1\nrfm-state=true,`)).toMatchObject({
      healthy: false,
      mode: 'reduced',
    });
    expect(parseFalconctl('aid is not set, rfm-state is not set, version = 6.38.0.0')).toMatchObject({
      healthy: false,
      connected: false,
      version: '6.38.0.0',
    });
  });

  it('decides nothing from half an answer', () => {
    const half = 'tags=team-a,site-b,rfm-state=false, rfm-reason=None, code=0x0';
    expect(parseFalconctl(half)).not.toHaveProperty('healthy');
    expect(parseFalconctl('ERROR: failed')).toEqual({ evidence: [] });
  });
});

describe("mdatp's answer", () => {
  const answer = {
    healthy: true,
    licensed: true,
    appVersion: '101.23062.0010',
    edrMachineId: 'a'.repeat(40),
    definitionsUpdatedMinutesAgo: 200,
    realTimeProtectionEnabled: { value: false, isManaged: false },
    passiveModeEnabled: { value: true, isManaged: false },
    tamperProtection: { value: 'block', isManaged: true },
  };

  it("is Defender's own word, with what limits it", () => {
    expect(parseMdatpHealth(JSON.stringify(answer))).toEqual({
      healthy: true,
      version: '101.23062.0010',
      definitions_age_s: 3 * 3600,
      tamper_protection: true,
      mode: 'passive',
      device_id: 'a'.repeat(40),
      evidence: [{ kind: 'healthy', basis: 'mdatp health: real-time protection off' }],
    });
    expect(parseMdatpHealth(JSON.stringify({ ...answer, licensed: false }))).toMatchObject({
      healthy: false,
    });
  });

  it.each([
    [true, false, 'active'],
    [false, false, 'off'],
    [true, true, 'passive'],
  ])('with real-time protection %s and passive %s it is %s', (realTime, passive, mode) => {
    const settings = {
      realTimeProtectionEnabled: { value: realTime },
      passiveModeEnabled: { value: passive },
    };
    expect(parseMdatpHealth(JSON.stringify({ ...answer, ...settings }))).toMatchObject({ mode });
  });

  it('does not count what is only audited as protection against tampering', () => {
    const audited = { ...answer, tamperProtection: { value: 'audit' } };
    expect(parseMdatpHealth(JSON.stringify(audited))).toMatchObject({ tamper_protection: false });
    const odd = { ...answer, tamperProtection: 'block', edrMachineId: '***' };
    expect(parseMdatpHealth(JSON.stringify(odd))).not.toHaveProperty('tamper_protection');
    expect(parseMdatpHealth(JSON.stringify(odd))).not.toHaveProperty('device_id');
  });

  it.each(['1', '', 'null', '"text"', '{"healthy":"yes"}'])('%j decides nothing', (text) => {
    expect(parseMdatpHealth(text)).not.toHaveProperty('healthy');
  });
});

describe("elastic-agent's answer", () => {
  const answer = (state: unknown, FleetState: unknown = 2) =>
    JSON.stringify({
      info: { version: '8.15.0', id: '00000000-0000-0000-0000-000000000001' },
      state: 2,
      components: [null, { name: 'endpoint', state }],
      FleetState,
    });

  it('is that of its endpoint component; whether it reaches Fleet is told apart', () => {
    expect(parseElasticStatus(answer(2))).toEqual({
      healthy: true,
      connected: true,
      version: '8.15.0',
      device_id: '00000000-0000-0000-0000-000000000001',
      evidence: [],
    });
    expect(parseElasticStatus(answer(3, 4))).toMatchObject({ healthy: false, connected: false });
  });

  it('decides nothing while it starts, or without such a component', () => {
    for (const passing of [0, 1, 7, 99, '2']) {
      expect(parseElasticStatus(answer(passing, passing))).not.toHaveProperty('healthy');
      expect(parseElasticStatus(answer(passing, passing))).not.toHaveProperty('connected');
    }
    for (const text of ['', 'null', '[]', '{"components":{}}', '{"state":2}']) {
      expect(parseElasticStatus(text)).not.toHaveProperty('healthy');
    }
  });
});

describe("sentinelctl's answer", () => {
  const VERSION = 'Agent version: 30.1.1.10\nSentinelCTL version: 30.1.1.10\nGit hash: 123456789abcde\n';
  const ENGINES =
    'DFI engine                          Enabled\nDynamic engine                      Enabled\n';
  const CONTROL = 'Agent state      Enabled\n\nProcess Name     PID\norchestrator     901\n';
  const MANAGEMENT =
    'Anti Tamper                      On\nConnectivity                     On\nSite-Key                         12345abcdef6789\nUUID                             123a123-12d12-1234-ab0c-1234bd1234\n';

  it('is healthy with agent and engines at work, and never holds the site key', () => {
    const health = parseSentinelctl([VERSION, ENGINES, CONTROL, MANAGEMENT].join('\n'));
    expect(health).toEqual({
      healthy: true,
      version: '30.1.1.10',
      connected: true,
      tamper_protection: true,
      mode: 'active',
      device_id: '123a123-12d12-1234-ab0c-1234bd1234',
      evidence: [],
    });
  });

  it('is unhealthy with the agent or one engine off', () => {
    const off = (text: string) => text.replace('Enabled', 'Disabled');
    expect(parseSentinelctl([ENGINES, off(CONTROL)].join('\n'))).toMatchObject({
      healthy: false,
      mode: 'off',
    });
    expect(parseSentinelctl([off(ENGINES), CONTROL].join('\n'))).toMatchObject({ healthy: false });
    expect(parseSentinelctl(MANAGEMENT.replaceAll(' On', ' Off'))).toMatchObject({
      connected: false,
      tamper_protection: false,
    });
  });

  it('decides nothing from half an answer', () => {
    expect(parseSentinelctl(CONTROL)).not.toHaveProperty('healthy');
    expect(parseSentinelctl('')).toEqual({ evidence: [] });
  });

  it('needs all four parts', async () => {
    const exec = scriptedExec({ 'sentinelctl version': VERSION, 'sentinelctl control status': CONTROL });
    expect(await sentinelHealth(treeContext({}, exec))).toEqual({
      evidence: [{ kind: 'healthy', basis: 'sentinelctl engines status: missing' }],
    });
  });
});

describe("Wazuh's state", () => {
  it('is connected, disconnected or neither', () => {
    expect(parseWazuhState("status='connected'\n")).toMatchObject({ healthy: true, connected: true });
    expect(parseWazuhState("status='disconnected'\n")).toMatchObject({ healthy: false, connected: false });
    expect(parseWazuhState("status='pending'\n")).not.toHaveProperty('healthy');
  });
});

describe("ClamAV's definitions", () => {
  const DAILY = '/var/lib/clamav/daily.cvd';
  const header = 'ClamAV-VDB:28 Dec 2025 20-30 -0330:27860:2077083:90:0:x:y:1766966400';

  it('are as old as they say, however late they were written here, and however big', async () => {
    const context = treeContext({ [DAILY]: `${header.padEnd(512)}${'x'.repeat(2_000_000)}` });
    const at = context.now() / 1000;
    utimesSync(join(context.files.root, DAILY), at, at);
    expect(await clamavHealth(context)).toEqual({
      definitions_age_s: 3 * 86_400,
      evidence: [{ kind: 'healthy', basis: `${DAILY}: version 27860` }],
    });
  });

  it.each(['', 'ClamAV-VDB:', header.replace('Dec', '12'), header.replace(':27860:', ':x:')])(
    'are not told by another header: %j',
    (text) => {
      expect(parseClamavHeader(text)).toBeUndefined();
    },
  );

  it('are as old as their file where they do not say', async () => {
    const context = treeContext({ '/var/lib/clamav/daily.cld': '' });
    const at = context.now() / 1000 - 3 * 86_400 - 60;
    utimesSync(join(context.files.root, '/var/lib/clamav/daily.cld'), at, at);
    expect(await clamavHealth(context)).toMatchObject({ definitions_age_s: 3 * 86_400 });
    expect(await clamavHealth(treeContext({}))).toEqual({ evidence: [] });
  });
});

describe("Carbon Black's answer", () => {
  const answer = (state: string, registered: string) =>
    `General Info:\n\tSensor Version: 2.15.0.1\nSensor Status:\n\tState: ${state}\nCloud Status:\n\tRegistered: ${registered}\n`;

  it('is healthy when enabled and registered, on Linux as well', () => {
    expect(parseRepcli(answer('Enabled', 'Yes'))).toEqual({
      healthy: true,
      version: '2.15.0.1',
      evidence: [],
    });
    expect(parseRepcli(answer('Bypass', 'Yes'))).toMatchObject({ healthy: false });
    expect(parseRepcli(answer('Enabled', 'No'))).toMatchObject({ healthy: false, connected: false });
    expect(parseRepcli('nothing known')).not.toHaveProperty('healthy');
  });
});

describe("Cortex XDR's answer", () => {
  const INFO = 'Cortex XDR (R) supervisor tool 8.2.1.120305\n(c) somebody\n';
  const rows = (state: string, pid = '1092') =>
    `      Name       PID     User     Status     Command\n      clad   1716   cortexu+   Running   /opt/traps/analyzerd/clad\n      pmd   ${pid}   root   ${state}   /opt/traps/bin/pmd\n`;

  it('is healthy while its protection daemon runs', () => {
    expect(parseCytool(INFO, rows('Running'))).toEqual({
      healthy: true,
      version: '8.2.1.120305',
      evidence: [],
    });
    expect(parseCytool(INFO, rows('Stopped', 'N/A'))).toMatchObject({
      healthy: false,
      evidence: [{ kind: 'healthy', basis: 'cytool: pmd Stopped' }],
    });
  });

  it('decides nothing from what is not that table, or from a refusal', async () => {
    expect(parseCytool(INFO, 'pmd is running')).not.toHaveProperty('healthy');
    const context = treeContext({}, scriptedExec({ 'cytool info': INFO }));
    expect(await cortexHealth(context)).toEqual({
      evidence: [{ kind: 'healthy', basis: 'cytool runtime query: missing' }],
    });
  });
});

describe("Bitdefender's answer", () => {
  const answer = (status: string, updated: string) =>
    `Product version: 7.0.3.2239\nLast security content update: ${updated}\nFeatures:\n  - Antimalware status: ${status}\n`;
  const NOW = Date.UTC(2026, 0, 5, 12);

  it('is healthy while its search for malware is on, with the age of what it searches by', () => {
    expect(parseBduitool(answer('On', '2026-01-05 at 11:30:00 GMT+2'), NOW)).toEqual({
      healthy: true,
      version: '7.0.3.2239',
      definitions_age_s: 2 * 3600,
      evidence: [],
    });
    expect(parseBduitool(answer('Off', 'never'), NOW)).toEqual({
      healthy: false,
      version: '7.0.3.2239',
      evidence: [{ kind: 'healthy', basis: 'bduitool: antimalware Off' }],
    });
    expect(parseBduitool('Product version: 7', NOW)).not.toHaveProperty('healthy');
  });
});
