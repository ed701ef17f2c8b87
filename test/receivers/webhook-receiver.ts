import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { type Judgement, type Receiver, type ServerOptions, startReceiver } from './receiver.ts';

/** A webhook as its consumer sees it. */
export interface ReceivedWebhook {
  id: string;
  body: { type: string; timestamp: string; data: Record<string, unknown> };
}

/**
 * A consumer by the Standard Webhooks specification: verifies signature and timestamp over the raw bytes with the
 * specification's own library, and wants its payload shape. A repeated id is accepted and counted.
 */
export function startWebhookReceiver(
  options: { secret: string } & Partial<ServerOptions>,
): Promise<Receiver<ReceivedWebhook>> {
  const verifier = new Webhook(options.secret);
  const server: ServerOptions = { path: '/webhook', ...options };
  return startReceiver(server, async (request, raw): Promise<Judgement<ReceivedWebhook>> => {
    if (request.method !== 'POST') return refuse(405, `expected POST, got ${request.method}`);
    const type = request.headers['content-type'];
    if (type !== 'application/json') return refuse(415, `expected application/json, got ${type}`);
    if (raw.length > 20_000) return refuse(413, `expected at most 20 kB, got ${raw.length} bytes`);
    try {
      const body = verifier.verify(raw, request.headers as Record<string, string>);
      const id = String(request.headers['webhook-id']);
      if (!isPayload(body)) return refuse(400, 'expected type, timestamp and data');
      return { accepted: true, status: 204, id, message: { id, body } };
    } catch (error) {
      if (error instanceof WebhookVerificationError) return refuse(401, error.message);
      return refuse(400, 'expected JSON');
    }
  });
}

function isPayload(body: unknown): body is ReceivedWebhook['body'] {
  if (typeof body !== 'object' || body === null) return false;
  const { type, timestamp, data } = body as Record<string, unknown>;
  return (
    typeof type === 'string' &&
    /^[a-zA-Z0-9_.]+$/.test(type) &&
    typeof timestamp === 'string' &&
    new Date(timestamp).toISOString() === timestamp &&
    typeof data === 'object' &&
    data !== null
  );
}

const refuse = (status: number, reason: string) => ({ accepted: false, status, reason }) as const;
