import { describe, expect, it } from 'vitest';
import { plistOf, treeContext } from '../../system/test-tree.ts';
import { browsersOnMacos } from './macos.ts';

const info = (version: string) => plistOf({ CFBundleShortVersionString: version });

describe('browsers on macOS', () => {
  it('are found where they are installed for everybody, with their versions', async () => {
    const tree = {
      '/Applications/Firefox.app/Contents/Info.plist': info('146.0.1'),
      '/Applications/Google Chrome.app/Contents/Info.plist': info('143.0.7499.41'),
      '/Library/Managed Preferences/com.google.Chrome.plist': 'x',
      '/System/Cryptexes/App/System/Applications/Safari.app/Contents/Info.plist': info('26.2'),
    };
    const place = '/System/Cryptexes/App/System/Applications/Safari.app';
    expect(await browsersOnMacos.observe(treeContext(tree))).toEqual({
      status: 'ok',
      value: {
        browsers: [
          { browser: 'safari', name: 'Safari', version: '26.2', managed: false, basis: place },
          {
            browser: 'firefox',
            name: 'Firefox',
            version: '146.0.1',
            managed: false,
            basis: '/Applications/Firefox.app',
          },
          {
            browser: 'chrome',
            name: 'Google Chrome',
            version: '143.0.7499.41',
            managed: true,
            basis: '/Applications/Google Chrome.app',
          },
        ],
      },
    });
  });

  it('are told without a version when their file has none', async () => {
    const outcome = await browsersOnMacos.observe(
      treeContext({ '/Applications/Vivaldi.app/Contents/Info.plist': 'x' }),
    );
    expect(outcome).toMatchObject({ value: { browsers: [{ browser: 'vivaldi' }] } });
    expect(outcome).not.toHaveProperty('value.browsers.0.version');
  });

  it('are absent where there are none, and unknown where there is no Mac', async () => {
    expect(await browsersOnMacos.observe(treeContext({ '/Applications/': '' }))).toMatchObject({
      status: 'absent',
    });
    expect(await browsersOnMacos.observe(treeContext({}))).toMatchObject({ reason: 'namespace' });
  });
});
