import { AssayError, type Clock } from '@assay/shared';
import { ExemptionList, ExemptionView, NewExemption, ReasonAndEnd } from '@assay/shared/api';
import Type from 'typebox';
import type { Exemptions } from '../exemptions/exemptions.ts';
import type { ExemptionKeeper } from '../exemptions/keeper.ts';
import type { Policy } from '../policy/policy.ts';
import { checksOfAnybody } from '../policy/rules/to-policy.ts';
import type { DeviceReads } from '../store/devices.ts';
import type { ExemptionReads, ExemptionRecord } from '../store/exemptions.ts';
import { toExemptionViews } from './exemption-view.ts';
import { notFound } from './problem.ts';
import type { Api } from './server.ts';

export interface ExemptionRouteServices {
  store: Pick<ExemptionReads, 'exemption' | 'exemptions' | 'waived'> & Pick<DeviceReads, 'hostnames'>;
  clock: Clock;
  exemptions: Exemptions;
  keeper: Pick<ExemptionKeeper, 'fresh'>;
  active: { readonly policy: Policy };
}

const Id = Type.Object({ id: Type.String({ maxLength: 64 }) });

/** What is excused, for whom and until when; and granting it. */
export function exemptionRoutes(app: Api, services: ExemptionRouteServices): void {
  const { store, clock, exemptions, keeper, active } = services;
  const view = async (record: ExemptionRecord): Promise<ExemptionView> => {
    const [shown] = await toExemptionViews([record], services);
    if (!shown) throw notFound(`exemption ${record.id}`);
    return shown;
  };

  app.get(
    '/api/v1/exemptions',
    {
      schema: {
        summary: 'Exemptions, newest first, and the debt that they are',
        querystring: Type.Object({
          state: Type.Enum(['open', 'past'], { default: 'open' }),
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          cursor: Type.Optional(Type.String({ maxLength: 64 })),
        }),
        response: { 200: ExemptionList },
      },
    },
    async ({ query }) => {
      const { state, limit, cursor: before = null } = query;
      const records = await store.exemptions({ state, at: clock.now(), limit, before });
      const next = records.length === limit ? (records.at(-1)?.id ?? null) : null;
      const { maxLengthMs, maxOpen, secondPerson, breakGlassMaxMs } = active.policy.exemptions;
      const limits = { maxLengthMs, maxOpen, secondPerson, breakGlassMaxMs };
      const shown = await toExemptionViews(records, services);
      const checks = checksOfAnybody(active.policy).map(({ id, title, required }) => ({
        id,
        title,
        required,
      }));
      return { exemptions: shown, next, debt: await keeper.fresh(), limits, checks };
    },
  );

  app.get(
    '/api/v1/exemptions/:id',
    { schema: { summary: 'One exemption', params: Id, response: { 200: ExemptionView } } },
    async ({ params }) => {
      const record = await store.exemption(params.id);
      if (!record) throw notFound(`exemption ${params.id}`);
      return view(record);
    },
  );

  app.post(
    '/api/v1/exemptions',
    {
      schema: {
        summary: 'Excuse one device, or one group, from one check until a date',
        body: NewExemption,
        response: { 201: ExemptionView },
      },
    },
    async ({ body, who, actor }, reply) => {
      const { check, reason, until } = body;
      const granted = await exemptions.grant(
        { check, reason, until, scope: scopeOf(body) },
        who,
        actor.source,
      );
      reply.code(201);
      return view(granted);
    },
  );

  app.post(
    '/api/v1/exemptions/:id/renew',
    {
      schema: {
        summary: 'Put a longer one in its place',
        params: Id,
        body: ReasonAndEnd,
        response: { 201: ExemptionView },
      },
    },
    async ({ params, body, who, actor }, reply) => {
      const renewed = await exemptions.renew(params.id, body, who, actor.source);
      reply.code(201);
      return view(renewed);
    },
  );

  app.post(
    '/api/v1/exemptions/:id/approve',
    {
      schema: {
        summary: 'Approve, as a second person, what somebody else asked for',
        params: Id,
        response: { 200: ExemptionView },
      },
    },
    async ({ params, who, actor }) => view(await exemptions.approve(params.id, who, actor.source)),
  );

  app.post(
    '/api/v1/exemptions/:id/end',
    { schema: { summary: 'End it before its time', params: Id, response: { 204: Type.Null() } } },
    async ({ params, who, actor }, reply) => {
      await exemptions.end(params.id, who, actor.source);
      reply.code(204);
      return null;
    },
  );
}

function scopeOf({ device, group }: NewExemption): ExemptionRecord['scope'] {
  if (device !== undefined && group === undefined) return { kind: 'device', device };
  if (group !== undefined && device === undefined) return { kind: 'group', group };
  throw new AssayError('invalid_request', 'say for whom: either device or group');
}
