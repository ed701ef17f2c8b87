import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { remoteAccessOnLinux } from './linux.ts';
import { isLoopback, parseListeners } from './listeners.ts';
import { parseSshPorts } from './ssh-ports.ts';

const HEADING =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const line = (local: string, state = '0A') =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 1542 1 0 100 0 0 10 0\n`;

const observe = (tcp: string, tcp6?: string) =>
  remoteAccessOnLinux.observe(
    treeContext({ '/proc/net/tcp': HEADING + tcp, ...(tcp6 ? { '/proc/net/tcp6': HEADING + tcp6 } : {}) }),
  );

const ANY6 = '00000000000000000000000000000000';

describe('remote access', () => {
  it('is what waits on a well-known port for other machines', async () => {
    expect(await observe(line('00000000:0016') + line('0100A8C0:0D3D'), line(`${ANY6}:170C`))).toEqual({
      status: 'ok',
      value: {
        services: [
          { service: 'ssh', port: 22, basis: 'tcp 0.0.0.0:22 listening' },
          { service: 'rdp', port: 3389, basis: 'tcp 192.168.0.1:3389 listening' },
          { service: 'vnc', port: 5900, basis: 'tcp [::]:5900 listening' },
        ],
      },
    });
  });

  it('is not what only this machine can reach, nor a connection, nor another port', async () => {
    const mapped = '0000000000000000FFFF00000100007F';
    const loopback6 = '00000000000000000000000001000000';
    expect(
      await observe(
        line('0100007F:0016') + line('00000000:0016', '01') + line('00000000:0050'),
        line(`${mapped}:0016`) + line(`${loopback6}:0016`),
      ),
    ).toEqual({ status: 'ok', value: { services: [] } });
  });

  it('is ssh on the port that it is set to, if somebody waits there', async () => {
    const tree = {
      '/proc/net/tcp': HEADING + line('00000000:08AE') + line('00000000:0050'),
      '/etc/ssh/sshd_config': 'Include /etc/ssh/sshd_config.d/*.conf\n#Port 80\nPort 2223\n',
      '/etc/ssh/sshd_config.d/10-port.conf': 'port 2222\n',
      '/etc/ssh/sshd_config.d/ignored.bak': 'Port 80\n',
    };
    expect(await remoteAccessOnLinux.observe(treeContext(tree))).toEqual({
      status: 'ok',
      value: { services: [{ service: 'ssh', port: 2222, basis: 'tcp 0.0.0.0:2222 listening' }] },
    });
  });

  it('is unknown where the ports that ssh is set to cannot be read', async () => {
    const tree = {
      '/proc/net/tcp': HEADING + line('00000000:08AE'),
      '/etc/ssh/sshd_config': { link: 'sshd_config' },
    };
    expect(await remoteAccessOnLinux.observe(treeContext(tree))).toMatchObject({ status: 'unknown' });
  });

  it('is unknown where connections are hidden', async () => {
    expect(await remoteAccessOnLinux.observe(treeContext({}))).toMatchObject({ reason: 'namespace' });
  });
});

it('is told on a machine with more connections than fit into any limit', async () => {
  const connections = line('0100007F:C350', '06').repeat(20_000);
  expect(await observe(connections + line('00000000:0016') + connections)).toMatchObject({
    value: { services: [{ service: 'ssh', port: 22 }] },
  });
});

it.each([
  ['Port 2222', [2222]],
  ['  port\t=  2222 # for the branch', [2222]],
  ['ListenAddress 192.0.2.1:2222\r\nListenAddress [2001:db8::1]:2223\r\n', [2222, 2223]],
  ['#Port 2222\nPort\nPort 0\nPort 99999\nPortal 2222\nListenAddress 192.0.2.1\nListenAddress ::', []],
])('the ports of ssh by %j are %j', (text, ports) => {
  expect(parseSshPorts(text)).toEqual(ports);
});

describe('listeners', () => {
  it('spell addresses as people do', () => {
    const address = (hex: string) => parseListeners([line(`${hex}:0016`)])[0]?.address;
    expect(address('00000000')).toBe('0.0.0.0');
    expect(address(ANY6)).toBe('::');
    expect(address('B80D0120000000000000000001000000')).toBe('2001:db8::1');
    expect(address('000080FE000000000000000001000000')).toBe('fe80::1');
  });

  it('know the loopback in all its dresses', () => {
    const at = (address: string) => isLoopback({ address, port: 22 });
    expect(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'].every(at)).toBe(true);
    expect(['0.0.0.0', '::', '10.127.0.1', '::ffff:10.0.0.1'].some(at)).toBe(false);
  });

  it('never fail on other text', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseListeners([text]))));
  });
});
