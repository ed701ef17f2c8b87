import { type Outcome, ok, type RebootPending, unknown } from '@assay/shared';
import { existing } from '../../system/existing.ts';
import { fileProblemToOutcome, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { compareVersions } from '../os/compare-versions.ts';
import { type Kernels, readKernels } from '../os/kernels.ts';
import type { Probe } from '../probe.ts';

/**
 * Left when an update takes effect only after a restart: by package hooks of the Debian family and SUSE, and by
 * ostree for a deployment that the next start will take.
 */
const FLAGS = ['/run/reboot-required', '/run/reboot-needed', '/run/ostree/staged-deployment'];
const FLAG_PACKAGES = '/run/reboot-required.pkgs';

/** Whoever writes those flags. Without any of them a missing flag means nothing. */
const FLAG_WRITERS = [
  '/usr/share/update-notifier/notify-reboot-required',
  '/usr/bin/unattended-upgrade',
  '/usr/sbin/transactional-update',
];

/** What was found about a restart that is due. */
interface RebootEvidence {
  flags: string[];
  /** Packages that asked for it. */
  packages: string[];
  hasFlagWriter: boolean;
  kernels: Kernels;
}

/** Whether an installed update waits for a restart. */
export const rebootPendingOnLinux: Probe<'reboot_pending'> = {
  signal: 'reboot_pending',
  watch: [...FLAGS, FLAG_PACKAGES, '/lib/modules', '/usr/lib/modules', '/boot'],
  everyMs: 300_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      return judgeReboot(await readEvidence(files));
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

async function readEvidence(files: Files): Promise<RebootEvidence> {
  const flags = await existing(files, FLAGS);
  const packages = flags.length > 0 ? await ifThere(files.readText(FLAG_PACKAGES)) : undefined;
  return {
    flags,
    packages: [
      ...new Set(
        (packages ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ],
    hasFlagWriter: (await existing(files, FLAG_WRITERS)).length > 0,
    kernels: await readKernels(files),
  };
}

/**
 * Any one piece of evidence says "pending". "Not pending" is only said where a pending restart would have shown:
 * the running kernel can be compared with installed ones, or something here would have left a flag.
 */
function judgeReboot({ flags, packages, hasFlagWriter, kernels }: RebootEvidence): Outcome<RebootPending> {
  const reasons = flags.map((flag) =>
    packages.length > 0 ? `${flag} (${packages.slice(0, 10).join(', ')})` : flag,
  );
  const { running, newest, sameFlavour } = kernels;
  if (newest !== undefined && compareVersions(newest, running) > 0) {
    reasons.push(`kernel ${newest} installed, ${running} running`);
  } else if (sameFlavour.length > 0 && !sameFlavour.includes(running)) {
    reasons.push(`modules of the running kernel ${running} are gone`);
  }
  if (reasons.length > 0) return ok({ pending: true, reasons });
  if (sameFlavour.length > 0 || hasFlagWriter) return ok({ pending: false, reasons: [] });
  return unknown(
    'not_supported',
    `no installed kernel to compare ${running} with, and nothing here that would leave ${FLAGS[0]}`,
  );
}
