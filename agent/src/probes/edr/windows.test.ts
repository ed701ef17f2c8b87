import { describe, expect, it } from 'vitest';
import { type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { createCimBatch } from '../cim/cim-batch.ts';
import { cimAnswers } from '../cim/test-cim.ts';
import { LINUX_PRODUCTS } from './products.ts';
import { createEdrOnWindows } from './windows.ts';
import { WINDOWS_PRODUCTS } from './windows-products.ts';
import { toProgram } from './windows-services.ts';

const SERVICES = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const service = (name: string, imagePath: string, start = '0x2') => ({
  [`${SERVICES}\\${name}`]: { Start: `REG_DWORD ${start}`, ImagePath: `REG_EXPAND_SZ ${imagePath}` },
});
const FALCON = service('CSFalconService', '"C:\\Program Files\\CrowdStrike\\CSFalconService.exe"');
const FALCON_IDS =
  'HKLM\\SYSTEM\\CrowdStrike\\{9b03c1d9-3138-44ed-9fae-d9f4c034b88d}\\{16e0423f-7058-48c9-a204-725362b67639}\\Default';
const DEFENDER = service(
  'WinDefend',
  '"C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.25080.5-0\\MsMpEng.exe"',
);
const SENSE = service(
  'Sense',
  '"%ProgramFiles%\\Windows Defender Advanced Threat Protection\\MsSense.exe"',
  '0x3',
);
const ONBOARDING = 'HKLM\\SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status';
const WELL = {
  mode: 'Normal',
  service: true,
  antivirus: true,
  real_time: true,
  tamper: true,
  signature_age_days: 1,
  version: '4.18.25080.5',
};

const observe = (windows: FakeWindows, tree: Record<string, TreeEntry> = {}) =>
  createEdrOnWindows(createCimBatch()).observe(treeContext(tree, fakeWindows(windows)));
const withCim = (parts: Parameters<typeof cimAnswers>[0]) => ({ programs: cimAnswers(parts) });

describe('the table of products', () => {
  it('has the same ids, vendors and kinds as on Linux', () => {
    for (const { product, vendor, kind } of WINDOWS_PRODUCTS) {
      const elsewhere = LINUX_PRODUCTS.find((linux) => linux.product === product);
      if (elsewhere)
        expect({ product, vendor, kind }).toMatchObject({ vendor: elsewhere.vendor, kind: elsewhere.kind });
    }
  });
});

describe('endpoint protection', () => {
  it('is absent when none of its services is there', async () => {
    expect(await observe({ services: {}, ...withCim({ antivirus: [] }) })).toMatchObject({
      status: 'absent',
    });
    expect(await observe({ services: {}, ...withCim({ antivirus: '0x8004100e' }) })).toMatchObject({
      status: 'absent',
    });
  });

  it('is unknown when none of its services is there, and nobody tells what else has registered', async () => {
    expect(await observe({ services: {} })).toMatchObject({ status: 'unknown', reason: 'tool_missing' });
    expect(await observe({ services: {}, ...withCim({ antivirus: 'AccessDenied' }) })).toMatchObject({
      reason: 'permission',
    });
  });

  it('is unknown when services cannot be listed', async () => {
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'tool_missing' });
  });

  it('that is installed, enabled, running and registered says each by itself', async () => {
    const registry = { ...FALCON, [FALCON_IDS]: { AG: `REG_BINARY ${'1A'.repeat(16)}` } };
    expect(await observe({ services: { CSFalconService: 4 }, registry })).toEqual({
      status: 'ok',
      value: {
        products: [
          {
            product: 'crowdstrike-falcon',
            vendor: 'CrowdStrike',
            kind: 'edr',
            installed: true,
            running: true,
            device_id: '1a'.repeat(16),
            evidence: [
              { kind: 'installed', basis: 'service CSFalconService' },
              { kind: 'enabled', basis: 'service CSFalconService starts with the system' },
              { kind: 'running', basis: 'service CSFalconService: running' },
              { kind: 'connected', basis: 'registry: has an agent id' },
            ],
          },
        ],
      },
    });
  });

  it('that never registered is not healthy', async () => {
    const registry = { ...FALCON, [FALCON_IDS]: { CU: 'REG_BINARY 00' } };
    expect(await observe({ services: { CSFalconService: 4 }, registry })).toMatchObject({
      value: { products: [{ running: true, healthy: false, connected: false }] },
    });
  });

  it.each([1, 3, 7])('whose service is in state %i does not run', async (state) => {
    expect(await observe({ services: { CSFalconService: state }, registry: FALCON })).toMatchObject({
      value: { products: [{ installed: true, running: false }] },
    });
  });

  describe('by its program', () => {
    const PATH = 'C:\\Program Files\\CrowdStrike\\CSFalconService.exe';
    const FILE = {
      service: 'CSFalconService',
      path: PATH,
      version: '7.29.20108.0',
      signature: 0,
      signer: 'CrowdStrike, Inc.',
    };
    const observeFile = async (file: object) => {
      const cim = withCim({ programs: [file] });
      const outcome = await observe({ services: { CSFalconService: 4 }, registry: FALCON, ...cim });
      return (outcome as { value: { products: { version?: string; evidence: object[] }[] } }).value
        .products[0];
    };
    const basis = (rest: string) => `program of service CSFalconService ${rest}`;

    it('has a version, and says who signed it', async () => {
      expect(await observeFile(FILE)).toMatchObject({
        version: '7.29.20108.0',
        evidence: expect.arrayContaining([
          { kind: 'signature', basis: basis('is signed by CrowdStrike, Inc.') },
        ]),
      });
    });

    it.each([
      [2, 'is not signed'],
      [3, 'was changed after it was signed'],
      [4, 'is signed by nobody whom this system trusts'],
    ])('contradicts itself with signature status %i', async (signature, words) => {
      expect(await observeFile({ ...FILE, signature })).toMatchObject({
        evidence: expect.arrayContaining([{ kind: 'contradiction', basis: basis(words) }]),
      });
    });

    it.each([
      [{ signature: 1 }, 'a status that says nothing'],
      [{ signer: 'x\u0000y' }, 'a signer with control characters'],
      [{ path: 'C:\\Program Files\\CrowdStrike\\Other.exe' }, 'another program'],
    ])('tells nothing with %j: %s', async (changed, _what) => {
      const product = await observeFile({ ...FILE, version: '0.0.0.0', ...changed });
      expect(JSON.stringify(product)).not.toContain('program of service');
      expect(product).not.toHaveProperty('version');
    });
  });

  it('does not run by a helper, when the service that protects is stopped', async () => {
    const below = 'C:\\Program Files\\Trend Micro\\Security Agent';
    const registry = {
      ...service('ntrtscan', `"${below}\\ntrtscan.exe"`),
      ...service('tmlisten', `"${below}\\tmlisten.exe"`),
    };
    expect(await observe({ services: { ntrtscan: 1, tmlisten: 4 }, registry })).toMatchObject({
      value: { products: [{ product: 'trend-micro', installed: true, running: false }] },
    });
    expect(await observe({ services: { tmlisten: 4 }, registry })).toMatchObject({
      value: { products: [{ running: true }] },
    });
  });

  it('is not a service of that name that runs from elsewhere', async () => {
    const registry = service('CSFalconService', 'C:\\Users\\ann\\CSFalconService.exe -k');
    expect(await observe({ services: { CSFalconService: 4 }, registry })).toMatchObject({
      value: { products: [{ installed: false, running: false, evidence: [{ kind: 'contradiction' }] }] },
    });
  });

  it('may run or not where nobody tells from where', async () => {
    const outcome = await observe({ services: { CSFalconService: 4 } });
    expect(outcome).toMatchObject({ value: { products: [{ installed: true }] } });
    expect(outcome).not.toHaveProperty('value.products.0.running');
  });

  it.each([
    ['0x1', true],
    ['0x0', false],
  ])('of Sophos says whether it resists being switched off: %s', async (enabled, resists) => {
    const name = 'Sophos Endpoint Defense Service';
    const registry = {
      ...service(name, '"C:\\Program Files\\Sophos\\Endpoint Defense\\SEDService.exe"'),
      [`${SERVICES}\\Sophos Endpoint Defense\\TamperProtection\\Config`]: {
        SEDEnabled: `REG_DWORD ${enabled}`,
      },
    };
    expect(await observe({ services: { [name]: 4 }, registry })).toMatchObject({
      value: { products: [{ product: 'sophos', running: true, tamper_protection: resists }] },
    });
  });

  it("of SentinelOne has its directory's version", async () => {
    const path = '"C:\\Program Files\\SentinelOne\\Sentinel Agent 23.4.2.14\\SentinelAgent.exe"';
    expect(
      await observe({ services: { SentinelAgent: 4 }, registry: service('SentinelAgent', path) }),
    ).toMatchObject({
      value: { products: [{ product: 'sentinelone', running: true, version: '23.4.2.14' }] },
    });
  });
});

describe('Defender', () => {
  const observeDefender = (status: object, state = 4) =>
    observe({ services: { WinDefend: state }, registry: DEFENDER, ...withCim({ defender: [status] }) });

  it('says of itself what it is and how it is', async () => {
    expect(await observeDefender(WELL)).toMatchObject({
      value: {
        products: [
          {
            product: 'microsoft-defender-antivirus',
            kind: 'antivirus',
            running: true,
            healthy: true,
            version: '4.18.25080.5',
            tamper_protection: true,
            mode: 'active',
            definitions_age_s: 86_400,
          },
        ],
      },
    });
  });

  it.each([
    [{ real_time: false }, { healthy: false, mode: 'active' }],
    [{ mode: 'Not running' }, { healthy: false, mode: 'off' }],
    [{ mode: 'SxS Passive Mode', real_time: false }, { mode: 'passive' }],
    [{ mode: 'EDR Block Mode' }, { mode: 'passive' }],
  ])('with %j', async (changed, expected) => {
    expect(await observeDefender({ ...WELL, ...changed })).toMatchObject({
      value: { products: [expected] },
    });
  });

  it('claims nothing that it did not say', async () => {
    const outcome = await observeDefender({ mode: 'Neuer Modus', signature_age_days: 4_294_967_295 });
    for (const field of ['healthy', 'mode', 'definitions_age_s', 'tamper_protection']) {
      expect(outcome).not.toHaveProperty(`value.products.0.${field}`);
    }
    const { real_time: _, ...rest } = WELL;
    expect(await observeDefender(rest)).not.toHaveProperty('value.products.0.healthy');
  });

  it('is asked anew when somebody has moved the switch of its real-time protection', async () => {
    const SWITCH = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Real-Time Protection';
    const probe = createEdrOnWindows(createCimBatch());
    const look = async (status: object, disabled?: string) => {
      const registry = {
        ...DEFENDER,
        [SWITCH]: disabled ? { DisableRealtimeMonitoring: `REG_DWORD ${disabled}` } : {},
      };
      const windows = { services: { WinDefend: 4 }, registry, ...withCim({ defender: [status] }) };
      return probe.observe(treeContext({}, fakeWindows(windows)));
    };
    const off = { ...WELL, real_time: false };
    expect(await look(WELL)).toMatchObject({ value: { products: [{ healthy: true }] } });
    expect(await look(off)).toMatchObject({ value: { products: [{ healthy: true }] } });
    expect(await look(off, '0x1')).toMatchObject({ value: { products: [{ healthy: false }] } });
    expect(await look(WELL, '0x1')).toMatchObject({ value: { products: [{ healthy: false }] } });
    expect(await look(WELL)).toMatchObject({ value: { products: [{ healthy: true }] } });
  });

  it('that is stopped is not asked', async () => {
    expect(await observeDefender(WELL, 1)).not.toHaveProperty('value.products.0.healthy');
  });
});

describe('Defender for Endpoint', () => {
  it('is not there as long as the service that comes with Windows sleeps', async () => {
    const sleeping = { services: { Sense: 1 }, registry: SENSE, ...withCim({ antivirus: [] }) };
    expect(await observe(sleeping)).toMatchObject({ status: 'absent' });
  });

  it.each([
    ['0x1', { product: 'microsoft-defender', running: true }],
    ['0x0', { running: true, healthy: false, connected: false }],
  ])('with onboarding state %s', async (state, expected) => {
    const registry = { ...SENSE, [ONBOARDING]: { OnboardingState: `REG_DWORD ${state}` } };
    expect(await observe({ services: { Sense: 4 }, registry })).toMatchObject({
      value: { products: [expected] },
    });
  });
});

describe('Windows Security Center', () => {
  it.each([
    [266_240, { running: true, healthy: true }],
    [266_256, { running: true, healthy: false }],
    [262_144, { running: false, healthy: false }],
    [270_336, { running: false, healthy: false }],
  ])('with state %i of a product nobody listed', async (state, expected) => {
    const outcome = await observe({
      services: {},
      ...withCim({ antivirus: [{ name: 'Avast Antivirus', state }] }),
    });
    expect(outcome).toMatchObject({
      value: { products: [{ product: 'avast-antivirus', kind: 'antivirus', ...expected }] },
    });
  });

  it('names a product by an id also where its name has no letter that fits into one', async () => {
    const cim = withCim({ antivirus: [{ name: '火绒安全软件', state: 266_240 }] });
    expect(await observe({ services: {}, ...cim })).toMatchObject({
      value: { products: [{ product: 'unlisted', vendor: '火绒安全软件' }] },
    });
  });

  it('does not guess at states that nobody documented', async () => {
    const outcome = await observe({
      services: {},
      ...withCim({ antivirus: [{ name: 'X', state: 344_064 }] }),
    });
    expect(outcome).not.toHaveProperty('value.products.0.running');
    expect(outcome).not.toHaveProperty('value.products.0.healthy');
  });

  it('adds its word to a product whose service runs, and lists it once', async () => {
    const eset = service('ekrn', '"C:\\Program Files\\ESET\\ESET Security\\ekrn.exe"');
    const cim = withCim({ antivirus: [{ name: 'ESET Security', state: 266_240 }] });
    const outcome = await observe({ services: { ekrn: 4 }, registry: eset, ...cim });
    expect(outcome).toMatchObject({ value: { products: [{ product: 'eset', healthy: true }] } });
    expect(outcome).toHaveProperty('value.products.length', 1);
  });
});

describe("a service's program", () => {
  it.each([
    ['"C:\\Program Files\\A B\\c.exe" -run', 'c:\\program files\\a b\\c.exe'],
    ['%ProgramFiles%\\A\\b.exe', 'c:\\program files\\a\\b.exe'],
    ['\\??\\C:\\Windows\\x.sys', 'c:\\windows\\x.sys'],
    ['C:\\Program Files\\A B\\c.exe -run', 'c:\\program files\\a b\\c.exe'],
    ['C:\\Program Files\\A\\..\\..\\Users\\x.exe', undefined],
    ['', undefined],
  ])('of %s', (imagePath, program) => {
    expect(toProgram(imagePath)).toBe(program);
  });
});
