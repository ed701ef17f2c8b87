import './oneof-setter.ts';
import './plain-numbers.ts';
import { assay } from './gen/assay.js';

/** The messages of proto/assay/v1: one class each, with `encode`, `decode`, `fromObject`, `toObject`. */
export const wire = assay.v1;
export type { assay } from './gen/assay.js';
