import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SIGNAL_NAMES, type Signals, systemClock } from '@assay/shared';
import { uncatalogued } from '@assay/shared/signal-catalog';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collect } from '../evidence/collect.ts';
import { plistOf, scriptedExec, treeContext } from '../system/test-tree.ts';
import { fakeWindows } from '../system/windows/test-windows.ts';
import { cimAnswers } from './cim/test-cim.ts';
import { createProbeContext } from './context.ts';
import { probesFor } from './registry.ts';

async function observe(root: string): Promise<Signals> {
  const context = createProbeContext({ root, version: '0.0.0', keyStorage: 'file', clock: systemClock });
  return collect(probesFor('linux'), context, systemClock);
}

const okOf = (signals: Signals) => SIGNAL_NAMES.filter((name) => signals[name]?.status === 'ok');

const strays = (signals: Signals): string[] =>
  SIGNAL_NAMES.flatMap((name) => {
    const signal = signals[name];
    return signal?.status === 'ok' ? uncatalogued(name, signal.value) : [];
  });

describe('what is collected', () => {
  it.runIf(process.platform === 'linux')('on this machine is all in the catalogue', async () => {
    expect(strays(await observe('/'))).toEqual([]);
  });

  it('from a tree is all in the catalogue', async () => {
    const root = mkdtempSync(join(tmpdir(), 'assay-empty-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    expect(strays(await observe(root))).toEqual([]);
  });

  it('from a Mac is all in the catalogue', async () => {
    const exec = scriptedExec({
      'diskutil info -plist /': plistOf({ DeviceIdentifier: 'disk3s1s1', FileVault: true, Sealed: 'Yes' }),
      'fdesetup status': 'FileVault is On.\n',
      'csrutil status': 'System Integrity Protection status: enabled.\n',
      'spctl --status': 'assessments enabled\n',
      'xprotect version': 'Version: 5322 Installed: 2025-11-19 08:12:01 +0000\n',
      'socketfilterfw --getglobalstate': 'Firewall is enabled. (State = 1)\n',
      'softwareupdate --list --no-scan': { status: 'ok', stdout: '', stderr: 'No new software available.\n' },
      'systemextensionsctl list':
        '1 extension(s)\n*\t*\tX9E956P446\tcom.crowdstrike.falcon.Agent (7.10/7.10)\tSensor\t[activated enabled]\n',
      'ps -axo pid=,uid=,comm=': '    1     0 /sbin/launchd\n',
      'falconctl info': plistOf({
        aid: 'a'.repeat(32),
        falcon_version: '7.10.1',
        rfm: false,
        sensor_loaded: true,
      }),
      'profiles status -type enrollment': 'Enrolled via DEP: No\nMDM enrollment: Yes (User Approved)\n',
      'launchctl print-disabled system': 'disabled services = {\n\t"com.openssh.sshd" => enabled\n}\n',
    });
    const tree = { '/Library/Addigy/x': '', '/Applications/Falcon.app/x': '' };
    const signals = await collect(probesFor('macos'), treeContext(tree, exec), systemClock);
    expect(okOf(signals)).toEqual(
      expect.arrayContaining(['updates', 'disk_encryption', 'edr', 'firewall', 'kernel_integrity', 'mdm']),
    );
    expect(strays(signals)).toEqual([]);
  });

  it('from Windows is all in the catalogue', async () => {
    const path = 'C:\\Program Files\\CrowdStrike\\CSFalconService.exe';
    const exec = fakeWindows({
      services: { CSFalconService: 4, mpssvc: 4, wuauserv: 1, UsoSvc: 4 },
      registry: {
        'HKLM\\SYSTEM\\CurrentControlSet\\Services\\CSFalconService': {
          ImagePath: `REG_EXPAND_SZ "${path}"`,
        },
        'HKLM\\SYSTEM\\CurrentControlSet\\Control': { SystemStartOptions: 'REG_SZ  NOEXECUTE=OPTIN' },
      },
      programs: cimAnswers({
        volumes: [
          { drive: 'C:', device: 'c', type: 0, protection: 1, conversion: 1, percent: 100, method: 7 },
        ],
        antivirus: [{ name: 'Avast Antivirus', state: 266_240 }],
        programs: [
          {
            service: 'CSFalconService',
            path,
            version: '7.29.20108.0',
            signature: 0,
            signer: 'CrowdStrike, Inc.',
          },
        ],
        device_guard: [{ vbs: 2, running: [1, 2] }],
        tpm: [{ spec: '2.0, 0, 1.38', manufacturer: 'INTC' }],
        hardware: [{ serial: 'PF0000', uuid: '4C4C4544-0000-2010-8020-80C04F202020', version: '' }],
        update_times: [{ searched_ms: Date.UTC(2025, 11, 31), installed_ms: Date.UTC(2025, 11, 1) }],
        updates: [],
        admins: [{ path: 'WinNT://WORKGROUP/PC-1/Administrator' }],
      }),
    });
    const signals = await collect(probesFor('windows'), treeContext({}, exec), systemClock);
    expect(okOf(signals)).toEqual(
      expect.arrayContaining([
        'updates',
        'disk_encryption',
        'edr',
        'tpm',
        'kernel_integrity',
        'local_admins',
      ]),
    );
    expect(strays(signals)).toEqual([]);
  });
});
