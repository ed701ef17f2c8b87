import { type Clock, formatJoinString } from '@assay/shared';
import { v7 as uuidv7 } from 'uuid';
import { toAuditEvent } from '../audit/actions.ts';
import type { Actor } from '../store/audit.ts';
import type { OnConflict } from '../store/devices.ts';
import type { EnrollmentWrites } from '../store/enrollments.ts';
import { hashToken, newToken } from './tokens.ts';

export interface TokenRequest {
  uses?: number;
  expiresInS?: number;
  owner?: string;
  groups?: string[];
  /** Whether an administrator must approve each device that uses it; no unless asked. */
  approval?: boolean;
  /** What becomes of a machine that is known under another key; `quarantine` unless asked otherwise. */
  onConflict?: OnConflict;
}

/** `joinString` carries the token itself, which is known nowhere else from now on. */
export interface IssuedToken {
  id: string;
  joinString: string;
  expiresAt: number;
  uses: number;
}

export interface TokenServices {
  store: Pick<EnrollmentWrites, 'createEnrollmentToken'>;
  clock: Clock;
  /** Where agents go, and the CA they may trust there. */
  collector: { url: string; caPin: string | null };
}

const COLLECTOR: Actor = { name: 'collector', source: 'collector' };

/** Makes an enrollment token: one use and a day unless asked otherwise. */
export async function issueToken(
  request: TokenRequest,
  services: TokenServices,
  actor: Actor = COLLECTOR,
): Promise<IssuedToken> {
  const { uses = 1, expiresInS = 86_400, owner = null } = request;
  const groups = [...new Set(request.groups)];
  const { approval = false, onConflict = 'quarantine' } = request;
  const token = newToken();
  const createdAt = services.clock.now();
  const expiresAt = createdAt + expiresInS * 1000;
  const id = uuidv7();
  const stored = {
    id,
    hash: hashToken(token),
    createdAt,
    expiresAt,
    uses,
    used: 0,
    owner,
    groups,
    approval,
    onConflict,
  };
  const after = { uses, expiresAt, owner, groups, approval, onConflict };
  const audit = toAuditEvent(actor, { action: 'enrollment_token.create', at: createdAt, subject: id, after });
  await services.store.createEnrollmentToken({ ...stored, audit });
  return { id, expiresAt, uses, joinString: formatJoinString({ ...services.collector, token }) };
}
