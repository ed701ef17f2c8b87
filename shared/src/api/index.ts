/** Requests and answers of the HTTP API (/api/v1) as schemas; times are milliseconds since 1970 UTC. */

export * from './access.ts';
export * from './assessment.ts';
export * from './audit.ts';
export * from './coverage.ts';
export * from './devices.ts';
export * from './enrollment.ts';
export * from './exemptions.ts';
export * from './health.ts';
export * from './lifecycle.ts';
export * from './live.ts';
export * from './notices.ts';
export * from './policy.ts';
export * from './problem.ts';
export type { VerdictMoveView } from './replay.ts';
export * from './targets.ts';
