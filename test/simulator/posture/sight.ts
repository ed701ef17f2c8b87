import type { Outcome, SignalName, SignalValues } from '@assay/shared';
import type { SimulatedDevice } from '../device.ts';
import type { Ailment } from './ailments.ts';

/** What the probes of a platform find. */
export type Findings = { [N in SignalName]?: Outcome<SignalValues[N]> };

/** A laptop as its probes see it. */
export interface Sight {
  device: SimulatedDevice;
  has(ailment: Ailment): boolean;
}
