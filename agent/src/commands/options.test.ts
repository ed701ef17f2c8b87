import { Command } from '@commander-js/extra-typings';
import { describe, expect, it } from 'vitest';
import { rootOption, urlOption } from './options.ts';

const quiet = () => new Command().exitOverride().configureOutput({ writeErr: () => {} });
const urlOf = (text: string) =>
  quiet().addOption(urlOption()).parse(['--url', text], { from: 'user' }).opts().url;
const rootOf = (text: string) =>
  quiet().addOption(rootOption()).parse(['--root', text], { from: 'user' }).opts().root;

describe('the address of a collector', () => {
  it.each(['https://collector.example:7443', 'https://collector.example:7443/'])('may be %s', (text) => {
    expect(urlOf(text)).toBe('https://collector.example:7443');
  });

  it.each(['collector.example', 'collector.example:7443', 'http://collector.example', ''])(
    'is wrong usage as %j',
    (text) => {
      expect(() => urlOf(text)).toThrow('expected an address such as https://collector.example:7443');
    },
  );
});

describe('the root that is looked at', () => {
  it('is a directory', () => {
    expect(rootOf(import.meta.dirname)).toBe(import.meta.dirname);
  });

  it.each([`${import.meta.dirname}/no-such-tree`, import.meta.filename, ''])(
    'is not %j, of which nothing could be told',
    (text) => {
      expect(() => rootOf(text)).toThrow('expected a directory that is there');
    },
  );
});
