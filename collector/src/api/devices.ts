import { DeviceDetail, DeviceList, Timeline } from '@assay/shared/api';
import Type from 'typebox';
import type { ConflictReads } from '../store/conflicts.ts';
import type { DeliveryReads } from '../store/deliveries.ts';
import type { DeviceReads } from '../store/devices.ts';
import type { HistoryReads } from '../store/history.ts';
import type { TargetReads } from '../store/targets.ts';
import { toDetail, toSummary, type ViewServices } from './device-view.ts';
import { notFound } from './problem.ts';
import type { Api } from './server.ts';
import { TIMELINE_CURSOR, toTimelineCursor, toTimelineEntry, toTimelinePlace } from './timeline.ts';

export interface DeviceServices extends ViewServices {
  store: Pick<DeviceReads, 'device' | 'devices'> &
    Pick<ConflictReads, 'conflictsOf'> &
    Pick<DeliveryReads, 'deliveryStates'> &
    TargetReads &
    HistoryReads;
}

const DeviceId = Type.Object({ id: Type.String({ maxLength: 64 }) });
const limit = (fallback: number) => Type.Integer({ minimum: 1, maximum: 200, default: fallback });

/** Devices, the answer to "why?", and their past. */
export function deviceRoutes(app: Api, services: DeviceServices): void {
  const { store, live } = services;

  app.get(
    '/api/v1/devices',
    {
      schema: {
        summary: 'Devices, by search and tier',
        querystring: Type.Object({
          search: Type.String({
            default: '',
            maxLength: 200,
            description: 'part of host, owner or serial; or an id',
          }),
          tier: Type.Optional(Type.Enum(['trusted', 'limited', 'untrusted', 'unjudged'])),
          limit: limit(50),
          cursor: Type.Optional(Type.String({ maxLength: 64 })),
        }),
        response: { 200: DeviceList },
      },
    },
    async ({ query }) => {
      const { search, tier = null, limit, cursor = null } = query;
      const page = await store.devices({ search, tier, limit, after: cursor });
      const conflicts = await store.conflictsOf(page.devices.map(({ record }) => record.id));
      const devices = page.devices.map((device) => toSummary(device, conflicts, services));
      const next = devices.length === limit ? (devices.at(-1)?.id ?? null) : null;
      return { devices, next, total: page.total, tiers: page.tiers };
    },
  );

  app.get(
    '/api/v1/devices/:id',
    {
      schema: {
        summary: 'One device: verdict, cause, points, evidence, targets',
        params: DeviceId,
        response: { 200: DeviceDetail },
      },
    },
    async ({ params }) => {
      const device = await store.device(params.id);
      if (!device) throw notFound(`device ${params.id}`);
      // None of them ever hears of the canary.
      const targets = device.record.canary ? [] : await store.targets();
      const deliveries = await store.deliveryStates(params.id);
      return toDetail(device, { targets, deliveries }, await store.conflictsOf([params.id]), services);
    },
  );

  app.get(
    '/api/v1/devices/:id/timeline',
    {
      schema: {
        summary: 'What happened to a device, newest first',
        params: DeviceId,
        querystring: Type.Object({
          limit: limit(50),
          cursor: Type.Optional(Type.String({ maxLength: 32, pattern: TIMELINE_CURSOR.source })),
        }),
        response: { 200: Timeline },
      },
    },
    async ({ params, query }) => {
      const device = await store.device(params.id);
      if (!device) throw notFound(`device ${params.id}`);
      const { before, shown } = toTimelinePlace(query.cursor);
      const limit = query.limit + shown;
      const history = await store.history({ deviceId: params.id, before, limit });
      const entries = history.slice(shown).map(toTimelineEntry);
      if (history.length === limit) return { entries, next: toTimelineCursor(history) };
      const { enrolledAt, keyStorage } = device.record;
      if (enrolledAt >= before) return { entries, next: null };
      const enrolled = { id: 'enrolled', at: enrolledAt, kind: 'enrolled' as const, score: null, tier: null };
      entries.push({ ...enrolled, title: 'Enrolled', detail: `device key kept in: ${keyStorage}` });
      return { entries, next: null };
    },
  );

  app.post(
    '/api/v1/devices/:id/recheck',
    {
      schema: {
        summary: 'Ask the agent to observe everything again now',
        params: DeviceId,
        response: { 202: Type.Object({ asked: Type.Boolean({ description: 'false: not connected' }) }) },
      },
    },
    async ({ params }, reply) => {
      if (!(await store.device(params.id))) throw notFound(`device ${params.id}`);
      const session = live.get(params.id);
      session?.recheck();
      reply.code(202);
      return { asked: session !== undefined };
    },
  );
}
