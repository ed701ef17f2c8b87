import { describe, expect, it } from 'vitest';
import { parseApk } from './apk.ts';
import { parseAptList } from './apt.ts';
import { parseAptConf } from './apt-conf.ts';
import { parseCheckUpdate } from './dnf.ts';
import { parsePacman } from './pacman.ts';
import { parsePatchCheck, parseUpdates } from './zypper.ts';

const NOT_UNDERSTOOD = { problem: expect.stringContaining('not understood') };

describe('waiting updates of apt', () => {
  const list = (...lines: string[]) => ['Listing...', ...lines, ''].join('\n');

  it('are for security by the suite they come from, not by their name', () => {
    const text = list(
      'bash/oldstable 5.2.15-2+b13 amd64 [upgradable from: 5.2.15-2+b8]',
      'curl/stable-updates,stable-security 7.88.1-10+deb12u15 amd64 [upgradable from: 7.88.1-10+deb12u14]',
      'debian-security-support/oldstable 1:12+2025.05.29 all [upgradable from: 1:12]',
    );
    expect(parseAptList(text)).toEqual({ pending: 3, pendingSecurity: 1 });
  });

  it('are none when the list is empty, and untold when there is no list', () => {
    expect(parseAptList(list())).toEqual({ pending: 0, pendingSecurity: 0 });
    expect(parseAptList('')).toEqual(NOT_UNDERSTOOD);
    expect(parseAptList('Auflistung...\nbash/stable 2 amd64 [aktualisierbar von: 1]\n')).toEqual(
      NOT_UNDERSTOOD,
    );
    expect(parseAptList(list('N: There are 2 additional versions.'))).toEqual(NOT_UNDERSTOOD);
  });
});

describe('waiting updates of dnf', () => {
  it('are counted across wrapped names, without what they make obsolete', () => {
    const text = [
      'Last metadata expiration check: 0:06:32 ago on Fri 28 Jul 2023 04:45:20 AM UTC.',
      '',
      'openssl.x86_64                     1:3.0.7-25.el9_3         baseos',
      'some-very-long-package-name-that-wraps.noarch',
      '                                   2.0-1.el9                appstream',
      'Obsoleting Packages',
      'foo.x86_64                         2-1.el9                  appstream',
      '    bar.x86_64                     1-1.el9                  @appstream',
    ].join('\n');
    expect(parseCheckUpdate(text)).toEqual({ pending: 2 });
    expect(parseCheckUpdate('')).toEqual({ pending: 0 });
    expect(parseCheckUpdate('No security updates needed, but 3 updates available\n')).toEqual(NOT_UNDERSTOOD);
  });

  it('leave out what is said of a kernel that waits for a restart', () => {
    const text = [
      'openssl.x86_64  1:3.0.7-25.el9_3  baseos',
      'Security: kernel-core-5.14.0-427.el9.x86_64 is an installed security update',
      'Security: kernel-core-5.14.0-362.el9.x86_64 is the currently running version',
    ].join('\n');
    expect(parseCheckUpdate(text)).toEqual({ pending: 1 });
  });
});

describe('waiting updates of zypper', () => {
  it('are patches with their class', () => {
    expect(parsePatchCheck('Loading repository data...\n\n7 patches needed (4 security patches)\n')).toEqual({
      pending: 7,
      pendingSecurity: 4,
    });
    expect(parsePatchCheck('1 patch needed (1 security patch)')).toEqual({ pending: 1, pendingSecurity: 1 });
    expect(parsePatchCheck('7 Patches erforderlich (4 Sicherheits-Patches)')).toEqual(NOT_UNDERSTOOD);
  });

  it('are plain updates where there are no patches', () => {
    const xml =
      '<?xml version="1.0"?><stream><update-status version="0.6"><update-list>' +
      '<update name="bash" edition="5.3" arch="x86_64" kind="package"><summary>Shell</summary></update>' +
      '<update name="vim" edition="9.2" arch="x86_64" kind="package"/></update-list></update-status></stream>';
    expect(parseUpdates(xml)).toEqual({ pending: 2 });
    expect(parseUpdates('<stream><message type="error">locked</message></stream>')).toEqual(NOT_UNDERSTOOD);
  });
});

describe('waiting updates of pacman and apk', () => {
  it('are counted line by line, also those held back', () => {
    expect(parsePacman('linux 6.9.7.arch1-1 -> 6.10.2.arch1-1\nxz 5.6.2-1 -> 5.6.3-1 [ignored]\n')).toEqual({
      pending: 2,
    });
    expect(parsePacman('error: you cannot perform this operation\n')).toEqual(NOT_UNDERSTOOD);
    expect(parseApk('Installed:                Available:\nmusl-1.2.5-r0  < 1.2.5-r1\n')).toEqual({
      pending: 1,
    });
    expect(parseApk('Installed:                Available:\n')).toEqual({ pending: 0 });
    expect(parseApk('WARNING: opening /var/cache/apk: No such file\n')).toEqual(NOT_UNDERSTOOD);
  });
});

describe('apt.conf', () => {
  it('is read in both spellings, without its comments; the last value counts', () => {
    const text = `// APT::A "9";
      # APT::A "8";
      APT::A "0"; /* APT::A "7"; */
      APT { Periodic { Unattended-Upgrade "1"; Update-Package-Lists "1" }; };
      APT::A "2";
      Unattended-Upgrade::Allowed-Origins { "o=Debian,n=stable"; };
      Dir::Etc "a;b{c";`;
    const options = parseAptConf(text);
    expect(options.get('apt::a')).toBe('2');
    expect(options.get('apt::periodic::unattended-upgrade')).toBe('1');
    expect(options.get('dir::etc')).toBe('a;b{c');
  });
});
