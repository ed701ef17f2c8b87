import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { mdmOnLinux } from './linux.ts';

const observe = (tree: Record<string, string>) =>
  mdmOnLinux.observe(treeContext({ '/etc/passwd': '', ...tree }));
const ANN = 'ann:x:1000:1000::/home/ann:/bin/bash\n';
const REGISTRATION = [
  "account_hint = 'ann@example.com'",
  "aad_device_hint = '00000000-0000-0000-0000-0000000000aa'",
  "device_hint = '00000000-0000-0000-0000-0000000000bb'",
].join('\n');

describe('device management', () => {
  it('is absent when none of its software is there', async () => {
    expect(await observe({})).toMatchObject({ status: 'absent' });
  });

  it('tells software that is there from a device that is enrolled', async () => {
    const orbit = { '/opt/orbit/bin/orbit': '' };
    expect(await observe(orbit)).toMatchObject({
      value: { enrolled: false, enrollments: [{ product: 'fleet', enrolled: false }] },
    });
    const enrolled = {
      ...orbit,
      '/opt/orbit/secret-orbit-node-key.txt': 'secret',
      '/opt/orbit/identifier': '11111111-2222-3333-4444-555555555555',
      '/etc/default/orbit': 'ORBIT_FLEET_URL=https://user:pass@fleet.example.com:8080/path\n',
    };
    const outcome = await observe(enrolled);
    expect(outcome).toMatchObject({
      value: {
        enrolled: true,
        enrollments: [
          {
            server: 'fleet.example.com',
            device_id: '11111111-2222-3333-4444-555555555555',
            enrolled_at_ms: expect.any(Number),
          },
        ],
      },
    });
    expect(JSON.stringify(outcome)).not.toMatch(/secret"|pass@/);
  });

  it('leaves open whether a product is enrolled that tells by no file', async () => {
    const outcome = await observe({ '/usr/bin/ws1HubUtil': '' });
    expect(outcome).toMatchObject({
      value: { enrollments: [{ product: 'workspace-one' }] },
    });
    expect(outcome).not.toHaveProperty('value.enrollments.0.enrolled');
    expect(outcome).not.toHaveProperty('value.enrolled');
  });

  it('leaves open whether Intune is enrolled where a home could not be looked into', async () => {
    const portal = { '/etc/passwd': ANN, '/usr/bin/intune-portal': '' };
    expect(await observe(portal)).toMatchObject({ value: { enrolled: false } });
    const outcome = await observe({ ...portal, '/home/ann/.config/intune/registration.toml/': '' });
    expect(outcome).toMatchObject({ value: { enrollments: [{ product: 'intune' }] } });
    expect(outcome).not.toHaveProperty('value.enrolled');
  });

  it("takes Intune's id of the device for its enrollment, without naming the person", async () => {
    const outcome = await observe({
      '/etc/passwd': ANN,
      '/usr/bin/intune-portal': '',
      '/home/ann/.config/intune/registration.toml': REGISTRATION,
    });
    expect(outcome).toMatchObject({
      value: {
        enrolled: true,
        enrollments: [{ product: 'intune', device_id: '00000000-0000-0000-0000-0000000000bb' }],
      },
    });
    expect(JSON.stringify(outcome)).not.toContain('ann');
  });

  it('finds the registration of an account that is not a local one, too', async () => {
    const outcome = await observe({
      '/etc/passwd': 'root:x:0:0::/root:/bin/bash\n',
      '/usr/bin/intune-portal': '',
      '/home/bea@example.com/.config/intune/registration.toml': REGISTRATION,
    });
    expect(outcome).toMatchObject({ value: { enrolled: true } });
    expect(JSON.stringify(outcome)).not.toContain('bea');
  });

  it('believes no registration that lies there without the software', async () => {
    const left = { '/etc/passwd': ANN, '/home/ann/.config/intune/registration.toml': REGISTRATION };
    expect(await observe(left)).toMatchObject({ value: { enrolled: false } });
    const forged = {
      ...left,
      '/usr/bin/intune-portal': '',
      '/home/ann/.config/intune/registration.toml': "device_hint = 'x'",
    };
    expect(await observe(forged)).toMatchObject({ value: { enrolled: false } });
  });
});
