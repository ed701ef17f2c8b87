/** What the doctor looks at, in this order, and how it says so. */
export const STEPS = {
  enrollment: 'Enrollment',
  key: 'Device key',
  dns: 'Name lookup',
  tcp: 'Connection',
  proxy: 'HTTP proxy',
  tls: 'TLS',
  pin: 'Trust',
  session: 'Session',
  clock: 'Clock',
  last_ack: 'Last report',
} as const;
export type Step = keyof typeof STEPS;

/** What one step found. `code` is stable, for machines; the words are for people, and may change. */
export interface Finding {
  step: Step;
  state: 'ok' | 'failed' | 'skipped';
  code: string;
  /** What was tried. */
  tried: string;
  /** What came back. */
  found: string;
  /** What to do; null when there is nothing to do. */
  remedy: string | null;
}

export type Outcome = Omit<Finding, 'step' | 'tried'>;

export const ok = (code: string, found: string): Outcome => ({ state: 'ok', code, found, remedy: null });

export const failed = (code: string, found: string, remedy: string): Outcome => ({
  ...{ state: 'failed', code, found, remedy },
});

/** @param found why there was nothing to look at */
export const skipped = (code: string, found: string): Outcome => ({
  ...{ state: 'skipped', code, found, remedy: null },
});

/** For steps behind one that failed. */
export const NOT_REACHED = skipped('not_reached', 'an earlier step failed');
