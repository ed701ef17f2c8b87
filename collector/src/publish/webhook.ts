import { randomBytes } from 'node:crypto';
import { shorten } from '@assay/shared';
import { Webhook } from 'standardwebhooks';
import Type, { type Static } from 'typebox';
import { CaPem, EndpointUrl } from './endpoint.ts';
import { createPoster, describeAnswer, type PostAnswer } from './http-post.ts';
import { NOTICE_EVENTS, type Notice } from './notice.ts';
import type {
  Answer,
  Delivery,
  NoticeDelivery,
  Sender,
  SenderServices,
  TargetKind,
  VerdictChange,
} from './target.ts';

const EVENTS = [
  'device.tier_changed',
  'device.score_changed',
  'device.owner_changed',
  'device.revoked',
  'device.unenrolled',
  ...NOTICE_EVENTS,
] as const;
type WebhookEvent = (typeof EVENTS)[number];
type DeviceEvent = Exclude<WebhookEvent, Notice['event']>;
/** Every step of a score is told only to those who ask for it. */
const DEFAULT_EVENTS: readonly WebhookEvent[] = EVENTS.filter((event) => event !== 'device.score_changed');

/** Of what a device says: none can make itself so large that nobody takes what is told of it. */
const MAX_TEXT_LENGTH = 2_000;

const WebhookConfig = Type.Object(
  {
    url: EndpointUrl,
    secret: Type.String({
      title: 'Signing secret',
      description: 'whsec_ and 24 to 64 random bytes in base64',
      pattern:
        '^whsec_(?=[A-Za-z0-9+/]{32,86}={0,2}$)([A-Za-z0-9+/]{4})+([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
    }),
    events: Type.Optional(
      Type.Array(Type.Enum([...EVENTS]), {
        title: 'Events',
        description: 'all but device.score_changed unless said otherwise; that is a new score within a tier',
        minItems: 1,
        uniqueItems: true,
      }),
    ),
    scores: Type.Optional(
      Type.Boolean({ description: 'device.score_changed as well, where no events are named' }),
    ),
    ca: Type.Optional(CaPem),
  },
  { additionalProperties: false },
);
export type WebhookConfig = Static<typeof WebhookConfig>;

/** A secret for a new webhook, as the Standard Webhooks specification wants it: 32 random bytes. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Posts signed JSON by the Standard Webhooks specification. */
export const webhookKind: TargetKind<WebhookConfig> = {
  kind: 'webhook',
  carries: 'events',
  configSchema: WebhookConfig,
  secrets: ['secret'],
  eventsFor(config, change) {
    return eventsOf(change).filter((event) => wantedBy(config).includes(event));
  },
  wantsNotice: (config, event) => wantedBy(config).includes(event),
  create: createSender,
};

const wantedBy = ({ events, scores = false }: WebhookConfig): readonly WebhookEvent[] =>
  events ?? (scores ? EVENTS : DEFAULT_EVENTS);

function eventsOf({ previous, current, lifecycle }: VerdictChange): DeviceEvent[] {
  // A webhook is told of an owner's change once, with both owners.
  if (lifecycle?.kind === 'withdrawn') return [];
  const news: DeviceEvent[] = lifecycle ? [`device.${lifecycle.kind}`] : [];
  if (previous?.tier !== current.tier) return ['device.tier_changed', ...news];
  return previous.score === current.score ? news : ['device.score_changed', ...news];
}

/** The body of a delivery; the same at every attempt. Times are ISO 8601 UTC. */
function webhookBody({ event, change }: Delivery): string {
  const { subject, previous, current, cause, findings, at, lifecycle } = change;
  const owners = lifecycle?.kind === 'owner_changed' ? { previousOwner: lifecycle.previousOwner } : {};
  const toVerdict = (verdict: VerdictChange['current']) => ({
    ...verdict,
    since: new Date(verdict.since).toISOString(),
    validUntil: new Date(verdict.validUntil).toISOString(),
  });
  const { deviceId, ...names } = subject;
  return JSON.stringify({
    type: event,
    timestamp: new Date(at).toISOString(),
    data: {
      device: { id: deviceId, ...names, ...owners },
      previous: previous && toVerdict(previous),
      current: toVerdict(current),
      cause: { ...cause, text: shorten(cause.text, MAX_TEXT_LENGTH) },
      findings: findings.map(({ explain, user, ...finding }) => ({
        ...finding,
        explain: shorten(explain, MAX_TEXT_LENGTH),
        user: shorten(user, MAX_TEXT_LENGTH),
      })),
    },
  });
}

const noticeBody = ({ notice: { event, at, data } }: NoticeDelivery): string =>
  JSON.stringify({ type: event, timestamp: new Date(at).toISOString(), data });

function createSender(config: WebhookConfig, { clock }: SenderServices): Sender {
  const signer = new Webhook(config.secret);
  const poster = createPoster(config.url, { ca: config.ca });

  async function post(id: string, body: string, signal: AbortSignal): Promise<Answer> {
    const at = new Date(clock.now());
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'assay-collector',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': signer.sign(id, at, body),
    };
    return toAnswer(await poster.post(headers, body, signal));
  }

  return {
    send: (delivery, signal) => post(delivery.id, webhookBody(delivery), signal),
    tell: (delivery, signal) => post(delivery.id, noticeBody(delivery), signal),
    close: () => poster.close(),
  };
}

/** Standard Webhooks: only 2xx is success, 410 says that nobody wants it any more, all else is worth another try. */
function toAnswer(answer: PostAnswer): Answer {
  const { status, retryAfterMs } = answer;
  const detail = describeAnswer(answer);
  if (status >= 200 && status < 300) return { result: 'accepted', status, detail: `answered ${status}` };
  if (status === 410) return { result: 'refused', status, detail: `${detail} (gone: remove this webhook)` };
  return { result: 'retry', status, detail, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
