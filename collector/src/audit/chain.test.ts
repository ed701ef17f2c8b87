import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AuditEntry } from '../store/audit.ts';
import { brokenAt, chainHash, GENESIS } from './chain.ts';

const anyEvent = fc.record({
  at: fc.nat(),
  who: fc.string(),
  action: fc.string(),
  subject: fc.string(),
  detail: fc.string(),
});

const chainOf = (events: (typeof anyEvent extends fc.Arbitrary<infer T> ? T : never)[]): AuditEntry[] => {
  let previous = GENESIS;
  return events.map((event, i) => {
    previous = chainHash(previous, i + 1, event);
    return { ...event, id: i + 1, hash: previous };
  });
};
const chain = fc.array(anyEvent, { minLength: 2, maxLength: 8 }).map(chainOf);

it('is whole as it was written', () => {
  fc.assert(
    fc.property(chain, (entries) => {
      expect(brokenAt(entries)).toBeNull();
    }),
  );
  expect(brokenAt([])).toBeNull();
});

it('breaks where a field was changed, also when its hash was made anew', () => {
  const field = fc.constantFrom('who', 'action', 'subject', 'detail') as fc.Arbitrary<'who'>;
  fc.assert(
    fc.property(chain, fc.nat(), field, (entries, at, name) => {
      const i = at % (entries.length - 1);
      const entry = entries[i] as AuditEntry;
      const forged = { ...entry, [name]: `${entry[name]}x` };
      const before = entries[i - 1]?.hash ?? GENESIS;
      expect(brokenAt(entries.with(i, forged))).toBe(i + 1);
      const rehashed = { ...forged, hash: chainHash(before, forged.id, forged) };
      expect(brokenAt(entries.with(i, rehashed))).toBe(i + 2);
    }),
  );
});

it('breaks where an entry was taken out, put in, or moved', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (entries, at) => {
      const i = at % (entries.length - 1);
      expect(brokenAt(entries.toSpliced(i, 1))).toBe(i + 1);
      const [one, two] = [entries[i] as AuditEntry, entries[i + 1] as AuditEntry];
      expect(brokenAt(entries.toSpliced(i, 2, two, one))).toBe(i + 1);
    }),
  );
});
