// Few of everything, so that they meet.
export const DEVICES = ['d-1', 'd-2', 'd-3'] as const;
export const TARGETS = ['t-1', 't-2', 't-3'] as const;
export const TOKENS = ['k-1', 'k-2'] as const;
export const POLICIES = ['sha256:1', 'sha256:2'] as const;
export const EXEMPTIONS = ['x-1', 'x-2', 'x-3', 'x-4'] as const;
export const GROUPS = ['lab', 'sales'] as const;
export const DELIVERIES = ['m-1', 'm-2', 'm-3', 'm-4', 'm-5', 'm-6'] as const;
export const NOTICED = ['m-8', 'm-9'] as const;
export const SPAN = 20;

export const HOUR = 3_600_000;
export const AT = Date.UTC(2026, 0, 5);
export const bytes = (seed: number): Buffer => Buffer.alloc(32, seed);
