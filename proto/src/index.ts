import protobuf from 'protobufjs/minimal.js';
import { assay } from './gen/assay.js';

// 64-bit fields as plain numbers: every value of ours is below 2^53, and Long objects triple the cost of
// looking at them.
protobuf.util.Long = null as unknown as typeof protobuf.util.Long;
protobuf.configure();

/** The messages of proto/assay/v1: one class each, with `encode`, `decode`, `fromObject`, `toObject`. */
export const wire = assay.v1;
export type { assay } from './gen/assay.js';
