import { isIP } from 'node:net';

/** Whose connection a proxy hands on. */
export interface ProxyHeader {
  /** Null: the proxy's own, to see whether somebody is there. */
  peer: { remoteAddress: string; remotePort: number } | null;
  /** Bytes that it took; what follows is the connection's. */
  length: number;
}

const SIGNATURE = Buffer.from('\r\n\r\n\0\r\nQUIT\n', 'latin1');
const LONGEST_LINE = 107;
const FIXED = 16;
const LOCAL = 0x20;
const PROXY = 0x21;
const TCP4 = 0x11;
const TCP6 = 0x21;

/**
 * Reads the beginning of a connection by the PROXY protocol, version 1 or 2
 * (https://www.haproxy.org/download/2.6/doc/proxy-protocol.txt, sections 2.1 and 2.2).
 * @returns null: more bytes are needed
 * @throws RangeError it begins with something else
 */
export function readProxyHeader(bytes: Buffer): ProxyHeader | null {
  const known = Math.min(bytes.length, SIGNATURE.length);
  if (bytes.subarray(0, known).equals(SIGNATURE.subarray(0, known))) return readBinary(bytes);
  return readLine(bytes);
}

function readBinary(bytes: Buffer): ProxyHeader | null {
  if (bytes.length < FIXED) return null;
  const length = FIXED + bytes.readUInt16BE(14);
  if (bytes.length < length) return null;
  const command = bytes[12];
  if (command === LOCAL) return { peer: null, length };
  if (command !== PROXY) throw unexpected();
  const addresses = bytes.subarray(FIXED, length);
  if (bytes[13] === TCP4 && addresses.length >= 12) {
    const remoteAddress = [...addresses.subarray(0, 4)].join('.');
    return { peer: { remoteAddress, remotePort: addresses.readUInt16BE(8) }, length };
  }
  if (bytes[13] === TCP6 && addresses.length >= 36) {
    const groups = Array.from({ length: 8 }, (_, i) => addresses.readUInt16BE(2 * i).toString(16));
    return { peer: { remoteAddress: groups.join(':'), remotePort: addresses.readUInt16BE(32) }, length };
  }
  throw unexpected();
}

function readLine(bytes: Buffer): ProxyHeader | null {
  const end = bytes.indexOf('\r\n');
  const text = bytes.toString('latin1', 0, end < 0 ? Math.min(bytes.length, LONGEST_LINE) : end);
  const begins = 'PROXY '.startsWith(text.slice(0, 6)) && text.length <= LONGEST_LINE;
  if (end < 0) {
    if (begins && bytes.length < LONGEST_LINE) return null;
    throw unexpected();
  }
  const length = end + 2;
  const [, protocol, remoteAddress = '', , port = '', ...more] = text.split(' ');
  if (!begins || more.length > 1) throw unexpected();
  if (protocol === 'UNKNOWN') return { peer: null, length };
  const family = { TCP4: 4, TCP6: 6 }[protocol ?? ''];
  if (!family || isIP(remoteAddress) !== family || !/^\d{1,5}$/.test(port)) throw unexpected();
  return { peer: { remoteAddress, remotePort: Number(port) }, length };
}

const unexpected = () => new RangeError('expected the PROXY protocol, version 1 or 2, over TCP');
