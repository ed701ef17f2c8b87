import { describe, expect, it } from 'vitest';
import { type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { type FakeWindows, fakeWindows } from '../../system/windows/test-windows.ts';
import { browsersOnWindows } from './windows.ts';

const CHROME = '/Program Files/Google/Chrome/Application';
const EDGE = '/Program Files (x86)/Microsoft/Edge/Application';

const observe = (tree: Record<string, TreeEntry>, windows: FakeWindows = { registry: {} }) =>
  browsersOnWindows.observe(treeContext({ '/Program Files/': '', ...tree }, fakeWindows(windows)));

describe('browsers on Windows', () => {
  it('are found where their installers put them, with the versions of their directories', async () => {
    const tree = {
      '/Program Files/Mozilla Firefox/firefox.exe': 'x',
      '/Program Files/Mozilla Firefox/application.ini':
        '[App]\r\nVersion=146.0.1\r\n[Gecko]\r\nMinVersion=1\r\n',
      [`${CHROME}/chrome.exe`]: 'x',
      [`${CHROME}/143.0.7499.41/`]: '',
      [`${EDGE}/msedge.exe`]: 'x',
      [`${EDGE}/99.0.1.2/`]: '',
      [`${EDGE}/143.0.3650.66/`]: '',
      [`${EDGE}/SetupMetrics/`]: '',
    };
    const registry = { 'HKLM\\SOFTWARE\\Policies\\Google\\Chrome': { HomepageLocation: 'REG_SZ x' } };
    expect(await observe(tree, { registry })).toEqual({
      status: 'ok',
      value: {
        browsers: [
          {
            browser: 'firefox',
            name: 'Firefox',
            version: '146.0.1',
            managed: false,
            basis: '/Program Files/Mozilla Firefox',
          },
          {
            browser: 'chrome',
            name: 'Google Chrome',
            version: '143.0.7499.41',
            managed: true,
            basis: CHROME,
          },
          { browser: 'edge', name: 'Microsoft Edge', version: '143.0.3650.66', managed: false, basis: EDGE },
        ],
      },
    });
  });

  it('have the version in use while an update waits for their next start', async () => {
    const tree = {
      [`${CHROME}/chrome.exe`]: 'x',
      [`${CHROME}/new_chrome.exe`]: 'x',
      [`${CHROME}/9.0.1.2/`]: '',
      [`${CHROME}/10.0.1.2/`]: '',
    };
    expect(await observe(tree)).toMatchObject({ value: { browsers: [{ version: '9.0.1.2' }] } });
  });

  it('are told without what cannot be told', async () => {
    const policies = 'HKLM\\SOFTWARE\\Policies\\Google\\Chrome';
    const outcome = await observe({ [`${CHROME}/chrome.exe`]: 'x' }, { denied: [policies] });
    expect(outcome).toEqual({
      status: 'ok',
      value: { browsers: [{ browser: 'chrome', name: 'Google Chrome', basis: CHROME }] },
    });
    expect(await observe({ '/Program Files/Opera/opera.exe': 'x' })).not.toHaveProperty(
      'value.browsers.0.managed',
    );
  });

  it('are not there by what an uninstaller leaves behind', async () => {
    expect(await observe({ [`${CHROME}/143.0.7499.41/`]: '' })).toMatchObject({ status: 'absent' });
  });

  it('are unknown where there is no Windows', async () => {
    expect(await browsersOnWindows.observe(treeContext({}))).toMatchObject({ reason: 'namespace' });
  });
});
