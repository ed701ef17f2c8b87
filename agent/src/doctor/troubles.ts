import { ERRORS, type ErrorCode } from '@assay/shared';
import { STEPS, type Step } from './finding.ts';

/** A code of a step that failed, in a word for whoever looks after many devices. */
export interface Trouble {
  step: Step;
  code: string;
  meaning: string;
  /** What to do about it, on the device or elsewhere. */
  remedy: string;
}

// What only the doctor says; everything else is in the error catalogue.
const OWN: Trouble[] = [
  ...rows('dns', [
    [
      'dns_failed',
      "the collector's or proxy's name is not known there",
      'DNS, VPN, or the name in the join string',
    ],
  ]),
  ...rows('tcp', [
    ['tcp_timeout', 'no answer', 'a firewall drops the connection: allow it'],
    ['port_closed', 'nothing listens there', 'start the collector or proxy; compare address and port'],
    ['tcp_failed', 'no way there', 'routes, VPN, firewall'],
  ]),
  ...rows('proxy', [
    ['proxy_invalid', 'HTTPS_PROXY is no URL of a proxy', 'http://[user:password@]host:port'],
    ['proxy_auth_required', 'the proxy wants a user and a password', 'put them into HTTPS_PROXY'],
    ['proxy_refused', 'the proxy opens no tunnel', "allow CONNECT to the collector's address"],
  ]),
  ...rows('tls', [
    [
      'tls_failed',
      'what answers does not speak TLS as expected',
      'compare address and port; look for what blocks TLS 1.3',
    ],
    [
      'certificate_expired',
      "the collector's certificate has expired, or a clock is wrong",
      'renew it; set the clock',
    ],
    ['certificate_not_yet_valid', 'the same, the other way round', 'set the clock'],
    [
      'certificate_wrong_name',
      'the certificate is for another name',
      'serve --public-url with the name that agents use',
    ],
  ]),
  ...rows('pin', [
    [
      'certificate_untrusted',
      'somebody else answers: an inspecting proxy, or another collector',
      'exempt the address from inspection; or a new join string',
    ],
  ]),
  ...rows('session', [
    [
      'device_restricted',
      'let in, but pending or quarantined',
      'approve it, or resolve its conflict, in the console',
    ],
  ]),
  ...rows('clock', [['clock_wrong', 'the clock is more than five minutes off', 'NTP']]),
  ...rows('last_ack', [
    ['never_acknowledged', 'no report ever arrived', 'the steps above; is the service running?'],
    ['acknowledged_long_ago', 'the last one was long ago', 'the same'],
  ]),
];

const LOCAL: [step: Step, code: ErrorCode, remedy: string][] = [
  ['enrollment', 'not_enrolled', 'leave a join string; the service enrolls by itself'],
  ['enrollment', 'state_unreadable', 'remove the state directory and enroll again'],
  ['key', 'state_unsafe', 'make it private again; enroll anew when in doubt who has read it'],
  ['session', 'device_unknown', 'the collector has lost its data, or is another one: a new join string'],
  ['session', 'device_revoked', 'an administrator did; a new join string once that is settled'],
  ['session', 'device_unenrolled', 'a new join string'],
  ['session', 'key_retired', 'an old copy of the disk: use the newer one'],
  ['session', 'signature_invalid', 'a new join string'],
  ['session', 'challenge_mismatch', 'another collector answers at this address'],
  ['session', 'draining', 'wait: the collector restarts'],
  ['session', 'store_unavailable', "look at the collector's disk"],
];

/** What `assay-agent doctor` can find wrong, in the order of its steps. */
export const TROUBLES: readonly Trouble[] = [
  ...OWN,
  ...LOCAL.map(([step, code, remedy]) => ({ step, code, meaning: ERRORS[code].meaning, remedy })),
].sort((a, b) => order(a.step) - order(b.step));

function rows(step: Step, own: [code: string, meaning: string, remedy: string][]): Trouble[] {
  return own.map(([code, meaning, remedy]) => ({ step, code, meaning, remedy }));
}

function order(step: Step): number {
  return Object.keys(STEPS).indexOf(step);
}
