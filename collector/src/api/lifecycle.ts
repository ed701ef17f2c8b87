import { ResolveConflict, RevokeDevice, SetOwner } from '@assay/shared/api';
import Type from 'typebox';
import { toAuditEvent } from '../audit/actions.ts';
import type { DeviceLifecycle, LifecycleServices } from '../enrollment/lifecycle.ts';
import { resolveConflict } from '../enrollment/resolve.ts';
import type { LiveSessions } from '../gateway/live-sessions.ts';
import type { AuditWrites } from '../store/audit.ts';
import { notFound } from './problem.ts';
import type { Api } from './server.ts';

export interface LifecycleRouteServices {
  lifecycle: DeviceLifecycle;
  devices: LifecycleServices;
  live: LiveSessions;
  audit: AuditWrites;
}

const Id = Type.Object({ id: Type.String({ maxLength: 64 }) });
const Nothing = { 204: Type.Null() };

/** What administrators do to devices themselves. */
export function lifecycleRoutes(app: Api, { lifecycle, devices, live, audit }: LifecycleRouteServices): void {
  app.post(
    '/api/v1/devices/:id/approve',
    {
      schema: {
        summary: 'Approve a device that waits for it',
        params: Id,
        response: Nothing,
      },
    },
    async ({ params, actor }, reply) => {
      await lifecycle.approve(params.id, actor);
      reply.code(204);
      return null;
    },
  );

  app.post(
    '/api/v1/devices/:id/revoke',
    {
      schema: {
        summary: 'Revoke a device for good: its session ends, its tier is untrusted, every target is told',
        params: Id,
        body: RevokeDevice,
        response: Nothing,
      },
    },
    async ({ params, body, actor }, reply) => {
      await lifecycle.revoke(params.id, { by: actor, reason: body.reason });
      reply.code(204);
      return null;
    },
  );

  app.put(
    '/api/v1/devices/:id/owner',
    {
      schema: {
        summary: 'Give a device to another person, or to nobody; consumers of both are told',
        params: Id,
        body: SetOwner,
        response: Nothing,
      },
    },
    async ({ params, body, actor }, reply) => {
      await lifecycle.setOwner(params.id, body.owner, actor);
      reply.code(204);
      return null;
    },
  );

  app.post(
    '/api/v1/devices/:id/rotate-key',
    {
      schema: {
        summary: 'Ask the agent to put a new key in the place of the present one',
        params: Id,
        response: { 202: Type.Object({ asked: Type.Boolean({ description: 'false: not connected' }) }) },
      },
    },
    async ({ params, actor }, reply) => {
      const known = await devices.fleet.with(params.id, async (device) => device !== null);
      if (!known) throw notFound(`device ${params.id}`);
      const act = { action: 'device.rotate_key', at: devices.clock.now(), subject: params.id } as const;
      await audit.record(toAuditEvent(actor, act));
      const session = live.get(params.id);
      session?.rotateKey();
      reply.code(202);
      return { asked: session !== undefined };
    },
  );

  app.post(
    '/api/v1/conflicts/:id/resolve',
    {
      schema: {
        summary: 'Decide a conflict: which device stays, or both',
        params: Id,
        body: ResolveConflict,
        response: Nothing,
      },
    },
    async ({ params, body, actor }, reply) => {
      await resolveConflict(params.id, { resolution: body.resolution, by: actor }, devices, lifecycle);
      reply.code(204);
      return null;
    },
  );
}
