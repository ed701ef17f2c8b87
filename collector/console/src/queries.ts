import type { LiveChange } from '@assay/shared/api';
import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import {
  ApiError,
  type DeviceQuery,
  getAudit,
  getBreakGlass,
  getCoverage,
  getDevice,
  getHealth,
  getMe,
  getPolicy,
  getPolicyHistory,
  getTimeline,
  getTrial,
  listDevices,
  listExemptions,
  listNotices,
  listTargets,
  listTokens,
  verifyAudit,
} from './api.ts';

const MINUTE_MS = 60_000;

/** Asking again cannot help when the collector understood and refused. */
const worthRetrying = (failures: number, error: Error) =>
  failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500);

/**
 * A refused sign-in anywhere is looked at again by the sign-in gate. What the browser says of the network is not asked: the
 * collector may run on this machine, and an act that waited for the network would be done when nobody expects it any more.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 5_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  const lookAgain = (error: unknown) => {
    if (error instanceof ApiError && error.status === 401) client.invalidateQueries({ queryKey: ['me'] });
  };
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryKey[0] !== 'me') lookAgain(query.state.error);
  });
  client.getMutationCache().subscribe(({ type, mutation }) => {
    if (type === 'updated') lookAgain(mutation.state.error);
  });
  return client;
}

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => getMe(signal) });

/** Half a minute at most until a person sees that the collector itself is stuck. */
const HEALTH_EVERY_MS = 15_000;

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => getHealth(signal),
  refetchInterval: HEALTH_EVERY_MS,
});

export const devicesQuery = (query: DeviceQuery) =>
  queryOptions({
    queryKey: ['devices', query],
    queryFn: ({ signal }) => listDevices(query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE_MS,
  });

export const deviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['device', id],
    queryFn: ({ signal }) => getDevice(id, signal),
    refetchInterval: MINUTE_MS,
  });

export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['timeline', id],
    queryFn: ({ signal, pageParam }) => getTimeline(id, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ signal, pageParam }) => getAudit(pageParam, signal),
  initialPageParam: 0,
  getNextPageParam: (last) => last.next,
  refetchInterval: MINUTE_MS,
});

export const auditVerifyQuery = queryOptions({
  queryKey: ['audit', 'verify'],
  queryFn: ({ signal }) => verifyAudit(signal),
  refetchInterval: MINUTE_MS,
});

export const coverageQuery = queryOptions({
  queryKey: ['coverage'],
  queryFn: ({ signal }) => getCoverage(signal),
  refetchInterval: MINUTE_MS,
});

export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: ({ signal }) => getPolicy(signal),
  refetchInterval: 5_000,
});

export const policyHistoryQuery = queryOptions({
  queryKey: ['policy', 'history'],
  queryFn: ({ signal }) => getPolicyHistory(signal),
});

export const trialQuery = (id: string) =>
  queryOptions({ queryKey: ['policy', 'trial', id], queryFn: ({ signal }) => getTrial(id, signal) });

export const targetsQuery = queryOptions({
  queryKey: ['targets'],
  queryFn: ({ signal }) => listTargets(signal),
});

export const exemptionsQuery = (state: 'open' | 'past') =>
  infiniteQueryOptions({
    queryKey: ['exemptions', state],
    queryFn: ({ signal, pageParam }) => listExemptions(state, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: MINUTE_MS,
  });

export const noticesQuery = infiniteQueryOptions({
  queryKey: ['exemptions', 'told'],
  queryFn: ({ signal, pageParam }) => listNotices(pageParam, signal),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
  refetchInterval: MINUTE_MS,
});

export const breakGlassQuery = queryOptions({
  queryKey: ['break-glass'],
  queryFn: ({ signal }) => getBreakGlass(signal),
  refetchInterval: MINUTE_MS,
});

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => listTokens(signal),
});

/** What is to be read again after a change. */
export function keysOf({ kind, device }: LiveChange): string[][] {
  const ofDevice = device
    ? [
        ['device', device],
        ['timeline', device],
      ]
    : [];
  if (kind === 'policy') return [['policy']];
  if (kind === 'delivery') return [...ofDevice, ['targets']];
  if (kind === 'enrollment') return [...ofDevice, ['devices'], ['tokens']];
  if (kind === 'exemption') return [['exemptions'], ['break-glass'], ['health']];
  return [...ofDevice, ['devices']];
}
