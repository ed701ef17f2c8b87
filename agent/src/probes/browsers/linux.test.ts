import { describe, expect, it } from 'vitest';
import { type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { findDpkgVersion } from './dpkg-version.ts';
import { browsersOnLinux } from './linux.ts';

const observe = (tree: Record<string, TreeEntry>) =>
  browsersOnLinux.observe(treeContext({ '/usr/bin/': '', ...tree }));

describe('browsers', () => {
  it('are absent where none is installed for everybody', async () => {
    expect(await observe({ '/home/ann/firefox/application.ini': '[App]\nVersion=1\n' })).toMatchObject({
      status: 'absent',
    });
  });

  it('have the version that Firefox notes beside itself', async () => {
    expect(
      await observe({
        '/usr/lib/firefox-esr/application.ini':
          '[App]\nName=Firefox\nVersion=140.5.0\n[Gecko]\nMinVersion=1\n',
      }),
    ).toEqual({
      status: 'ok',
      value: {
        browsers: [
          {
            browser: 'firefox',
            name: 'Firefox',
            version: '140.5.0',
            managed: false,
            basis: '/usr/lib/firefox-esr',
          },
        ],
      },
    });
  });

  it("have dpkg's version, only while the package is installed", () => {
    const paragraph = (status: string) =>
      Buffer.from(
        `Package: google-chrome-stable\nStatus: ${status}\nArchitecture: amd64\nVersion: 142.0.7444.59-1\n\nPackage: vim\nStatus: install ok installed\nVersion: 2:9.0-1\n`,
      );
    expect(findDpkgVersion(paragraph('install ok installed'), ['google-chrome-stable'])).toBe(
      '142.0.7444.59',
    );
    expect(findDpkgVersion(paragraph('deinstall ok config-files'), ['google-chrome-stable'])).toBeUndefined();
    expect(findDpkgVersion(paragraph('install ok installed'), ['vim'])).toBe('9.0');
    expect(
      findDpkgVersion(Buffer.from('Package: google-chrome-stable-extra\n'), ['google-chrome-stable']),
    ).toBeUndefined();
  });

  it('have their version by package, snap or flatpak, each copy apart', async () => {
    const outcome = await observe({
      '/opt/google/chrome/chrome': '',
      '/var/lib/dpkg/status':
        'Package: google-chrome-stable\nStatus: install ok installed\nVersion: 142.0.7444.59-1\n\n',
      '/etc/opt/chrome/policies/managed/policy.json': '{}',
      '/snap/firefox/current/meta/snap.yaml': 'name: firefox\nversion: 145.0-2\n',
      '/var/lib/flatpak/app/org.mozilla.firefox/current/active/files/share/metainfo/org.mozilla.firefox.metainfo.xml':
        '<component><releases><release version="144.0.2" date="2026-10-01"/></releases></component>',
    });
    expect(outcome).toMatchObject({
      value: {
        browsers: [
          { browser: 'firefox', version: '145.0-2', basis: '/snap/firefox/current' },
          { browser: 'firefox', version: '144.0.2' },
          { browser: 'chrome', version: '142.0.7444.59', managed: true },
        ],
      },
    });
  });

  it('have a version from pacman, and none where nothing says it', async () => {
    expect(
      await observe({
        '/usr/lib/chromium/chromium': '',
        '/var/lib/pacman/local/chromium-142.0.7444.59-1/desc': '',
      }),
    ).toMatchObject({ value: { browsers: [{ browser: 'chromium', version: '142.0.7444.59' }] } });
    expect(await observe({ '/opt/vivaldi/vivaldi': '' })).not.toHaveProperty('value.browsers.0.version');
  });
});
