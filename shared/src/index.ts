export * from './assessment.ts';
export * from './clock.ts';
export * from './device.ts';
export * from './signals.ts';
