import { SERVICE_COMMANDS } from './allowed-commands/service.ts';
import { createExec } from './exec.ts';

// Node has no datagram sockets of this family, and systemd-notify would be a process for each word.

const AF_UNIX = 1;
const SOCK_DGRAM_CLOEXEC = 2 | 0o2000000;
const MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
const FAMILY_BYTES = 2;

/** Says something to systemd; see sd_notify(3), whose words it takes. What cannot be said is lost. */
export type Notify = (state: string) => void;

/**
 * Through the C library where the runtime can call into it, else through systemd-notify. Linux only.
 * @param socket `NOTIFY_SOCKET`: a path, or a name of the abstract namespace after `@`
 */
export function openNotify(socket: string): Notify {
  let say: Promise<Notify> = openSocket(socket).catch(() => byProgram(socket));
  return (state) => {
    say = say.then((notify) => {
      notify(state);
      return notify;
    });
  };
}

/** The types are those of the C library's calls on 64-bit machines, socket(2) and sendto(2). */
async function openSocket(socket: string): Promise<Notify> {
  // Loaded only where it is needed.
  const { dlopen } = await import('node:ffi');
  const { functions: libc } = dlopen('libc.so.6', {
    socket: { arguments: ['i32', 'i32', 'i32'], return: 'i32' },
    sendto: { arguments: ['i32', 'buffer', 'u64', 'i32', 'buffer', 'u32'], return: 'i64' },
    close: { arguments: ['i32'], return: 'i32' },
  });
  const address = Buffer.concat([Buffer.alloc(FAMILY_BYTES), Buffer.from(socket.replace(/^@/, '\0'))]);
  address.writeUInt16LE(AF_UNIX);
  return (state) => {
    const message = Buffer.from(state);
    const fd = libc.socket(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
    if (fd < 0) return;
    libc.sendto(fd, message, BigInt(message.length), MSG_DONTWAIT_NOSIGNAL, address, address.length);
    libc.close(fd);
  };
}

function byProgram(socket: string): Notify {
  const commands = SERVICE_COMMANDS.linux;
  const exec = createExec({ root: '/', commands, environment: { NOTIFY_SOCKET: socket } });
  return (state) => void exec.run('systemd-notify', [state]).catch(() => {});
}
