import { AssayError, type Clock } from '@assay/shared';
import { CreatedTarget, NewTarget, TargetList, type TargetView } from '@assay/shared/api';
import Type from 'typebox';
import { v7 as uuidv7 } from 'uuid';
import { toAuditEvent } from '../audit/actions.ts';
import { configProblems, type TargetKinds } from '../publish/kinds.ts';
import type { Publisher } from '../publish/publisher.ts';
import { newWebhookSecret } from '../publish/webhook.ts';
import type { DeliveryReads, DeliveryWrites, LastDelivery } from '../store/deliveries.ts';
import type { StoredTarget, TargetReads, TargetWrites } from '../store/targets.ts';
import { notFound } from './problem.ts';
import type { Api } from './server.ts';

export interface TargetServices {
  store: TargetReads &
    TargetWrites &
    Pick<DeliveryReads, 'lastDeliveries'> &
    Pick<DeliveryWrites, 'requeueDelivery'>;
  publisher: Pick<Publisher, 'status' | 'redeliver'>;
  /** After what is set up has changed. */
  reload(): Promise<void>;
  /** After a target has been added to what is set up. */
  onAdded(): void;
  kinds: TargetKinds;
  clock: Clock;
}

const Id = Type.Object({ id: Type.String({ maxLength: 64 }) });

/** Where verdicts go: set up, look at, send again. */
export function targetRoutes(app: Api, services: TargetServices): void {
  const { store, publisher, reload, onAdded, kinds, clock } = services;
  // Of a kind that a newer version knows, nothing tells what is secret: all of it may be.
  const withoutSecrets = ({ kind, config }: Pick<StoredTarget, 'kind' | 'config'>) => {
    const secrets = new Set<string>(kinds.get(kind)?.secrets ?? Object.keys(config));
    return Object.fromEntries(
      Object.entries(config).map(([key, value]) => [key, secrets.has(key) ? '••••••' : value]),
    );
  };

  /** What targets answered before the start, looked for among all deliveries, once: since then the publisher knows. */
  const before = new Map<string, Omit<LastDelivery, 'targetId'>>();

  async function views(targets: readonly StoredTarget[]): Promise<TargetView[]> {
    const statuses = new Map(publisher.status().map((status) => [status.id, status]));
    const succeededAt = (id: string) => statuses.get(id)?.health?.lastSuccessAt ?? null;
    const missing = targets.filter(({ id }) => succeededAt(id) === null && !before.has(id));
    if (missing.length > 0) {
      const found = new Map((await store.lastDeliveries()).map((last) => [last.targetId, last]));
      for (const { id } of missing) before.set(id, found.get(id) ?? { acceptedAt: null, refusal: null });
    }
    return targets.map((target) => {
      const { health, problems = [] } = statuses.get(target.id) ?? {};
      const isUntried = health && health.lastSuccessAt === null && health.lastError === null;
      const refused = isUntried ? (before.get(target.id)?.refusal ?? null) : null;
      const failed = health?.failingSince ? (health.lastError?.detail ?? null) : refused;
      return {
        ...target,
        config: withoutSecrets(target),
        queued: health?.queued ?? 0,
        lastAcceptedAt: succeededAt(target.id) ?? before.get(target.id)?.acceptedAt ?? null,
        lastError: problems.length > 0 ? `told nothing until this is mended: ${problems.join('; ')}` : failed,
      };
    });
  }

  app.get('/api/v1/targets', { schema: { summary: 'Targets', response: { 200: TargetList } } }, async () => ({
    targets: await views(await store.targets()),
  }));

  app.post(
    '/api/v1/targets',
    { schema: { summary: 'Add a target', body: NewTarget, response: { 201: CreatedTarget } } },
    async ({ body, actor }, reply) => {
      const madeSecret =
        body.kind === 'webhook' && body.config.secret === undefined ? newWebhookSecret() : null;
      const config = madeSecret ? { ...body.config, secret: madeSecret } : body.config;
      const problems = configProblems(kinds, body.kind, config);
      if (problems.length > 0) throw new AssayError('invalid_request', problems.join('; '));
      const target = { id: uuidv7(), name: body.name, kind: body.kind, config, createdAt: clock.now() };
      const after = { name: target.name, kind: target.kind, config: withoutSecrets(target) };
      const act = { action: 'target.create', at: target.createdAt, subject: target.id, after } as const;
      if (!(await store.createTarget({ ...target, audit: toAuditEvent(actor, act) }))) {
        throw new AssayError('invalid_request', `there is a target named "${body.name}" already`);
      }
      await reload();
      onAdded();
      reply.code(201);
      const [created] = await views([target]);
      return { target: created as TargetView, secret: madeSecret };
    },
  );

  app.delete(
    '/api/v1/targets/:id',
    { schema: { summary: 'Remove a target', params: Id, response: { 204: Type.Null() } } },
    async ({ params, actor }, reply) => {
      const { id } = params;
      const at = clock.now();
      const target = (await store.targets()).find((one) => one.id === id);
      const before = target && { name: target.name, kind: target.kind, config: withoutSecrets(target) };
      const act = { action: 'target.remove', at, subject: id, ...(before ? { before } : {}) } as const;
      if (!(await store.removeTarget({ id, at, audit: toAuditEvent(actor, act) })))
        throw notFound(`target ${params.id}`);
      await reload();
      reply.code(204);
      return null;
    },
  );

  app.post(
    '/api/v1/deliveries/:id/redeliver',
    { schema: { summary: 'Send a delivery again', params: Id, response: { 202: Type.Object({}) } } },
    async ({ params, actor }, reply) => {
      const { id } = params;
      const at = clock.now();
      const audit = toAuditEvent(actor, { action: 'delivery.redeliver', at, subject: id });
      const delivery = await store.requeueDelivery({ id, at, audit });
      if (!delivery) throw notFound(`delivery ${params.id} with a target`);
      // A target that cannot be used takes it from the outbox once it is mended.
      publisher.redeliver(delivery);
      reply.code(202);
      return {};
    },
  );
}
