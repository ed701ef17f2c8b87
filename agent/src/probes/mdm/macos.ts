import { absent, type MdmEnrollment, ok, unknown } from '@assay/shared';
import { execProblemToOutcome } from '../../system/exec.ts';
import { fileProblemToOutcome } from '../../system/file-error.ts';
import type { Probe } from '../probe.ts';
import { findMacManagement, MAC_MANAGEMENT } from './mac-software.ts';

const PROFILES = '/private/var/db/ConfigurationProfiles/Settings';

const NEEDS_ROOT = /requires root privileges/;

/** Enrolment as macOS itself knows it; a product's software says only that it is there. */
export const mdmOnMacos: Probe<'mdm'> = {
  signal: 'mdm',
  watch: [PROFILES, ...Object.values(MAC_MANAGEMENT).flat()],
  everyMs: 6 * 3_600_000,
  deadlineMs: 15_000,
  async observe({ exec, files }) {
    try {
      const answer = await exec.run('profiles', ['status', '-type', 'enrollment']);
      if ('stdout' in answer && NEEDS_ROOT.test(`${answer.stdout}\n${answer.stderr}`)) {
        return unknown('permission', 'profiles needs root');
      }
      if (answer.status !== 'ok') return execProblemToOutcome('profiles', answer);
      const status = parseEnrollment(answer.stdout);
      if (!status) return unknown('unparsed', 'profiles does not say whether this Mac is enrolled');
      const found = await findMacManagement(files);
      if (!status.enrolled && found.length === 0)
        return absent('not enrolled, and no known management software');
      return ok({ enrolled: status.enrolled === true, enrollments: [status, ...found] });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

/** Reads `profiles status -type enrollment`; of the server's address only the host. */
function parseEnrollment(text: string): MdmEnrollment | undefined {
  const [, word, approved] = /^MDM enrollment: (Yes|No)( \(User Approved\))?\s*$/m.exec(text) ?? [];
  if (word === undefined) return undefined;
  const automated = /^Enrolled via DEP: (Yes|No)\s*$/m.exec(text)?.[1];
  const address = /^MDM server: (\S+)\s*$/m.exec(text)?.[1];
  const server = address && URL.parse(address)?.hostname;
  const enrolled = word === 'Yes';
  return {
    product: 'macos-mdm',
    enrolled,
    ...(server ? { server } : {}),
    ...(enrolled && automated ? { automated: automated === 'Yes' } : {}),
    ...(enrolled ? { user_approved: approved !== undefined } : {}),
    evidence: ['profiles status -type enrollment'],
  };
}
