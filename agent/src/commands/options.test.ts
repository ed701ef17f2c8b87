import { Command } from '@commander-js/extra-typings';
import { describe, expect, it } from 'vitest';
import { urlOption } from './options.ts';

const urlOf = (text: string) =>
  new Command()
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .addOption(urlOption())
    .parse(['--url', text], { from: 'user' })
    .opts().url;

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
