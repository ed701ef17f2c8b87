import { openForReading } from '../../collector/src/store/sqlite/database.ts';

/** Everything durable that an agent can cause. */
export type Durable = Record<'devices' | 'reports' | 'assessments' | 'deliveries' | 'tokens', unknown[]>;

/** Reads a collector's database file. */
export function lookInto(file: string): { read(): Durable; close(): void } {
  const db = openForReading(file);
  return {
    read: () => ({
      devices: db
        .prepare(`SELECT d.id, d.tier, p.last_number, p.assessed_at, a.body FROM devices d
          JOIN progress p ON p.device = d.ref LEFT JOIN current_assessments a ON a.device = d.ref ORDER BY d.id`)
        .all(),
      reports: db.prepare('SELECT device_id, number FROM reports ORDER BY 1, 2').all(),
      assessments: db
        .prepare(
          `SELECT d.id AS device_id, a.at, a.report_number FROM assessments a JOIN devices d ON d.ref = a.device ORDER BY 1, 2, 3`,
        )
        .all(),
      deliveries: db.prepare('SELECT id FROM deliveries ORDER BY id').all(),
      tokens: db.prepare('SELECT id, used FROM enrollment_tokens ORDER BY id').all(),
    }),
    close: () => void db.close(),
  };
}
