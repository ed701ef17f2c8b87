import { createHash } from 'node:crypto';
import {
  type Envelope,
  encodeReport,
  type LastReport,
  type Signals,
  type Signer,
  signEnvelope,
} from '@assay/shared';
import type { Journal } from '../journal.ts';
import type { ReportNumbers } from '../state/report-number.ts';

/** A report, ready to be sent. */
interface FreshReport extends LastReport {
  envelope: Envelope;
}

/** Makes reports: numbered, signed, and on disk before anybody sees them. */
export interface Reporter {
  /**
   * Reports what is observed at this moment. One report is made after the other, so that their order is their
   * numbers'.
   * @param nonce of the session's challenge; null while offline
   * @throws AssayError `state_unwritable`: it was not made
   */
  make(nonce: Uint8Array | null): Promise<FreshReport>;
  /** Resolves when every report that was asked for is made. */
  idle(): Promise<void>;
  /** The last report that was made, by this process or one before it. */
  readonly last: LastReport | null;
}

export interface ReporterSetup {
  deviceId: string;
  signer: Signer;
  bootId: string;
  now(): number;
  /** What is observed at this moment. */
  signals(): Signals;
  numbers: ReportNumbers;
  journal: Journal;
}

const NO_NONCE = new Uint8Array();

export function createReporter(setup: ReporterSetup): Reporter {
  const { deviceId, signer, bootId, numbers, journal } = setup;
  let making: Promise<unknown> = Promise.resolve();

  async function makeNow(nonce: Uint8Array | null): Promise<FreshReport> {
    const number = numbers.next();
    const madeAt = setup.now();
    const payload = encodeReport({
      deviceId,
      number,
      nonce: nonce ?? NO_NONCE,
      bootId,
      createdAt: madeAt,
      signals: setup.signals(),
      lost: journal.lost,
    });
    const digest = createHash('sha256').update(payload).digest();
    const envelope = await signEnvelope('report', payload, signer);
    numbers.keep({ number, digest });
    journal.append({ number, madeAt, envelope });
    return { number, digest, envelope };
  }

  return {
    make(nonce) {
      // Signing takes its time where hardware does it.
      const made = making.then(() => makeNow(nonce));
      making = made.catch(() => {});
      return made;
    },
    idle: () => making.then(() => {}),
    get last() {
      return numbers.last;
    },
  };
}
