import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VERSION } from '@assay/shared';
import { afterAll, expect, it } from 'vitest';
import { agentPackage } from '../../scripts/package/linux/agent-package.ts';
import { collectorPackage } from '../../scripts/package/linux/collector-package.ts';
import { makeDeb } from '../../scripts/package/linux/deb.ts';
import { makeRpm } from '../../scripts/package/linux/rpm.ts';
import { needs } from '../helpers/needs.ts';
import { BUILD_TIMEOUT_MS, packaged, RPM, STRIP } from './packaging.ts';

const MOST_BYTES = 31e6;
const MAKE = { deb: makeDeb, rpm: makeRpm } as const;
const KINDS = ['deb', 'rpm'] as const;

needs(STRIP, RPM)('the Linux packages', () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-packages-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const agent = async () => agentPackage(await packaged('agent'), VERSION, 'x64');

  it.each(KINDS)(
    'as .%s are the same to the byte when made again from the same input',
    async (kind) => {
      const files = ['one', 'two'].map((name) => join(dir, `${name}.${kind}`));
      for (const file of files) await MAKE[kind](await agent(), file, 'quick');
      const [one, two] = files.map((file) => readFileSync(file)) as [Buffer, Buffer];
      expect(one.equals(two)).toBe(true);
    },
    BUILD_TIMEOUT_MS,
  );

  it.each(KINDS)(
    'of the agent, as it is shipped, is at most 31 MB as .%s',
    async (kind) => {
      const file = join(dir, `agent.${kind}`);
      await MAKE[kind](await agent(), file, 'small');
      expect(statSync(file).size).toBeLessThanOrEqual(MOST_BYTES);
    },
    BUILD_TIMEOUT_MS,
  );

  it.each([
    ['deb', (file: string) => execFileSync('dpkg-deb', ['--contents', file], { encoding: 'utf8' })],
    ['rpm', (file: string) => execFileSync('rpm', ['-qlp', file], { encoding: 'utf8' })],
  ] as const)(
    'of the collector as .%s brings its executable, its service and its user',
    async (kind, contents) => {
      const file = join(dir, `collector.${kind}`);
      await MAKE[kind](collectorPackage(await packaged('collector'), VERSION, 'x64'), file, 'quick');
      const listed = contents(file);
      for (const path of [
        '/usr/bin/assay-collector',
        '/usr/lib/systemd/system/assay-collector.service',
        '/usr/lib/sysusers.d/assay-collector.conf',
      ])
        expect(listed).toContain(path);
    },
    BUILD_TIMEOUT_MS,
  );
});
