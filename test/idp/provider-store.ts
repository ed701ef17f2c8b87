import type { Clock } from '@assay/shared';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  expiresAt: number;
}

/** What the OpenID provider remembers, in memory, and the way to make it forget a person. */
export interface ProviderStore {
  adapter: AdapterFactory;
  /** Ends every session, grant, code, token and half-finished sign-in of an account. Returns how many. */
  forget(accountId: string): number;
}

/** Every way in which one of the provider's records can belong to an account. */
const accountsOf = ({
  accountId,
  session,
  result,
  lastSubmission,
}: AdapterPayload): (string | undefined)[] => [
  accountId,
  session?.accountId,
  result?.login?.accountId,
  lastSubmission?.login?.accountId,
];

export function createProviderStore(clock: Clock): ProviderStore {
  const models = new Map<string, Map<string, Entry>>();

  function createAdapter(model: string): Adapter {
    const entries = models.get(model) ?? new Map<string, Entry>();
    models.set(model, entries);
    const find = (id: string): AdapterPayload | undefined => {
      const entry = entries.get(id);
      if (entry && entry.expiresAt > clock.now()) return entry.payload;
      entries.delete(id);
      return undefined;
    };
    const findWhere = (matches: (payload: AdapterPayload) => boolean) =>
      [...entries.keys()].map(find).find((payload) => payload !== undefined && matches(payload));
    return {
      async upsert(id, payload, expiresInS) {
        const expiresAt =
          expiresInS === undefined ? Number.POSITIVE_INFINITY : clock.now() + expiresInS * 1000;
        entries.set(id, { payload, expiresAt });
      },
      find: async (id) => find(id),
      findByUid: async (uid) => findWhere((payload) => payload.uid === uid),
      findByUserCode: async (code) => findWhere((payload) => payload.userCode === code),
      async consume(id) {
        const payload = find(id);
        if (payload) payload.consumed = Math.floor(clock.now() / 1000);
      },
      async destroy(id) {
        entries.delete(id);
      },
      async revokeByGrantId(grantId) {
        for (const [id, { payload }] of entries) if (payload.grantId === grantId) entries.delete(id);
      },
    };
  }

  return {
    adapter: createAdapter,
    forget(accountId) {
      let forgotten = 0;
      for (const entries of models.values()) {
        for (const [id, { payload }] of entries) {
          if (accountsOf(payload).includes(accountId) && entries.delete(id)) forgotten += 1;
        }
      }
      return forgotten;
    },
  };
}
