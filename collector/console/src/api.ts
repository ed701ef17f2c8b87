import type {
  AuditLog,
  BreakGlassState,
  Coverage,
  CreatedEnrollmentToken,
  CreatedTarget,
  DeviceDetail,
  DeviceList,
  EnrollmentTokenList,
  ExemptionList,
  ExemptionView,
  Health,
  Me,
  NewEnrollmentToken,
  NewExemption,
  NewTarget,
  NoticeList,
  PolicyHistory,
  PolicyStatus,
  Problem,
  ReasonAndEnd,
  ResolveConflict,
  TargetList,
  Timeline,
  TrialView,
} from '@assay/shared/api';
import { setClock } from './clock.ts';

/** An answer that isn't a success, or no answer at all: `status` 0 and code `unreachable`. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail'>, options?: ErrorOptions) {
    super(problem.detail, options);
    this.status = problem.status;
    this.code = problem.code;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'detail' in body && 'code' in body;
}

async function toError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new ApiError({ ...body, status: response.status });
  const detail = `the collector answered ${response.status} ${response.statusText}`.trim();
  return new ApiError({ status: response.status, code: 'http', detail });
}

/** One call to the API of the same origin. @throws ApiError */
async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = { method, headers: { accept: 'application/json' }, signal: signal ?? null };
  if (body !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  const response = await fetch(`/api/v1${path}`, init).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    const detail = 'the collector cannot be reached; is it running, and is your network up?';
    throw new ApiError({ status: 0, code: 'unreachable', detail }, { cause });
  });
  setClock(response.headers.get('date'));
  if (!response.ok) throw await toError(response);
  return (response.status === 204 ? undefined : await response.json().catch(() => undefined)) as T;
}

const TIMELINE_PAGE = 8;

const one = (collection: string, id: string) => `/${collection}/${encodeURIComponent(id)}`;

export interface DeviceQuery {
  search: string;
  tier: string;
  cursor: string;
  limit: number;
}

function queryString(parameters: Record<string, string | number>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

export const signIn = (code: string) => call<void>('POST', '/sign-in', { code });
export const signOut = () => call<void>('DELETE', '/sign-in');
export const getMe = (signal: AbortSignal) => call<Me>('GET', '/me', undefined, signal);

export const getHealth = (signal: AbortSignal) => call<Health>('GET', '/health', undefined, signal);

export const listDevices = (query: DeviceQuery, signal: AbortSignal) =>
  call<DeviceList>('GET', `/devices${queryString({ ...query })}`, undefined, signal);
export const getDevice = (id: string, signal: AbortSignal) =>
  call<DeviceDetail>('GET', one('devices', id), undefined, signal);
export const getTimeline = (id: string, cursor: string, signal: AbortSignal) =>
  call<Timeline>(
    'GET',
    `${one('devices', id)}/timeline${queryString({ cursor, limit: TIMELINE_PAGE })}`,
    undefined,
    signal,
  );
const AUDIT_PAGE = 100;

/** @param cursor 0: the newest entries */
export const getAudit = (cursor: number, signal: AbortSignal) =>
  call<AuditLog>(
    'GET',
    `/audit${queryString({ limit: AUDIT_PAGE, ...(cursor === 0 ? {} : { cursor }) })}`,
    undefined,
    signal,
  );
export const verifyAudit = (signal: AbortSignal) =>
  call<{ brokenAt: number | null }>('GET', '/audit/verify', undefined, signal);
/** Asks the live agent to look again; `asked` is false when it isn't connected. */
export const recheck = (id: string) => call<{ asked: boolean }>('POST', `${one('devices', id)}/recheck`);

export const approve = (id: string) => call<void>('POST', `${one('devices', id)}/approve`);
export const revoke = (id: string, reason: string) =>
  call<void>('POST', `${one('devices', id)}/revoke`, { reason });
export const setOwner = (id: string, owner: string | null) =>
  call<void>('PUT', `${one('devices', id)}/owner`, { owner });
export const rotateKey = (id: string) => call<{ asked: boolean }>('POST', `${one('devices', id)}/rotate-key`);
export const resolveConflict = (id: string, resolution: ResolveConflict['resolution']) =>
  call<void>('POST', `${one('conflicts', id)}/resolve`, { resolution });

export const getCoverage = (signal: AbortSignal) => call<Coverage>('GET', '/coverage', undefined, signal);
export const getPolicy = (signal: AbortSignal) => call<PolicyStatus>('GET', '/policy', undefined, signal);
export const getPolicyHistory = (signal: AbortSignal) =>
  call<PolicyHistory>('GET', '/policy/history', undefined, signal);
export const getTrial = (id: string, signal: AbortSignal) =>
  call<TrialView>('GET', one('policy/trials', id), undefined, signal);

export const listTargets = (signal: AbortSignal) => call<TargetList>('GET', '/targets', undefined, signal);
export const addTarget = (target: NewTarget) => call<CreatedTarget>('POST', '/targets', target);
export const removeTarget = (id: string) => call<void>('DELETE', one('targets', id));
export const redeliver = (id: string) => call<void>('POST', `${one('deliveries', id)}/redeliver`);

export const listExemptions = (state: 'open' | 'past', cursor: string, signal: AbortSignal) =>
  call<ExemptionList>('GET', `/exemptions${queryString({ state, cursor, limit: 200 })}`, undefined, signal);
export const grantExemption = (exemption: NewExemption) =>
  call<ExemptionView>('POST', '/exemptions', exemption);
export const approveExemption = (id: string) =>
  call<ExemptionView>('POST', `${one('exemptions', id)}/approve`);
export const renewExemption = (id: string, renewal: ReasonAndEnd) =>
  call<ExemptionView>('POST', `${one('exemptions', id)}/renew`, renewal);
export const endExemption = (id: string) => call<void>('POST', `${one('exemptions', id)}/end`);

export const listNotices = (cursor: string, signal: AbortSignal) =>
  call<NoticeList>('GET', `/notices${queryString({ cursor })}`, undefined, signal);

export const getBreakGlass = (signal: AbortSignal) =>
  call<BreakGlassState>('GET', '/break-glass', undefined, signal);
export const startBreakGlass = (request: ReasonAndEnd) =>
  call<BreakGlassState>('POST', '/break-glass', request);
export const endBreakGlass = () => call<void>('DELETE', '/break-glass');

export const listTokens = (signal: AbortSignal) =>
  call<EnrollmentTokenList>('GET', '/enrollment-tokens', undefined, signal);
export const expireToken = (id: string) => call<void>('DELETE', one('enrollment-tokens', id));
export const makeToken = (token: NewEnrollmentToken) =>
  call<CreatedEnrollmentToken>('POST', '/enrollment-tokens', token);
