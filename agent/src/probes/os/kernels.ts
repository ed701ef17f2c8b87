import { ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { compareVersions } from './compare-versions.ts';

/** What is known of the kernels of this installation. */
export interface Kernels {
  /** Release of the running one, e.g. `6.8.0-40-generic`. */
  running: string;
  /** Installed ones of the running one's flavour; empty when there are none to compare with. */
  sameFlavour: string[];
  /** Newest of `sameFlavour`. */
  newest?: string;
}

const MODULE_DIRS = ['/lib/modules', '/usr/lib/modules'];

/** @throws FileError when the running kernel's release or an existing directory cannot be read */
export async function readKernels(files: Files): Promise<Kernels> {
  const running = (await files.readText('/proc/sys/kernel/osrelease')).trim();
  const installed = new Set<string>();
  for (const dir of MODULE_DIRS) {
    for (const release of await kernelsWithModules(files, dir)) installed.add(release);
  }
  for (const name of (await ifThere(files.list('/boot'))) ?? []) {
    if (name.startsWith('vmlinuz-')) installed.add(name.slice('vmlinuz-'.length));
  }
  return compareKernels(running, [...installed]);
}

/** Only kernels of one flavour follow each other: a `-rt` beside a `-generic` is a choice, not an update. */
export function compareKernels(running: string, installed: readonly string[]): Kernels {
  const flavour = kernelFlavour(running);
  const sameFlavour = installed
    .filter((release) => /^\d/.test(release) && kernelFlavour(release) === flavour)
    .sort(compareVersions);
  const newest = sameFlavour.at(-1);
  return { running, sameFlavour, ...(newest === undefined ? {} : { newest }) };
}

// Tags that a distribution changes with each build: part of the version, not of the flavour.
const BUILD_TAG = /^(?:(?:deb|bpo|rpt)\d*|(?:fc|el|r|rc|amzn|arch|zen|hardened|mga|lp|pve)\d[\d_]*)$/;

/** `6.1.0-32-cloud-amd64` → `cloud-amd64`: the words of a release that are not version or build. */
export function kernelFlavour(release: string): string {
  return release
    .split(/[-+.~]/)
    .filter((word) => /^[a-z]/i.test(word) && !BUILD_TAG.test(word))
    .join('-');
}

/** A directory left behind by a removed kernel has neither of the two files. */
async function kernelsWithModules(files: Files, dir: string): Promise<string[]> {
  const names = (await ifThere(files.list(dir))) ?? [];
  const found = await Promise.all(
    names.map(
      async (name) =>
        (await files.exists(`${dir}/${name}/modules.dep`)) || (await files.exists(`${dir}/${name}/vmlinuz`)),
    ),
  );
  return names.filter((_, index) => found[index]);
}
