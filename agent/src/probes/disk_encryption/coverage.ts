import type { Volume } from '@assay/shared';

/** What is known of the encryption below one device or filesystem. */
export interface Coverage {
  state: Volume['state'];
  /** Ways of encryption met. */
  methods: string[];
  /** What the answer rests on. */
  basis: string[];
  notes: string[];
}

export const encryptedBy = (method: string, basis: string): Coverage => ({
  state: 'encrypted',
  methods: [method],
  basis: [basis],
  notes: [],
});

export const notEncrypted = (basis: string, ...notes: string[]): Coverage => ({
  state: 'not_encrypted',
  methods: [],
  basis: [basis],
  notes,
});

export const converting = (basis: string): Coverage => ({
  state: 'converting',
  methods: [],
  basis: [basis],
  notes: [],
});

export const cannotTell = (basis: string, ...notes: string[]): Coverage => ({
  state: 'unknown',
  methods: [],
  basis: [basis],
  notes,
});

/** Dearest first: one plain leg of a mirror gives the data away, whatever the others are. */
const WORST_FIRST: Volume['state'][] = ['not_encrypted', 'converting', 'unknown', 'encrypted'];

/**
 * Data spread over several devices is encrypted only if all of them are. The basis kept is that of the devices
 * that decide.
 * @param parts at least one; of none nothing can be told
 */
export function allOf(parts: readonly Coverage[]): Coverage {
  const state = WORST_FIRST.find((candidate) => parts.some((part) => part.state === candidate));
  if (state === undefined) return cannotTell('no devices below');
  const deciding = parts.filter((part) => part.state === state);
  return {
    state,
    methods: unique(parts.flatMap((part) => part.methods)),
    basis: unique(deciding.flatMap((part) => part.basis)),
    notes: unique(parts.flatMap((part) => part.notes)),
  };
}

const unique = (texts: string[]) => [...new Set(texts)];
