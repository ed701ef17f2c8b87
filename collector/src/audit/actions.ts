import type { Actor, AuditEvent } from '../store/audit.ts';

/** What somebody does to a collector, in words for people; exemptions and policies say more of themselves than their action. */
const AUDIT_ACTIONS = {
  'enrollment_token.create': 'made a join string',
  'enrollment_token.expire': 'ended a join string',
  'device.approve': 'approved a device',
  'device.revoke': 'revoked a device',
  'device.set_owner': 'gave a device to somebody',
  'device.rotate_key': 'asked for a new device key',
  'conflict.resolve': 'decided a conflict',
  'target.create': 'set up a target',
  'target.remove': 'removed a target',
  'delivery.redeliver': 'sent again what a target was told',
  'sign_in_code.create': 'made a sign-in link',
  'sign_in.create': 'signed in',
  'sign_in.end': 'signed out',
  'policy.rollout_start': 'sent a policy on its way',
  'policy.rollout_advance': 'took a policy a stage further',
  'policy.rollout_stop': 'stopped a policy on its way',
  'backup.create': 'made a backup',
  'backup.restore': 'restored a backup',
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** What somebody did, to what: an id. `before` and `after` hold no secrets. */
interface Act extends Pick<AuditEvent, 'at' | 'subject' | 'before' | 'after'> {
  action: AuditAction;
  /** Why, or what more there is to say; missing: the action says it all. */
  detail?: string;
}

/** Pure. An entry of the audit log: the one place where an action becomes one. */
export const toAuditEvent = ({ name, source }: Actor, act: Act): AuditEvent => ({
  detail: AUDIT_ACTIONS[act.action],
  ...act,
  ...{ who: name, source },
});
