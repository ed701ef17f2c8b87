import { MAX_POLICY_CHARACTERS, NewTrial, TrialView } from '@assay/shared/api';
import Type from 'typebox';
import { allowedUntrusted } from '../rollout/blast-radius.ts';
import type { TrialState } from '../trials/trials.ts';
import { startTrial, type TryServices } from '../trials/try-policy.ts';
import { notFound } from './problem.ts';
import type { Api } from './server.ts';

const THIRTY_DAYS_MS = 30 * 86_400_000;
const Id = Type.Object({ id: Type.String({ maxLength: 64 }) });

/** Trying a policy before it holds: begun here, looked at until it is done. */
export function trialRoutes(app: Api, services: TryServices): void {
  const { trials, clock } = services;

  app.post(
    '/api/v1/policy/trials',
    {
      // JSON may escape each character of the document.
      bodyLimit: 6 * MAX_POLICY_CHARACTERS,
      schema: { summary: 'Try a policy on what is stored', body: NewTrial, response: { 202: TrialView } },
    },
    async ({ body }, reply) => {
      const { kind, source: text, since = clock.now() - THIRTY_DAYS_MS } = body;
      const what = kind === 'plan' ? { kind } : { kind, since };
      reply.code(202);
      return toView(await startTrial({ file: 'policy', text }, what, services));
    },
  );

  app.get(
    '/api/v1/policy/trials/:id',
    { schema: { summary: 'How far a trial is, and its result', params: Id, response: { 200: TrialView } } },
    async ({ params }) => {
      const trial = trials.get(params.id);
      if (!trial) throw notFound(`trial ${params.id}; they are forgotten at a restart`);
      return toView(trial);
    },
  );
}

function toView({ result, ...facts }: TrialState): TrialView {
  const view: TrialView = { ...facts, diff: result?.diff ?? null, plan: null, simulation: null };
  if (result?.kind === 'plan') {
    const { atOnce, inTheEnd } = result;
    view.plan = { atOnce, inTheEnd, allowed: allowedUntrusted(inTheEnd.devices) };
  } else if (result) {
    const { effect, postures, since, unshown } = result;
    view.simulation = { effect, postures, since, unshown };
  }
  return view;
}
