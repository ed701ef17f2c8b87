import Type, { type Static } from 'typebox';
import { CaPem, EndpointUrl } from '../endpoint.ts';
import { createPoster } from '../http-post.ts';
import type { Delivery, Sender, SenderServices, TargetKind } from '../target.ts';
import { pushHeaders, toPushAnswer, withoutCredentials } from './delivery.ts';
import { CAEP_EVENTS, caepEventsFor } from './events.ts';
import { toSetClaims } from './set.ts';

const StreamConfig = Type.Object(
  {
    endpoint_url: EndpointUrl,
    aud: Type.String({
      title: 'Audience',
      description: 'what the receiver expects as aud',
      minLength: 1,
      maxLength: 2048,
    }),
    authorization_header: Type.Optional(
      Type.String({
        title: 'Authorization header',
        description: 'sent word for word with every push, for example "Bearer …"',
        maxLength: 8192,
        pattern: '^[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?$',
      }),
    ),
    alg: Type.Optional(
      Type.Enum(['RS256', 'ES256'], {
        title: 'Signature',
        description: 'RS256 unless said otherwise: the CAEP interoperability profile asks for it',
      }),
    ),
    events: Type.Optional(
      Type.Array(Type.Enum([...CAEP_EVENTS]), {
        title: 'Events',
        description: 'all unless said otherwise',
        minItems: 1,
        uniqueItems: true,
      }),
    ),
    ca: Type.Optional(CaPem),
  },
  { additionalProperties: false },
);
export type StreamConfig = Static<typeof StreamConfig>;

/** An SSF stream that pushes CAEP events as signed SETs to one receiver. */
export const ssfKind: TargetKind<StreamConfig> = {
  kind: 'ssf',
  carries: 'events',
  configSchema: StreamConfig,
  secrets: ['authorization_header'],
  eventsFor: ({ events }, change) =>
    caepEventsFor(change).filter((event) => !events || events.includes(event)),
  create: createStream,
};

function createStream(config: StreamConfig, { issuer, signSet }: SenderServices): Sender {
  const poster = createPoster(config.endpoint_url, { ca: config.ca });
  const headers = pushHeaders(config.authorization_header);
  // A delivery is the same object at each attempt, and its SET goes when it goes: signed once, same bytes every time.
  const signed = new WeakMap<Delivery, Promise<string>>();

  const sign = (delivery: Delivery) => {
    const known = signed.get(delivery);
    if (known) return known;
    const set = signSet(toSetClaims(delivery, { issuer, aud: config.aud }), config.alg ?? 'RS256');
    signed.set(delivery, set);
    set.catch(() => signed.delete(delivery));
    return set;
  };
  return {
    async send(delivery, signal) {
      const answer = await poster.post(headers, await sign(delivery), signal);
      return toPushAnswer(withoutCredentials(answer, config.authorization_header));
    },
    close: () => poster.close(),
  };
}
