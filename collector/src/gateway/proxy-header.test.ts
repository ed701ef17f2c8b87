import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readProxyHeader } from './proxy-header.ts';

const SIGNATURE = [0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a];
const REST = Buffer.from('GET / HTTP/1.1\r\n');

function binary(command: number, family: number, addresses: number[]): Buffer {
  return Buffer.from([
    ...SIGNATURE,
    command,
    family,
    addresses.length >> 8,
    addresses.length & 255,
    ...addresses,
  ]);
}
const line = (text: string) => Buffer.from(`${text}\r\n`);
const V4 = [192, 0, 2, 7, 10, 0, 0, 1, 0xc0, 0x01, 0x01, 0xbb];
const V6 = [0x20, 0x01, 0x0d, 0xb8, ...Array(11).fill(0), 7, ...Array(16).fill(0), 0xc0, 0x01, 0x01, 0xbb];

it.each([
  ['version 2, IPv4', binary(0x21, 0x11, V4), '192.0.2.7'],
  ['version 2, IPv6', binary(0x21, 0x21, V6), '2001:db8:0:0:0:0:0:7'],
  ['version 2 with more behind the addresses', binary(0x21, 0x11, [...V4, 4, 0, 1, 9]), '192.0.2.7'],
  ['version 1, IPv4', line('PROXY TCP4 192.0.2.7 10.0.0.1 49153 443'), '192.0.2.7'],
  ['version 1, IPv6', line('PROXY TCP6 2001:db8::7 ::1 49153 443'), '2001:db8::7'],
])('says whose connection it is, and where the connection itself begins: %s', (_, header, remoteAddress) => {
  expect(readProxyHeader(Buffer.concat([header, REST]))).toEqual({
    peer: { remoteAddress, remotePort: 49153 },
    length: header.length,
  });
});

it.each([
  ['version 2', binary(0x20, 0x00, [])],
  ['version 1', line('PROXY UNKNOWN')],
])("knows the proxy's own connection: %s", (_, header) => {
  expect(readProxyHeader(header)).toEqual({ peer: null, length: header.length });
});

it.each([binary(0x21, 0x11, V4), line('PROXY TCP4 192.0.2.7 10.0.0.1 49153 443')])(
  'asks for more until it is whole',
  (header) => {
    for (let end = 0; end < header.length; end++) expect(readProxyHeader(header.subarray(0, end))).toBeNull();
  },
);

it.each([
  ['HTTP', REST],
  ['a TLS hello', Buffer.from([22, 3, 1, 2, 0, 1])],
  ['an address that is none', line('PROXY TCP4 192.0.2.777 10.0.0.1 49153 443')],
  ['an address of the other family', line('PROXY TCP4 2001:db8::7 ::1 49153 443')],
  ['a port that is none', line('PROXY TCP4 192.0.2.7 10.0.0.1 http 443')],
  ['a line without end', Buffer.from(`PROXY TCP4 ${'1'.repeat(120)}`)],
  ['another version', binary(0x31, 0x11, V4)],
  ['UDP', binary(0x21, 0x12, V4)],
  ['addresses cut short', binary(0x21, 0x11, V4.slice(0, 8))],
])('refuses %s', (_, bytes) => {
  expect(() => readProxyHeader(bytes)).toThrow(RangeError);
});

it('takes any bytes without another error, and never says that it took more than there are', () => {
  const beginnings = [Buffer.alloc(0), Buffer.from(SIGNATURE), Buffer.from('PROXY TCP4 ')];
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }), (beginning, more) => {
      const bytes = Buffer.concat([beginning, more]);
      try {
        const header = readProxyHeader(bytes);
        if (header) expect(header.length).toBeLessThanOrEqual(bytes.length);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});
