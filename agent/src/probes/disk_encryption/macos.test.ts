import { describe, expect, it } from 'vitest';
import type { ExecResult } from '../../system/exec.ts';
import { plistOf, scriptedExec, treeContext } from '../../system/test-tree.ts';
import { diskEncryptionOnMacos } from './macos.ts';

const INFO = 'diskutil info -plist /';
const LIST = 'diskutil apfs list -plist';
const STATUS = 'fdesetup status';
const ACTIVE = 'fdesetup isactive';
const inactive: ExecResult = { status: 'exit', code: 1, stdout: 'false\n', stderr: '' };

const info = (FileVault: boolean) =>
  plistOf({
    APFSContainerReference: 'disk3',
    DeviceIdentifier: 'disk3s1s1',
    Encryption: true,
    FileVault,
    FilesystemType: 'apfs',
    MountPoint: '/',
  });

interface Given {
  device: string;
  role?: string;
  fileVault: boolean;
  encryption?: boolean;
  converting?: boolean;
}

const volume = ({ device, role, fileVault, encryption = true, converting = false }: Given) => ({
  DeviceIdentifier: device,
  CryptoMigrationOn: converting,
  Encryption: encryption,
  FileVault: fileVault,
  Locked: false,
  Name: 'Private name',
  Roles: role ? [role] : [],
});

const list = (volumes: Given[], external: Given[] = []) =>
  plistOf({
    Containers: [
      { ContainerReference: 'disk3', Volumes: volumes.map(volume) },
      { ContainerReference: 'disk5', Volumes: external.map(volume) },
    ],
  });

const usual = (fileVault: boolean, converting = false): Given[] => [
  { device: 'disk3s1', role: 'System', fileVault, converting },
  { device: 'disk3s2', role: 'Preboot', fileVault: false, encryption: false },
  { device: 'disk3s5', role: 'Data', fileVault, converting },
  { device: 'disk3s6', role: 'VM', fileVault: false },
];

const observe = (answers: Parameters<typeof scriptedExec>[0]) =>
  diskEncryptionOnMacos.observe(treeContext({}, scriptedExec(answers)));

describe('disk encryption on macOS', () => {
  it('is on with FileVault, for the system and its data', async () => {
    const answers = { [INFO]: info(true), [LIST]: list(usual(true)), [ACTIVE]: 'true\n' };
    const outcome = await observe({ ...answers, [STATUS]: 'FileVault is On.\n' });
    expect(outcome).toMatchObject({
      status: 'ok',
      value: {
        system_volume: {
          mount: '/',
          role: 'system',
          encrypted: true,
          state: 'encrypted',
          method: 'FileVault',
        },
        volumes: [
          { role: 'system', device: '/dev/disk3s1s1' },
          { role: 'home', device: '/dev/disk3s5', encrypted: true },
          { role: 'swap', encrypted: true },
        ],
      },
    });
    expect(JSON.stringify(outcome)).not.toContain('Private name');
  });

  it("is off without FileVault, though Apple's chip encrypts the disk", async () => {
    const answers = { [INFO]: info(false), [LIST]: list(usual(false)), [ACTIVE]: inactive };
    expect(await observe({ ...answers, [STATUS]: 'FileVault is Off.\n' })).toMatchObject({
      value: {
        system_volume: { encrypted: false, state: 'not_encrypted', notes: [] },
        volumes: [{}, { basis: expect.stringContaining('the chip opens by itself') }, {}],
      },
    });
  });

  it.each([
    [
      "FileVault is Off.\nDeferred enablement appears to be active for user 'jane'.\n",
      'waits for a person to sign in',
    ],
    ['FileVault is Off, but will be enabled after the next restart.\n', 'will be on after the next restart'],
    ['FileVault is Off, but needs to be restarted to finish.\n', 'needs a restart to finish'],
  ])('stays off until it is on: %s', async (text, note) => {
    const outcome = await observe({ [INFO]: info(false), [LIST]: list(usual(false)), [STATUS]: text });
    expect(outcome).toMatchObject({ value: { system_volume: { state: 'not_encrypted', notes: [note] } } });
    expect(JSON.stringify(outcome)).not.toContain('jane');
  });

  it.each([
    ['the list', list(usual(true, true)), 'FileVault is On.\n', undefined],
    [
      'its words',
      list(usual(true)),
      'FileVault is On.\nEncryption in progress: Percent completed = 41\n',
      41,
    ],
    [
      'them on the way back',
      list(usual(false)),
      'FileVault is Off.\nDecryption in progress: Percent completed = 10\n',
      10,
    ],
  ])('is being converted by %s', async (_, listed, text, progress) => {
    const outcome = await observe({ [INFO]: info(true), [LIST]: listed, [STATUS]: text });
    const system_volume = {
      encrypted: false,
      state: 'converting',
      ...(progress ? { progress_percent: progress } : {}),
    };
    expect(outcome).toMatchObject({ value: { system_volume } });
  });

  it('is told for each other volume by itself', async () => {
    const external: Given[] = [
      { device: 'disk5s1', fileVault: false, encryption: false },
      { device: 'disk5s2', fileVault: true },
    ];
    expect(await observe({ [INFO]: info(true), [LIST]: list(usual(true), external) })).toMatchObject({
      value: {
        volumes: [
          {},
          {},
          {},
          { role: 'data', device: '/dev/disk5s1', encrypted: false },
          { role: 'data', device: '/dev/disk5s2', encrypted: true },
        ],
      },
    });
  });

  it('is told by the system volume alone where the list is missing or unreadable', async () => {
    expect(await observe({ [INFO]: info(true) })).toMatchObject({
      value: { volumes: [{ encrypted: true }] },
    });
    const answers = { [INFO]: info(true), [LIST]: plistOf({ Containers: [{ Volumes: [{}] }] }) };
    expect(await observe(answers)).toMatchObject({ value: { volumes: [{ encrypted: true }] } });
  });

  it('is unknown when sources disagree', async () => {
    expect(await observe({ [INFO]: info(true), [ACTIVE]: inactive })).toMatchObject({
      status: 'unknown',
      reason: 'conflict',
      detail: 'FileVault is on by diskutil and off by fdesetup',
    });
    const answers = { [INFO]: info(true), [LIST]: list(usual(false)) };
    expect(await observe(answers)).toMatchObject({ status: 'unknown', reason: 'conflict' });
  });

  it('takes no notice of words it does not know', async () => {
    const answers = { [INFO]: info(true), [STATUS]: 'FileVault ist aktiviert.\n', [ACTIVE]: 'ja\n' };
    expect(await observe(answers)).toMatchObject({
      value: { system_volume: { encrypted: true, notes: [] } },
    });
  });

  it('is unknown without diskutil, or when it does not say', async () => {
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'tool_missing' });
    expect(await observe({ [INFO]: plistOf({ DeviceIdentifier: 'disk1s1' }) })).toMatchObject({
      reason: 'unparsed',
    });
    expect(await observe({ [INFO]: 'Could not find disk: /' })).toMatchObject({ reason: 'unparsed' });
  });
});
