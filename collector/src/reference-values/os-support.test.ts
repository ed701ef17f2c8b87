import type { Os } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { builtInOsEol } from './os-eol.ts';
import { supportOf } from './os-support.ts';

const NOVEMBER = Date.parse('2026-11-22T12:00:00Z');
const os = (id: string, version?: string, more: Partial<Os> = {}): Os => ({
  id,
  name: id,
  id_like: [],
  arch: 'x86_64',
  kernel: '6.1.0',
  ...(version === undefined ? {} : { version }),
  ...more,
});
const judge = (subject: Os, now = NOVEMBER) => supportOf(subject, builtInOsEol, now).support;

describe('support of an operating system', () => {
  it.each([
    ['Debian 12 by its long-term support', os('debian', '12'), 'supported', '12', '2028-06-30'],
    ['Debian 11 after its long-term support', os('debian', '11'), 'ended', '11', '2026-08-31'],
    ['Ubuntu 24.04', os('ubuntu', '24.04'), 'supported', '24.04', '2029-05-31'],
    ['Ubuntu 20.04, whose extended support is paid', os('ubuntu', '20.04'), 'ended', '20.04', '2025-05-31'],
    ['Fedora', os('fedora', '42'), 'ended', '42', '2026-05-27'],
    ['RHEL by its major version', os('rhel', '9.4'), 'supported', '9', '2032-05-31'],
    ['Alpine by its minor version', os('alpine', '3.20.3'), 'ended', '3.20', '2026-04-01'],
    ['macOS by its major version', os('macos', '13.7.8'), 'ended', '13', '2025-09-15'],
    ['macOS without an announced end', os('macos', '26.1'), 'supported', '26', undefined],
    ['macOS of old numbering', os('macos', '10.14.6'), 'ended', '10.14', '2021-10-25'],
    ['CentOS Stream', os('centos', '9', { name: 'CentOS Stream 9' }), 'supported', '9', '2027-05-31'],
    ['Mint on Debian', os('linuxmint', '7', { id_like: ['debian'] }), 'supported', 'lmde7', undefined],
  ])('%s', (_, subject, status, release, endsOn) => {
    const support = judge(subject);
    expect([support.status, support.release, support.ends_on]).toEqual([status, release, endsOn]);
  });

  it('lasts through the last day, and not a millisecond longer', () => {
    const end = Date.parse('2028-07-01T00:00:00Z');
    expect(judge(os('debian', '12'), end - 1).status).toBe('supported');
    expect(judge(os('debian', '12'), end).status).toBe('ended');
  });

  it('goes on after the end where the system says that it is paid for, as with Ubuntu Pro', () => {
    const pro = judge(os('ubuntu', '20.04', { extended_support: true }));
    expect(pro).toMatchObject({ status: 'supported', release: '20.04' });
    expect(pro).not.toHaveProperty('ends_on');
    expect(judge(os('ubuntu', '20.04', { extended_support: false })).status).toBe('ended');
    expect(judge(os('ubuntu', '24.04', { extended_support: true })).ends_on).toBe('2029-05-31');
  });

  it('is never called ended for a version newer than the data', () => {
    for (const newer of [
      os('debian', '14'),
      os('macos', '27.0'),
      os('fedora', '46'),
      os('windows', '10.0.29000'),
    ]) {
      expect(judge(newer).status).toBe('unlisted');
    }
  });

  it('does not take the beginning of a number for the number', () => {
    expect(judge(os('fedora', '4')).release).toBe('4');
    expect(judge(os('debian', '1')).status).toBe('unlisted');
  });

  it('is taken as given for rolling releases', () => {
    expect(judge(os('arch')).status).toBe('supported');
    expect(judge(os('cachyos', undefined, { id_like: ['arch'] })).status).toBe('supported');
    expect(judge(os('opensuse-tumbleweed', '20261101')).status).toBe('supported');
    expect(judge(os('debian')).status).toBe('supported');
  });
});

describe('a derivative', () => {
  it('follows its upstream where the version means the same', () => {
    expect(judge(os('pop', '22.04', { id_like: ['ubuntu', 'debian'] })).ends_on).toBe('2027-04-01');
    expect(judge(os('some-remix', '24.04', { id_like: ['ubuntu'] })).status).toBe('supported');
    expect(judge(os('raspbian', '12', { id_like: ['debian'] })).status).toBe('supported');
  });

  it('is unlisted where it counts on its own', () => {
    expect(judge(os('devuan', '5', { id_like: ['debian'] })).status).toBe('unlisted');
    expect(judge(os('mageia', '9', { id_like: ['mandriva', 'fedora'] })).status).toBe('unlisted');
    expect(judge(os('elementary', '8', { id_like: ['ubuntu', 'debian'] })).status).toBe('unlisted');
  });

  it('may declare its own end where the data has none', () => {
    const own = os('appliance', '3', { support_end: '2027-01-31' });
    expect(judge(own)).toMatchObject({ status: 'supported', ends_on: '2027-01-31' });
    expect(judge(own, Date.parse('2027-02-01T00:00:00Z')).status).toBe('ended');
    expect(judge(os('appliance', '3', { support_end: 'soon' })).status).toBe('unlisted');
  });
});

describe('Windows', () => {
  const windows = (build: number, variant?: string) =>
    os('windows', `10.0.${build}.4061`, variant === undefined ? {} : { variant });

  it('ends by build and edition', () => {
    expect(judge(windows(26100, 'Professional'))).toMatchObject({ status: 'ended', release: '11-24h2-w' });
    expect(judge(windows(26100, 'Enterprise'))).toMatchObject({ status: 'supported', release: '11-24h2-e' });
    expect(judge(windows(19044, 'EnterpriseS'))).toMatchObject({
      status: 'supported',
      release: '10-21h2-e-lts',
    });
    expect(judge(windows(19044, 'IoTEnterpriseS')).ends_on).toBe('2032-01-13');
    expect(judge(windows(19045, 'Core'))).toMatchObject({ status: 'ended', release: '10-22h2' });
    expect(judge(windows(26100, 'ServerStandard'))).toMatchObject({ status: 'supported', release: '2025' });
  });

  it('is judged without an edition only if every edition agrees', () => {
    expect(judge(windows(26100)).status).toBe('unlisted');
    expect(judge(windows(26200))).toMatchObject({ status: 'supported', ends_on: '2027-10-12' });
    expect(judge(windows(22621)).status).toBe('ended');
  });
});

describe('the next change by time alone', () => {
  const next = (subject: Os, now = NOVEMBER) => supportOf(subject, builtInOsEol, now).changesAt;

  it('is the first moment without support', () => {
    expect(next(os('debian', '12'))).toBe(Date.parse('2028-07-01T00:00:00Z'));
    expect(next(os('appliance', '3', { support_end: '2027-01-31' }))).toBe(
      Date.parse('2027-02-01T00:00:00Z'),
    );
  });

  it("is each edition's end while the edition is not known", () => {
    expect(next(os('windows', '10.0.26100'))).toBe(Date.parse('2027-10-13T00:00:00Z'));
  });

  it('never comes for what ended, has no announced end, rolls, or is unlisted', () => {
    for (const subject of [os('debian', '11'), os('macos', '26.1'), os('arch'), os('fedora', '99')]) {
      expect(next(subject)).toBeNull();
    }
  });
});
