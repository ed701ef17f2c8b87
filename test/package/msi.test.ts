import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Compression } from '../../scripts/package/compression.ts';
import { makeMsi } from '../../scripts/package/windows/msi.ts';
import { needs } from '../helpers/needs.ts';
import { CABINET_READERS, MSI, WIXL } from './packaging.ts';

/** Of a custom action's type: what its source is, and that it is a property that is set. */
const SOURCE_OF_ACTION = 0x3f;
const SETS_PROPERTY = 51;

needs(
  WIXL,
  MSI,
  ...CABINET_READERS,
)('the installer for Windows', () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-msi-test-'));
  const at = (name: string) => join(dir, name);
  afterAll(() => rmSync(dir, { recursive: true }));

  const make = (output: string, version = '1.2.3', compression: Compression = 'quick') =>
    makeMsi(
      { agent: at('agent.exe'), serviceHost: at('service.exe'), updateRoot: at('root.json') },
      { version, arch: 'arm64', compression },
      at(output),
    );
  beforeAll(async () => {
    for (const name of ['agent.exe', 'service.exe', 'root.json']) writeFileSync(at(name), `MZ ${name}`);
    await make('one.msi');
  });

  const info = (...args: string[]) => execFileSync('msiinfo', args, { encoding: 'utf8', stdio: 'pipe' });
  /** Rows by their columns' names: the first of three heading lines has them. */
  function table(name: string, file = 'one.msi'): Record<string, string>[] {
    const [heading = '', , , ...lines] = info('export', at(file), name).trimEnd().split('\r\n');
    const columns = heading.split('\t');
    return lines.map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
    });
  }
  const property = (name: string, file?: string) =>
    table('Property', file).find((row) => row.Property === name)?.Value;

  it('is the same to the byte when made again from the same input', async () => {
    await make('two.msi');
    expect(readFileSync(at('two.msi')).equals(readFileSync(at('one.msi')))).toBe(true);
  });

  it('is another product of the same family when its version or content is another', async () => {
    await make('newer.msi', '1.2.4');
    writeFileSync(at('service.exe'), 'MZ changed');
    await make('changed.msi');
    const codes = ['one.msi', 'newer.msi', 'changed.msi'].map((file) => property('ProductCode', file));
    expect(new Set(codes).size).toBe(3);
    expect(property('UpgradeCode', 'newer.msi')).toBe(property('UpgradeCode'));
  });

  it('says when its sources were made, and for which processor', () => {
    const said = info('suminfo', at('one.msi'));
    expect(said).toContain('Template: Arm64;1033');
    const [, created = '', saved] = /Created: (.*)\nLast saved: (.*)\n/.exec(said) ?? [];
    expect(saved).toBe(created);
  });

  it('has the same files when it is packed as it is shipped, and is the same to the byte then, too', async () => {
    for (const file of ['small.msi', 'again.msi']) await make(file, '1.2.3', 'small');
    expect(readFileSync(at('again.msi')).equals(readFileSync(at('small.msi')))).toBe(true);
    const cabinet = at('small.cab');
    writeFileSync(cabinet, execFileSync('msiinfo', ['extract', at('small.msi'), 'agent.cab']));
    const unpacked = (name: string) =>
      execFileSync('cabextract', ['--quiet', '--pipe', '--filter', name, cabinet], { encoding: 'utf8' });
    expect(execFileSync('7zz', ['l', '-slt', cabinet], { encoding: 'utf8' })).toContain('Method = LZX:21');
    expect(table('File', 'small.msi').map(({ File }) => unpacked(String(File)))).toEqual(
      ['agent.exe', 'service.exe', 'root.json'].map((name) => readFileSync(at(name), 'utf8')),
    );
  });

  // As Windows' own Internal Consistency Evaluators ask for, which run on Windows only: their numbers stand in front.
  describe('is consistent:', () => {
    const keys = (name: string, column: string) => table(name).map((row) => row[column]);

    it('ICE08, ICE80: each component has a GUID of its own, and is for 64 bits', () => {
      const ids = keys('Component', 'ComponentId');
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
      for (const { Attributes } of table('Component')) expect(Number(Attributes) & 256).toBe(256);
    });

    it('ICE18: each component has a key path among its own files or registry values', () => {
      const owners = new Map([
        ...table('File').map((row) => [row.File, row.Component_] as const),
        ...table('Registry').map((row) => [row.Registry, row.Component_] as const),
      ]);
      for (const { Component, KeyPath } of table('Component')) expect(owners.get(KeyPath)).toBe(Component);
    });

    it('ICE21: each component is of the one feature', () => {
      const components = keys('Component', 'Component').sort();
      expect(keys('FeatureComponents', 'Component_').sort()).toEqual(components);
    });

    it('ICE04: the cabinet holds every file, in the order that the media table counts', () => {
      const sequence = keys('File', 'Sequence').map(Number);
      expect(sequence.toSorted()).toEqual(sequence.map((_, index) => index + 1));
      expect(table('Media')).toMatchObject([
        { LastSequence: String(sequence.length), Cabinet: '#agent.cab' },
      ]);
    });

    it('ICE03: what names another row names one that is there', () => {
      const components = new Set(keys('Component', 'Component'));
      for (const name of ['File', 'Registry', 'ServiceInstall', 'ServiceControl'])
        for (const component of keys(name, 'Component_')) expect(components).toContain(component);
      const directories = new Set(keys('Directory', 'Directory'));
      for (const directory of keys('Component', 'Directory_')) expect(directories).toContain(directory);
      const files = new Set(keys('File', 'File'));
      const secure = new Set(property('SecureCustomProperties')?.split(';'));
      for (const { Type, Source } of table('CustomAction'))
        expect((Number(Type) & SOURCE_OF_ACTION) === SETS_PROPERTY ? secure : files).toContain(Source);
    });

    it('ICE27: services stop before files go, and start after they are there', () => {
      const at = new Map(table('InstallExecuteSequence').map((row) => [row.Action, Number(row.Sequence)]));
      const order = ['InstallInitialize', 'StopServices', 'DeleteServices', 'RemoveFiles', 'InstallFiles'];
      const numbers = [...order, 'InstallServices', 'StartServices', 'InstallFinalize'].map((action) =>
        at.get(action),
      );
      expect(numbers).toEqual(numbers.toSorted((a, b) => Number(a) - Number(b)));
      expect(numbers).not.toContain(undefined);
    });

    it('ICE61: it takes the place of an older product, and refuses to be put over a newer one', () => {
      const upgrades = table('Upgrade').map((row) => [row.ActionProperty, row.VersionMin, row.VersionMax]);
      expect(upgrades).toContainEqual(['WIX_UPGRADE_DETECTED', '', '1.2.3']);
      expect(upgrades).toContainEqual(['WIX_DOWNGRADE_DETECTED', '1.2.3', '']);
    });
  });
});
