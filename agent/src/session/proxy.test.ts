import { expect, it } from 'vitest';
import { createAgent, nameOf, proxyFor } from './proxy.ts';

const COLLECTOR = 'https://assay.corp.example:7443';
const PROXY = 'http://proxy.example:3128';
const through = (env: Record<string, string>, url = COLLECTOR) => proxyFor(url, env)?.href ?? null;

it.each([
  [{ HTTPS_PROXY: PROXY }],
  [{ https_proxy: PROXY }],
  [{ HTTPS_PROXY: 'http://other.example', https_proxy: PROXY }],
  [{ HTTPS_PROXY: 'proxy.example:3128' }],
])('takes the proxy from %o', (env) => {
  expect(through(env)).toBe(`${PROXY}/`);
});

it.each([[{}], [{ HTTP_PROXY: PROXY }], [{ HTTPS_PROXY: '' }]])('goes straight with %o', (env) => {
  expect(through(env)).toBeNull();
});

it.each([
  'assay.corp.example',
  'corp.example',
  '.corp.example',
  '*.corp.example',
  'ASSAY.corp.example',
  'assay.corp.example:7443',
  'elsewhere.example, corp.example',
  '*',
])('NO_PROXY=%s exempts the collector', (noProxy) => {
  expect(through({ HTTPS_PROXY: PROXY, NO_PROXY: noProxy })).toBeNull();
  expect(through({ HTTPS_PROXY: PROXY, no_proxy: noProxy })).toBeNull();
});

it.each(['say.corp.example', 'assay.corp.example:443', 'other.assay.corp.example', '10.0.0.0/8', ','])(
  'NO_PROXY=%s does not',
  (noProxy) => {
    expect(through({ HTTPS_PROXY: PROXY, NO_PROXY: noProxy })).toBe(`${PROXY}/`);
  },
);

it.each([
  ['https://10.1.2.3', '10.0.0.0/8', true],
  ['https://10.1.2.3', '10.1.2.3', true],
  ['https://10.1.2.3', '10.1.2.3:8443', false],
  ['https://11.1.2.3', '10.0.0.0/8', false],
  ['https://10.1.2.3', '10.0.0.0/99', false],
  ['https://[fd00::1]:7443', 'fd00::/8', true],
  ['https://[fd00::1]:7443', '[fd00::1]:7443', true],
])('%s with NO_PROXY=%s: exempt %s', (url, noProxy, exempt) => {
  expect(through({ HTTPS_PROXY: PROXY, NO_PROXY: noProxy }, url)).toBe(exempt ? null : `${PROXY}/`);
});

it.each(['socks5://proxy.example', 'http://', '::'])('refuses %s, without telling a password', (address) => {
  expect(() => through({ HTTPS_PROXY: address })).toThrow(expect.objectContaining({ code: 'proxy_failed' }));
});

it('names a proxy without its user and password', () => {
  const proxy = new URL('http://ada:secret@proxy.example:3128');
  expect(nameOf(proxy)).toBe('http://proxy.example:3128');
  expect(() => createAgent(proxy)).not.toThrow();
});
