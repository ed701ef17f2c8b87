import { describe, expect, it } from 'vitest';
import { plistOf, scriptedExec, type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { createCimBatch } from '../cim/cim-batch.ts';
import { cimAnswers } from '../cim/test-cim.ts';
import { createEdrOnMacos } from './macos.ts';
import { createEdrOnWindows } from './windows.ts';
import { parseZta } from './zta.ts';

const AID = '1'.repeat(32);
const NOW_S = Date.UTC(2026, 0, 1) / 1000;
const CLAIMS = {
  assessment: { overall: 71, os: 64, sensor_config: 101 },
  sub: AID,
  cid: 'a customer',
  serial_number: 'C02XX0XXXXXX',
  iat: NOW_S - 60,
  exp: NOW_S + 3600,
};

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: object, header: object = { alg: 'RS256', kid: 'key-1' }) =>
  `${encode(header)}.${encode(claims)}.c2ln`;

describe("CrowdStrike's assessment", () => {
  it('is read with its scores and its key, and kept as it is', () => {
    const token = tokenOf(CLAIMS);
    expect(parseZta(`${token}\n`)).toEqual({
      product: 'crowdstrike-falcon',
      source: 'edr:crowdstrike',
      format: 'crowdstrike_zta',
      token,
      algorithm: 'RS256',
      key_id: 'key-1',
      overall: 71,
      os: 64,
      device_id: AID,
      serial: 'C02XX0XXXXXX',
      issued_at_ms: (NOW_S - 60) * 1000,
      expires_at_ms: (NOW_S + 3600) * 1000,
    });
  });

  it.each([
    ['an empty file', ''],
    ['a text', 'a.b'],
    ['claims that are none', 'e30.bm9wZQ.c2ln'],
    ['claims that are a list', `${encode({ alg: 'RS256' })}.W10.c2ln`],
    ['no algorithm', tokenOf(CLAIMS, {})],
    ['the algorithm none', tokenOf(CLAIMS, { alg: 'none' })],
    ['a secret that whoever verifies it would share', tokenOf(CLAIMS, { alg: 'HS256' })],
  ])('is not %s', (_, text) => {
    expect(parseZta(text)).toBeUndefined();
  });
});

const PLACE = '/Library/Application Support/CrowdStrike/ZeroTrustAssessment/data.zta';
const ANSWERS = {
  'systemextensionsctl list': [
    '1 extension(s)',
    '*\t*\tX9E956P446\tcom.crowdstrike.falcon.Agent (7.10/7.10)\tSensor\t[activated enabled]',
  ].join('\n'),
  'ps -axo pid=,uid=,comm=': '    1     0 /sbin/launchd\n',
  'falconctl info': plistOf({ aid: AID, falcon_version: '7.10.1', rfm: false, sensor_loaded: true }),
  'ioreg -a -rd1 -c IOPlatformExpertDevice': plistOf([{ IOPlatformSerialNumber: 'C02XX0XXXXXX' }]),
};

async function attestationOnMacos(
  claims: object,
  { answers = {}, tree = {} }: { answers?: Record<string, string>; tree?: Record<string, TreeEntry> } = {},
) {
  const falcon = { '/Applications/Falcon.app/Contents/Info.plist': 'x' };
  const context = treeContext(
    { ...falcon, ...tree, [PLACE]: tokenOf(claims) },
    scriptedExec({ ...ANSWERS, ...answers }),
  );
  const outcome = await createEdrOnMacos().observe(context);
  return outcome.status === 'ok' ? outcome.value.attestations?.[0] : undefined;
}

describe('the word of another source', () => {
  it('corroborates what the agent sees itself', async () => {
    expect(await attestationOnMacos(CLAIMS)).toMatchObject({
      source: 'edr:crowdstrike',
      agrees: ['device_id', 'serial', 'running'],
      contradicts: [],
    });
  });

  it.each([
    ['of another sensor', { sub: '2'.repeat(32) }, 'device_id is of another device'],
    ['of another machine', { serial_number: 'C02YY' }, 'serial is of another device'],
    ['that has expired', { exp: NOW_S - 1 }, 'it has expired'],
    ['from the future', { iat: NOW_S + 3600 }, 'it is from the future'],
  ])('%s contradicts it', async (_, claims, contradiction) => {
    expect(await attestationOnMacos({ ...CLAIMS, ...claims })).toMatchObject({
      contradicts: [contradiction],
    });
  });

  it('contradicts it where its sensor does not run', async () => {
    const answers = { 'systemextensionsctl list': '0 extension(s)\n' };
    expect(await attestationOnMacos(CLAIMS, { answers })).toMatchObject({
      contradicts: ['the product does not run'],
    });
  });

  it('says neither about what one of the two does not tell', async () => {
    const answers = { 'ioreg -a -rd1 -c IOPlatformExpertDevice': '', 'falconctl info': '' };
    expect(await attestationOnMacos(CLAIMS, { answers })).toMatchObject({
      agrees: ['running'],
      contradicts: [],
    });
    expect(await attestationOnMacos({ assessment: { overall: 1 } })).toMatchObject({
      overall: 1,
      agrees: ['running'],
      contradicts: [],
    });
  });
});

describe('the word of another source on Windows', () => {
  const observe = (windows: FakeWindows) =>
    createEdrOnWindows(createCimBatch()).observe(
      treeContext(
        { '/ProgramData/CrowdStrike/ZeroTrustAssessment/data.zta': tokenOf(CLAIMS) },
        fakeWindows({ services: {}, ...windows }),
      ),
    );

  it('stands alone where its product is gone, and is contradicted by that', async () => {
    expect(await observe({})).toMatchObject({
      value: { products: [], attestations: [{ agrees: [], contradicts: ['the product is not installed'] }] },
    });
  });

  it("is held against the machine's own serial number", async () => {
    const programs = (serial: string) => cimAnswers({ hardware: [{ serial, uuid: '', version: '' }] });
    expect(await observe({ programs: programs('c02xx0xxxxxx') })).toMatchObject({
      value: { attestations: [{ agrees: ['serial'] }] },
    });
    expect(await observe({ programs: programs('Default string') })).toMatchObject({
      value: { attestations: [{ agrees: [] }] },
    });
  });
});
