import { absent, type Browser, ok } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import { existing } from '../../system/existing.ts';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { readKey } from '../../system/windows/registry.ts';
import { ifTold } from '../../system/windows/untold.ts';
import { compareVersions } from '../os/compare-versions.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { WINDOWS_BROWSERS, type WindowsBrowser } from './windows-browsers.ts';

const PROGRAMS = '/Program Files';

/** Browsers installed for everybody, with versions from their directories: none is started to be asked. */
export const browsersOnWindows: Probe<'browsers'> = {
  signal: 'browsers',
  watch: WINDOWS_BROWSERS.flatMap(({ directories }) => directories),
  everyMs: 900_000,
  deadlineMs: 15_000,
  async observe(context) {
    try {
      // What has no such directory is no Windows, and says nothing about browsers.
      await context.files.list(PROGRAMS);
      const browsers: Browser[] = [];
      for (const browser of WINDOWS_BROWSERS) browsers.push(...(await look(context, browser)));
      return browsers.length > 0
        ? ok({ browsers })
        : absent(`none of ${WINDOWS_BROWSERS.length} known browsers installed for everybody`);
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

async function look({ files, exec }: ProbeContext, found: WindowsBrowser): Promise<Browser[]> {
  const { browser, name, directories, program, policies } = found;
  const [path] = await existing(
    files,
    directories.map((directory) => `${directory}/${program}`),
  );
  if (path === undefined) return [];
  const basis = path.slice(0, -program.length - 1);
  const version = await readVersion(files, basis, program);
  const managed = policies === undefined ? undefined : await hasPolicies(exec, policies);
  return [
    {
      browser,
      name,
      ...(version ? { version } : {}),
      ...(managed === undefined ? {} : { managed }),
      basis,
    },
  ];
}

/** Firefox notes it beside itself. Chromium's family keeps each version in a directory of that name. */
async function readVersion(files: Files, basis: string, program: string): Promise<string | undefined> {
  const note = await ifReadable(files.readText(`${basis}/application.ini`));
  if (note !== undefined) return /^Version=([\w.]+)\r?$/m.exec(note)?.[1];
  const names = (await ifReadable(files.list(basis))) ?? [];
  const versions = names.filter((name) => /^\d+(\.\d+){2,4}$/.test(name)).sort(compareVersions);
  // An update is laid beside the version in use until the browser is started anew.
  return names.includes(`new_${program}`) ? versions[0] : versions.at(-1);
}

/** @returns undefined when it cannot be told */
async function hasPolicies(exec: Exec, path: string): Promise<boolean | undefined> {
  const told = await ifTold(readKey(exec, path).then((key) => ({ key })));
  if (!told) return undefined;
  return told.key !== undefined && told.key.names.length + told.key.subkeys.length > 0;
}
