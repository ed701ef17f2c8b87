import { AssayError } from '@assay/shared';
import {
  ApplyPolicy,
  MAX_POLICY_CHARACTERS,
  PolicyApplied,
  PolicyHistory,
  PolicyStatus,
  PolicyVersionView,
  RollBackPolicy,
  RolloutView,
  StopRollout,
} from '@assay/shared/api';
import Type from 'typebox';
import { type AuditAction, toAuditEvent } from '../audit/actions.ts';
import { readPolicy } from '../rollout/active-policy.ts';
import { assertWithinBlastRadius } from '../rollout/blast-radius.ts';
import type { PolicyPass } from '../rollout/policy-pass.ts';
import { type Rollouts, versionBefore } from '../rollout/rollouts.ts';
import type { Actor, AuditWrites } from '../store/audit.ts';
import type { PolicyReads } from '../store/policies.ts';
import { effectOf, planFor, plannedEffect, type TryServices } from '../trials/try-policy.ts';
import { notFound } from './problem.ts';
import type { Api } from './server.ts';

export interface PolicyServices extends TryServices {
  store: Pick<PolicyReads, 'policyVersion' | 'policyHistory'> & AuditWrites;
  pass: Pick<PolicyPass, 'progress'>;
  rollouts: Rollouts;
}

const Hash = Type.Object({ hash: Type.String({ maxLength: 71 }) });
// JSON may escape each character of the document.
const BODY_LIMIT = 6 * MAX_POLICY_CHARACTERS;

/** The policy in force, its versions, and bringing another one into force. */
export function policyRoutes(app: Api, services: PolicyServices): void {
  const { store, active, pass, trials, rollouts, clock } = services;
  app.get(
    '/api/v1/policy',
    { schema: { summary: 'The policy in force', response: { 200: PolicyStatus } } },
    async () => {
      const { policy, ...reassessing } = pass.progress();
      return {
        ...{ active: active.activation, reassessing, rollout: rollouts.current() },
        lastPlan: trials.last('plan')?.id ?? null,
      };
    },
  );

  app.get(
    '/api/v1/policy/history',
    {
      schema: {
        summary: 'Which version was in force from when on, newest first',
        querystring: Type.Object({
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          cursor: Type.Optional(Type.Integer({ minimum: 1 })),
        }),
        response: { 200: PolicyHistory },
      },
    },
    async ({ query }) => {
      const { limit, cursor: before = Number.MAX_SAFE_INTEGER } = query;
      const activations = await store.policyHistory({ before, limit });
      const next = activations.length === limit ? (activations.at(-1)?.id ?? null) : null;
      return { activations, next };
    },
  );

  app.get(
    '/api/v1/policy/versions/:hash',
    { schema: { summary: 'One version, as text', params: Hash, response: { 200: PolicyVersionView } } },
    async ({ params }) => versionOf(params.hash),
  );

  app.post(
    '/api/v1/policy/apply',
    {
      bodyLimit: BODY_LIMIT,
      schema: { summary: 'Bring a policy into force', body: ApplyPolicy, response: { 200: PolicyApplied } },
    },
    async ({ body, who, actor }) => {
      const source = { file: 'policy', text: body.source };
      // The baseline that comes with Assay gives way to that of the next release, unless somebody chose it.
      const isChosen = active.activation.kind !== 'built_in';
      if (readPolicy(source).hash === active.policy.hash && isChosen) return unchanged();
      const plan = await planFor(source, body.plan, services);
      const planned = plannedEffect(plan);
      assertWithinBlastRadius(planned, body.allowUntrusted);
      const { reason, staged } = body;
      if (staged) {
        await tell(actor, 'policy.rollout_start', readPolicy(source).hash, reason);
        const rollout = await rollouts.start({ source, by: who, reason, ...staged }, effectOf(plan));
        return { activation: active.activation, changed: true, rollout };
      }
      const request = { kind: 'applied' as const, by: who, source: actor.source, reason, planned };
      return { activation: await active.activate(source, request), changed: true, rollout: null };
    },
  );

  app.post(
    '/api/v1/policy/rollback',
    {
      schema: {
        summary: 'Bring an earlier version back into force',
        body: RollBackPolicy,
        response: { 200: PolicyApplied },
      },
    },
    async ({ body, who, actor }) => {
      const hash = body.to ?? (await versionBefore(active.activation, rollouts.current(), store));
      if (hash === null) throw new AssayError('not_found', 'there is no version before the one in force');
      const version = await versionOf(hash);
      if (version.hash === active.policy.hash) return unchanged();
      const by = { by: who, source: actor.source, reason: body.reason };
      const request = { kind: 'rolled_back' as const, ...by, planned: null };
      const source = { file: version.hash, text: version.source };
      return { activation: await active.activate(source, request), changed: true, rollout: null };
    },
  );

  app.post(
    '/api/v1/policy/rollout/advance',
    {
      schema: {
        summary:
          'Take the policy that is on its way to its next stage; it halts if more would fall than planned',
        response: { 200: RolloutView },
      },
    },
    async ({ actor }) => {
      await tell(actor, 'policy.rollout_advance', rollouts.running().candidate);
      return rollouts.advance();
    },
  );

  app.post(
    '/api/v1/policy/rollout/stop',
    {
      schema: {
        summary: 'Stop the policy that is on its way, and go back to the one before',
        body: StopRollout,
        response: { 200: RolloutView },
      },
    },
    async ({ body, who, actor }) => {
      await tell(actor, 'policy.rollout_stop', rollouts.running().candidate, body.reason);
      return rollouts.stop(body.reason, who);
    },
  );

  // Before it is done: what follows is in the log under the rollout's own name.
  const tell = (actor: Actor, action: AuditAction, subject: string, detail?: string) =>
    store.record(
      toAuditEvent(actor, { action, at: clock.now(), subject, ...(detail === undefined ? {} : { detail }) }),
    );

  const unchanged = () => ({ activation: active.activation, changed: false, rollout: null });

  async function versionOf(hash: string) {
    const version = await store.policyVersion(hash);
    if (!version) throw notFound(`policy version ${hash}`);
    return version;
  }
}
