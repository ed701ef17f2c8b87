/** A TCP socket that waits for connections. */
export interface Listener {
  /** In the usual spelling: `0.0.0.0`, `127.0.0.1`, `::`. */
  address: string;
  port: number;
}

const LISTENING = '0A'; // include/net/tcp_states.h

/** What the lines of listeners include, and few others. */
export const LISTENING_MARK = ` ${LISTENING} `;

/** Reads lines of /proc/net/tcp or tcp6 (proc_pid_net(5)); those of other states or shapes are left out. */
export function parseListeners(lines: readonly string[]): Listener[] {
  return lines.flatMap((line) => {
    const [, local = '', , state] = line.trim().split(/\s+/);
    const [, address, port] = /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/.exec(local) ?? [];
    if (!address || !port || state !== LISTENING) return [];
    return { address: toAddress(address), port: Number.parseInt(port, 16) };
  });
}

/** Whether only this machine itself can reach it; an IPv4 address may come in IPv6 dress. */
export const isLoopback = ({ address }: Listener): boolean =>
  address === '::1' || /^(::ffff:)?127\./.test(address);

/** The kernel prints 32-bit words in the machine's order, which is little-endian wherever this agent runs. */
function toAddress(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => [...Buffer.from(word, 'hex').reverse()]);
  if (bytes.length === 4) return bytes.join('.');
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  if (isMapped) return `::ffff:${bytes.slice(12).join('.')}`;
  const groups = Array.from({ length: 8 }, (_, at) =>
    Buffer.from(bytes)
      .readUInt16BE(at * 2)
      .toString(16),
  );
  return shorten(groups);
}

/** RFC 5952: the longest run of zero groups becomes `::`. */
function shorten(groups: string[]): string {
  const text = groups.join(':');
  const runs = text.match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  return longest === '' ? text : text.replace(longest, '::').replace(/:{3,}/, '::');
}
