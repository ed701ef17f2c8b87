import { describe, expect, it } from 'vitest';
import { plistOf, scriptedExec, type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { MAC_PRODUCTS } from './mac-products.ts';
import { createEdrOnMacos } from './macos.ts';
import { LINUX_PRODUCTS } from './products.ts';

const LIST = 'systemextensionsctl list';
const PS = 'ps -axo pid=,uid=,comm=';
const FALCON_INFO = 'falconctl info';
const FALCON = { '/Applications/Falcon.app/Contents/Info.plist': 'x' };
const QUIET = '    1     0 /sbin/launchd\n  312   501 /Applications/Safari.app/Contents/MacOS/Safari\n';

const extensions = (...rows: string[]) =>
  [
    `${rows.length} extension(s)`,
    "--- com.apple.system_extension.endpoint_security (Go to 'System Settings > General' to modify these)",
    'enabled\tactive\tteamID\tbundleID (version)\tname\t[state]',
    ...rows,
    '',
  ].join('\n');
const row = (team: string, bundle: string, state: string, stars = '*\t*') =>
  `${stars}\t${team}\t${bundle}\tSensor\t[${state}]`;
const FALCON_ON = row('X9E956P446', 'com.crowdstrike.falcon.Agent (7.10/7.10)', 'activated enabled');

const contextOf = (tree: Record<string, TreeEntry>, answers: Parameters<typeof scriptedExec>[0]) =>
  treeContext(tree, scriptedExec({ [LIST]: '0 extension(s)\n', [PS]: QUIET, ...answers }));
const observe = (tree: Record<string, TreeEntry>, answers: Parameters<typeof scriptedExec>[0] = {}) =>
  createEdrOnMacos().observe(contextOf(tree, answers));

describe('endpoint protection on macOS', () => {
  it('is absent when nothing known is installed or active', async () => {
    expect(await observe({})).toMatchObject({ status: 'absent' });
  });

  it('is unknown when what runs cannot be seen', async () => {
    expect(await createEdrOnMacos().observe(treeContext({}))).toMatchObject({ reason: 'tool_missing' });
    expect(await observe({}, { [LIST]: 'keine Erweiterungen' })).toMatchObject({ status: 'unknown' });
  });

  it('runs when its extension is activated and enabled', async () => {
    expect(await observe(FALCON, { [LIST]: extensions(FALCON_ON) })).toMatchObject({
      status: 'ok',
      value: {
        products: [
          {
            product: 'crowdstrike-falcon',
            kind: 'edr',
            installed: true,
            running: true,
            version: '7.10',
            evidence: [
              { kind: 'installed', basis: 'path /Applications/Falcon.app' },
              { kind: 'running', basis: 'system extension com.crowdstrike.falcon.Agent activated enabled' },
              { kind: 'signature', basis: 'com.crowdstrike.falcon.Agent by team X9E956P446' },
              { kind: 'healthy', basis: 'falconctl: missing' },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['waits for the person', 'activated waiting for user'],
    ['is switched off', 'activated disabled'],
    ['is being removed', 'terminated waiting to uninstall on reboot'],
  ])('does not run while its extension %s', async (_, state) => {
    const list = extensions(row('X9E956P446', 'com.crowdstrike.falcon.Agent (7.10/7.10)', state, '\t'));
    expect(await observe(FALCON, { [LIST]: list })).toMatchObject({
      value: { products: [{ installed: true, running: false }] },
    });
  });

  it('is installed by its extension alone, until that is being removed', async () => {
    const leaving = row(
      'X9E956P446',
      'com.crowdstrike.falcon.Agent (7.10/7.10)',
      'terminated waiting to uninstall on reboot',
    );
    expect(await observe({}, { [LIST]: extensions(FALCON_ON) })).toMatchObject({
      value: { products: [{ installed: true, running: true }] },
    });
    expect(await observe({}, { [LIST]: extensions(leaving) })).toMatchObject({
      value: { products: [{ installed: false, running: false }] },
    });
  });

  it("does not run by an extension that is not its vendor's", async () => {
    const forged = row('AAAAAAAAAA', 'com.crowdstrike.falcon.Agent (9.9/9.9)', 'activated enabled');
    expect(await observe({}, { [LIST]: extensions(forged) })).toMatchObject({
      value: {
        products: [
          {
            installed: false,
            running: false,
            evidence: [{ kind: 'contradiction', basis: expect.stringContaining('signed by AAAAAAAAAA') }],
          },
        ],
      },
    });
  });

  it('leaves open whether it runs when extensions cannot be listed', async () => {
    const outcome = await observe(FALCON, { [LIST]: '2 extension(s)\nnothing that we can read\n' });
    expect(outcome).toMatchObject({ value: { products: [{ installed: true }] } });
    expect(outcome).not.toHaveProperty('value.products.0.running');
  });

  it('does not run by the name of a process where there is an extension', async () => {
    const tree = { '/Library/Sentinel/sentinel-agent.bundle/Contents/Info.plist': 'x' };
    const ps = '  99     0 /Library/Sentinel/sentinel-agent.bundle/Contents/MacOS/sentineld\n';
    expect(await observe(tree, { [PS]: ps })).toMatchObject({
      value: { products: [{ product: 'sentinelone', running: false }] },
    });
  });

  it("runs by root's own daemon where there is no extension", async () => {
    const tree = { '/Library/Ossec/bin/wazuh-agentd': 'x' };
    const ps = (uid: number) => ` 400 ${uid} /Library/Ossec/bin/wazuh-agentd\n`;
    expect(await observe(tree, { [PS]: ps(0) })).toMatchObject({ value: { products: [{ running: true }] } });
    expect(await observe(tree, { [PS]: ps(501) })).toMatchObject({
      value: { products: [{ running: false }] },
    });
    const unseen = await observe(tree, { [PS]: '\n' });
    expect(unseen).not.toHaveProperty('value.products.0.running');
  });
});

describe("a product's own word on macOS", () => {
  const firstProduct = async (path: string, answers: Record<string, string>) =>
    observe({ [`${path}/x`]: 'x' }, answers).then((outcome) =>
      outcome.status === 'ok' ? outcome.value.products[0] : undefined,
    );
  const info = {
    aid: '1'.repeat(32),
    cid: '0'.repeat(32),
    falcon_version: '7.26.19707.0',
    rfm: false,
    sensor_loaded: true,
  };

  it('is read from falconctl', async () => {
    const falcon = (given: object) =>
      firstProduct('/Applications/Falcon.app', { [FALCON_INFO]: plistOf({ ...info, ...given }) });
    expect(await falcon({})).toMatchObject({ healthy: true, version: '7.26.19707.0', mode: 'active' });
    expect(await falcon({ rfm: true })).toMatchObject({ healthy: false, mode: 'reduced' });
    expect(await falcon({ sensor_loaded: false })).toMatchObject({ healthy: false });
    expect(await falcon({ aid: 'none' })).not.toHaveProperty('healthy');
    expect(await firstProduct('/Applications/Falcon.app', { [FALCON_INFO]: 'what?' })).toMatchObject({
      evidence: [{}, { basis: 'falconctl info: answer not understood' }],
    });
    expect(JSON.stringify(await falcon({}))).not.toContain(info.cid);
  });

  it('is read from sentinelctl', async () => {
    const sentinel = (text: string) =>
      firstProduct('/Library/Sentinel/sentinel-agent.bundle', { 'sentinelctl status': text });
    const status = ({ protection = 'enabled', ready = 'yes', missing = '' } = {}) =>
      `Agent\n   Version:                           24.1.2.7444\n   ID:                                11111111-2222-3333-4444-555555555555\n   Missing Authorizations:            ${missing}\n   Ready:                             ${ready}\n   Protection:                        ${protection}\nDaemons\n   Services\n      Shell:                          ready\nManagement\n   Server:                            https://example.invalid\n   Site Key:                          secret\n   Connected:                         yes\n`;
    expect(await sentinel(status())).toMatchObject({
      healthy: true,
      connected: true,
      version: '24.1.2.7444',
      mode: 'active',
      device_id: '11111111-2222-3333-4444-555555555555',
    });
    expect(await sentinel(status({ protection: 'disabled' }))).toMatchObject({ healthy: false, mode: 'off' });
    expect(await sentinel(status({ ready: 'no' }))).toMatchObject({ healthy: false });
    expect(await sentinel(status({ missing: 'Full Disk Access' }))).toMatchObject({ healthy: false });
    expect(await sentinel('Agent\n')).not.toHaveProperty('healthy');
    expect(JSON.stringify(await sentinel(status()))).not.toContain('secret');
  });

  it('is read from repcli', async () => {
    const repcli = (text: string) =>
      firstProduct('/Applications/VMware Carbon Black Cloud', { 'repcli status': text });
    const status = (state: string, details: string, registered: string) =>
      `General Info: \n    Sensor Version: 3.8.0.1\nSensor State: \n    State: ${state}\n    Details: \n        ${details}\nCloud Status: \n    Registered: ${registered}\n`;
    expect(await repcli(status('Enabled', '', 'Yes'))).toMatchObject({ healthy: true, version: '3.8.0.1' });
    expect(await repcli(status('Bypass', '', 'Yes'))).toMatchObject({ healthy: false });
    expect(await repcli(status('Enabled', 'FullDiskAccess:NotEnabled', 'Yes'))).toMatchObject({
      healthy: false,
    });
    expect(await repcli(status('Enabled', '', 'No'))).toMatchObject({ healthy: false, connected: false });
    expect(await repcli('?')).not.toHaveProperty('healthy');
  });

  it('is read from mdatp and from the state file of Wazuh, as on Linux', async () => {
    const mdatp = {
      'mdatp health --output json': '{"healthy":true,"licensed":true,"appVersion":"101.98.30"}',
    };
    expect(await firstProduct('/Applications/Microsoft Defender.app', mdatp)).toMatchObject({
      product: 'microsoft-defender',
      healthy: true,
    });
    const tree = {
      '/Library/Ossec/bin/wazuh-agentd': 'x',
      '/Library/Ossec/var/run/wazuh-agentd.state': "status='connected'\n",
    };
    expect(await observe(tree)).toMatchObject({
      value: { products: [{ product: 'wazuh', connected: true }] },
    });
  });

  it('is asked again only after a quarter of an hour', async () => {
    let now = Date.UTC(2026, 0, 1);
    let calls = 0;
    const base = contextOf(FALCON, { [FALCON_INFO]: plistOf(info) });
    const context: typeof base = {
      ...base,
      now: () => now,
      exec: {
        run(command, args) {
          if (command === 'falconctl') calls++;
          return base.exec.run(command, args);
        },
      },
    };
    const probe = createEdrOnMacos();
    await probe.observe(context);
    now += 5 * 60_000;
    expect(await probe.observe(context)).toMatchObject({ value: { products: [{ healthy: true }] } });
    expect(calls).toBe(1);
    now += 11 * 60_000;
    await probe.observe(context);
    expect(calls).toBe(2);
  });
});

it('names products as on Linux, each once', () => {
  const ids = MAC_PRODUCTS.map(({ product }) => product);
  expect(new Set(ids).size).toBe(ids.length);
  const onlyHere = ids.filter((id) => !LINUX_PRODUCTS.some(({ product }) => product === id));
  expect(onlyHere).toEqual(['jamf-protect', 'malwarebytes', 'cylance']);
});
