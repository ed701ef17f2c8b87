import { absent, type MdmEnrollment, ok } from '@assay/shared';
import { existing } from '../../system/existing.ts';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { readPeople } from '../people/accounts.ts';
import { findIntuneRegistration } from '../people/intune-registration.ts';
import type { Probe } from '../probe.ts';
import { toMdm } from './enrolled.ts';
import { LINUX_MANAGEMENT, type LinuxManagement } from './linux-products.ts';

const INTUNE = [
  '/opt/microsoft/intune/bin/intune-portal',
  '/usr/bin/intune-portal',
  '/opt/microsoft/intune/bin/intune-daemon',
];

/** Management software, and whether it is enrolled: that it is there does not say so. */
export const mdmOnLinux: Probe<'mdm'> = {
  signal: 'mdm',
  watch: [
    ...INTUNE,
    ...LINUX_MANAGEMENT.flatMap(({ installed, enrolled = [] }) => [...installed, ...enrolled]),
  ],
  everyMs: 300_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      const found = [await intune(files)];
      for (const product of LINUX_MANAGEMENT) found.push(await look(files, product));
      const enrollments = found.filter((enrollment) => enrollment !== undefined);
      if (enrollments.length === 0) {
        return absent(`none of ${LINUX_MANAGEMENT.length + 1} known management products installed`);
      }
      return ok(toMdm(enrollments));
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

async function look(files: Files, product: LinuxManagement): Promise<MdmEnrollment | undefined> {
  const paths = await existing(files, product.installed);
  if (paths.length === 0) return undefined;
  const marks = product.enrolled && (await existing(files, product.enrolled));
  const since = marks?.[0] && (await ifReadable(files.stat(marks[0])))?.modifiedAt;
  const server = toHost(await match(files, product.server));
  const deviceId = await match(files, product.deviceId);
  return {
    product: product.product,
    ...(marks ? { enrolled: marks.length > 0 } : {}),
    ...(server ? { server } : {}),
    ...(deviceId ? { device_id: deviceId } : {}),
    ...(since ? { enrolled_at_ms: Math.floor(since) } : {}),
    evidence: [...paths, ...(marks ?? [])],
  };
}

/** Enrolled when Intune gave the device an id. */
async function intune(files: Files): Promise<MdmEnrollment | undefined> {
  const paths = await existing(files, INTUNE);
  const { registration, hasSeenAll } = await findIntuneRegistration(files, await readPeople(files));
  if (paths.length === 0 && !registration) return undefined;
  const since = registration && (await ifReadable(files.stat(registration.path)))?.modifiedAt;
  const id = registration?.intuneDeviceId;
  const isTold = paths.length === 0 || registration || hasSeenAll;
  return {
    product: 'intune',
    ...(isTold ? { enrolled: paths.length > 0 && id !== undefined } : {}),
    ...(id ? { device_id: id } : {}),
    ...(id && since ? { enrolled_at_ms: Math.floor(since) } : {}),
    evidence: [...paths, ...(registration ? ["a person's intune/registration.toml"] : [])],
  };
}

async function match(
  files: Files,
  where: { path: string; pattern: RegExp } | undefined,
): Promise<string | undefined> {
  if (!where) return undefined;
  return where.pattern.exec((await ifReadable(files.readText(where.path))) ?? '')?.[1];
}

/** Without path and credentials that an address may carry. */
const toHost = (address: string | undefined): string | undefined => {
  const host = address && URL.parse(address)?.hostname;
  return host || undefined;
};
