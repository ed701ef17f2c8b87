import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { fakeWindows } from '../../system/windows/test-windows.ts';
import { remoteAccessOnWindows } from './windows.ts';

const HEAD =
  '\r\nAktive Verbindungen\r\n\r\n  Proto  Lokale Adresse         Remoteadresse          Status\r\n';
const RPC = '  TCP    0.0.0.0:135            0.0.0.0:0              ABHÖREN\r\n';
const observe = (ipv4: string | number, ipv6: string | number = HEAD) =>
  remoteAccessOnWindows.observe(
    treeContext({}, fakeWindows({ programs: { 'netstat -an -p TCP': ipv4, 'netstat -an -p TCPv6': ipv6 } })),
  );

describe('ways in', () => {
  it('are listeners on well-known ports, in every language', async () => {
    const ipv4 = [
      HEAD,
      RPC,
      '  TCP    0.0.0.0:3389           0.0.0.0:0              ABHÖREN\r\n',
      '  TCP    127.0.0.1:5900         0.0.0.0:0              ABHÖREN\r\n',
      '  TCP    10.0.0.5:49712         10.0.0.9:22            HERGESTELLT\r\n',
      '  TCP    10.0.0.5:22            10.0.0.9:50000         HERGESTELLT\r\n',
    ].join('');
    const ipv6 = `${HEAD}  TCP    [::]:22                [::]:0                 ABHÖREN\r\n`;
    expect(await observe(ipv4, ipv6)).toEqual({
      status: 'ok',
      value: {
        services: [
          { service: 'ssh', port: 22, basis: 'tcp [::]:22 listening' },
          { service: 'rdp', port: 3389, basis: 'tcp 0.0.0.0:3389 listening' },
        ],
      },
    });
  });

  it('are listeners on the ports that ssh and rdp are set to', async () => {
    const ipv4 = ['2222', '13389', '8080'].map(
      (port) => `  TCP    0.0.0.0:${port}           0.0.0.0:0              ABHÖREN\r\n`,
    );
    const exec = fakeWindows({
      programs: { 'netstat -an -p TCP': HEAD + RPC + ipv4.join(''), 'netstat -an -p TCPv6': HEAD },
      registry: {
        'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp': {
          PortNumber: 'REG_DWORD 0x344d',
        },
      },
    });
    const tree = { '/ProgramData/ssh/sshd_config': '# Port 8080\r\nPort 2222\r\n' };
    expect(await remoteAccessOnWindows.observe(treeContext(tree, exec))).toMatchObject({
      value: {
        services: [
          { service: 'ssh', port: 2222 },
          { service: 'rdp', port: 13_389 },
        ],
      },
    });
  });

  it('may be none', async () => {
    expect(await observe(HEAD + RPC)).toEqual({ status: 'ok', value: { services: [] } });
  });

  it('are unknown where netstat does not say', async () => {
    expect(await observe(HEAD)).toMatchObject({ reason: 'unparsed' });
    expect(await observe(1)).toMatchObject({ reason: 'exit' });
    expect(await observe(HEAD + RPC, 1)).toMatchObject({ reason: 'exit' });
  });
});
