import { describe, expect, it } from 'vitest';
import type { ExecResult } from '../../system/exec.ts';
import { scriptedExec, treeContext } from '../../system/test-tree.ts';
import { remoteAccessOnMacos } from './macos.ts';

const LIST = 'launchctl print-disabled system';
const SHARING = 'launchctl print system/com.apple.screensharing';
const noSuchService: ExecResult = { status: 'exit', code: 113, stdout: '', stderr: 'Could not find service' };
const list = (ssh: string, vnc?: string) =>
  `disabled services = {\n\t\t"com.apple.ftpd" => disabled\n\t\t"com.openssh.sshd" => ${ssh}\n${
    vnc ? `\t\t"com.apple.screensharing" => ${vnc}\n` : ''
  }\t}\n`;
const observe = (answers: Parameters<typeof scriptedExec>[0]) =>
  remoteAccessOnMacos.observe(treeContext({}, scriptedExec(answers)));
const SSH = { service: 'ssh', port: 22, basis: 'launchd com.openssh.sshd' };
const VNC = { service: 'vnc', port: 5900, basis: 'launchd com.apple.screensharing' };

describe('remote access to a Mac', () => {
  it.each([
    ['enabled', 'disabled', [SSH]],
    ['disabled', 'enabled', [VNC]],
    ['disabled', 'disabled', []],
    ['false', 'true', [SSH]],
  ])('is told by the switches of launchd: ssh %s, screen sharing %s', async (ssh, vnc, services) => {
    expect(await observe({ [LIST]: list(ssh, vnc) })).toEqual({ status: 'ok', value: { services } });
  });

  it('is told by what is loaded where nobody ever switched it', async () => {
    expect(await observe({ [LIST]: list('disabled'), [SHARING]: noSuchService })).toMatchObject({
      value: { services: [] },
    });
    expect(await observe({ [LIST]: list('disabled'), [SHARING]: 'service = {}' })).toMatchObject({
      value: { services: [VNC] },
    });
  });

  it('is unknown when launchd does not say', async () => {
    expect(await observe({ [LIST]: list('disabled') })).toMatchObject({ status: 'unknown', reason: 'exit' });
    expect(await observe({ [LIST]: 'Domain does not support specified action' })).toMatchObject({
      reason: 'unparsed',
    });
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'tool_missing' });
  });
});
