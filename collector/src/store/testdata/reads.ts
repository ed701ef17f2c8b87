import type { Reads } from '../store.ts';
import { AT, DEVICES, EXEMPTIONS, GROUPS, HOUR, POLICIES, SPAN, TARGETS, bytes } from './few.ts';
import type { Operation } from './operations.ts';

const times = [0, 5, 10, SPAN, SPAN + 1].map((hours) => AT + hours * HOUR);
const numbers = Array.from({ length: 12 }, (_, i) => i + 1);
const page = { after: '', limit: 2 };
const read = (operation: keyof Reads, ...inputs: unknown[]): Operation[] =>
  inputs.map((input) => ({ name: operation, input }));
const each = <T>(values: readonly T[], ...toInputs: ((value: T) => unknown)[]) =>
  values.flatMap((value) => toInputs.map((toInput) => toInput(value)));

/** Everything that can be read. */
export const reads: Operation[] = [
  read('device', ...DEVICES, 'd-9'),
  read(
    'devices',
    ...each(['', 'Å', 'å', 'A', '%', 'd-2', 'ADA'], (search) => ({ search, tier: null, limit: 2, after: null })),
    ...each(['trusted', 'unjudged'], (wanted) => ({ search: '', tier: wanted, limit: 9, after: 'd-1' })),
  ),
  read('devicesWithHardware', { platform: 'linux', serial: 'A1', uuid: null, except: 'd-1' }),
  read('devicesDue', ...each(times, (now) => ({ at: now, limit: 2 }))),
  read('devicesJudgedAfter', ...each(times, (now) => ({ at: now, ...page }))),
  read('devicesInGroup', ...each(GROUPS, (group) => ({ group, ...page }))),
  read('deviceIds', page, { after: 'd-1', limit: 9 }),
  read('hostnames', [...DEVICES].reverse()),
  read('deviceKeys', ...DEVICES),
  read('conflictsOf', [...DEVICES], ['d-1']),
  read('conflict', 'none'),
  read('history', ...each(DEVICES, (deviceId) => ({ deviceId, before: AT + 99 * HOUR, limit: 50 }))),
  read('history', ...each(DEVICES, (deviceId) => ({ deviceId, before: AT + 10 * HOUR, limit: 3 }))),
  read('deliveryStates', ...DEVICES),
  read('pendingDeliveries', ...each(TARGETS, (targetId) => ({ targetId, limit: 2 }))),
  read('pendingNotices', ...each(TARGETS, (targetId) => ({ targetId, limit: 2 }))),
  read(
    'notices',
    ...each([1, 9], (limit) => ({ after: null, limit })),
    ...each(EXEMPTIONS, (subject) => ({ after: { at: AT + 9 * HOUR, subject, event: 'exemption.ended' }, limit: 2 })),
  ),
  read('lastDeliveries', undefined),
  read('newestPending', undefined),
  read('enrollmentTokens', undefined),
  read('targets', undefined),
  read('access', ...each(numbers, (seed) => ({ hash: bytes(seed), at: AT + 10 * HOUR }))),
  read('activePolicy', undefined),
  read('policyVersion', ...POLICIES),
  read('policyHistory', { before: 3, limit: 9 }, { before: 99, limit: 2 }),
  read('devicesUnderOtherPolicy', ...each(POLICIES, (hash) => ({ hash, ...page }))),
  read('countUnderOtherPolicy', ...POLICIES),
  read('lastRollout', undefined),
  read('madeUntrusted', ...each(POLICIES, (hash) => ({ policy: hash, since: AT + HOUR }))),
  read('judgementAt', ...each(DEVICES, ...times.map((now) => (deviceId: string) => ({ deviceId, at: now })))),
  read('referenceValues', ...POLICIES),
  read('judgedDevices', page),
  read('evidence', ...each(DEVICES, ...numbers.map((made) => (deviceId: string) => ({ deviceId, number: made })))),
  read('postures', ...each(DEVICES, ...times.map((since) => (deviceId: string) => ({ deviceId, since })))),
  read(
    'lookAtFleet',
    ...each(times, (now) => ({ after: '', limit: 2, now })),
    { after: 'd-2', limit: 9, now: AT },
  ),
  read('coverageHours', { since: AT, until: AT + 9 * HOUR }, { since: 0, until: AT + 99 * HOUR }),
  read('coverageEvents', { since: AT, until: AT + 9 * HOUR }, { since: 0, until: AT + 99 * HOUR }),
  read('exemption', ...EXEMPTIONS),
  read('exemptions', ...each(times, (now) => ({ state: 'open', at: now, limit: 2, before: null }))),
  read('exemptions', ...each(times, (now) => ({ state: 'past', at: now, limit: 9, before: 'x-3' }))),
  read('exemptionsInForce', ...times),
  read('breakGlasses', undefined),
  read('canaryId', undefined),
  read('probesSince', { since: times, until: AT + 12 * HOUR }),
  read('waived', undefined),
  read('audit', { before: 99, limit: 99 }, { before: 5, limit: 2 }),
  read('auditBrokenAt', undefined),
].flat();
