import type { AccessReads, AccessWrites } from '../access.ts';
import type { Settled } from '../settled.ts';
import { appendAudit } from './audit.ts';
import { hex } from './order.ts';
import type { Tables } from './tables.ts';

/** Who may come in, written. */
export const accessWrites = (tables: Tables): Settled<AccessWrites> => ({
  putAccess({ hash, name, kind, expiresAt, audit }) {
    if (kind === 'api') tables.access.deleteWhere((known) => known.kind === 'api');
    tables.access.put(hex(hash), { name, kind, expiresAt });
    appendAudit(tables, audit);
  },
  removeAccess({ hash, audit }) {
    if (tables.access.deleteWhere((_, key) => key === hex(hash)) > 0) appendAudit(tables, audit);
  },
});

/** Who may come in, read. */
export const accessReads = ({ access }: Tables): Settled<AccessReads> => ({
  access({ hash, at }) {
    const found = access.get(hex(hash));
    if (!found || (found.expiresAt !== null && found.expiresAt <= at)) return null;
    return { name: found.name, kind: found.kind };
  },
});
