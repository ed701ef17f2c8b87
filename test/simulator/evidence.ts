import { createPublicKey, hash, type KeyObject, sign } from 'node:crypto';
import { type Envelope, encodeHello, type Hello, toPublicKey } from '@assay/shared';
import { type PayloadKind, preAuthEncode } from '../../shared/src/envelope/pae.ts';
import type { SimulatedDevice } from './device.ts';
import { deriveKey } from './device-key.ts';
import type { Ailment } from './posture/ailments.ts';
import { signalsOf } from './posture/signals.ts';
import { createReportTemplate, type ReportTemplate } from './report-template.ts';

/** A report, signed and ready to be sent. */
export interface SignedReport {
  number: number;
  digest: Buffer;
  envelope: Envelope;
}

/** What a simulated laptop knows of itself, and signs. */
export interface EvidenceMaker {
  readonly ailments: ReadonlySet<Ailment>;
  /** Something breaks, or is mended. */
  toggle(ailment: Ailment): void;
  /** Every signal observed now. An empty nonce: made while offline. */
  signReport(session: { nonce: Uint8Array; bootId: string }): SignedReport;
  signHello(hello: Pick<Hello, 'nonce' | 'collectorId' | 'bootId' | 'lastReport'>): Envelope;
  /** Numbers go on from here, if they are not there yet. */
  continueFrom(number: number): void;
}

/** A device that has had many ailments forgets: templates are most of an agent's memory. */
const MAX_TEMPLATES = 4;

export function createEvidenceMaker(device: SimulatedDevice, seed: number): EvidenceMaker {
  const templates = new Map<string, ReportTemplate>();
  let key: { private: KeyObject; id: Buffer } | null = null;
  let ailments = device.ailments;
  let number = 0;

  // At the first signature: the keys of ten thousand take seconds.
  function keyOf() {
    const secret = key?.private ?? deriveKey(seed, device.index);
    key ??= { private: secret, id: toPublicKey(createPublicKey(secret)).keyId };
    return key;
  }

  function seal(kind: PayloadKind, payload: Uint8Array): Envelope {
    const { private: secret, id } = keyOf();
    const signature = sign('sha256', preAuthEncode(kind, payload), {
      key: secret,
      dsaEncoding: 'ieee-p1363',
    });
    return { payload, keyId: id, signature };
  }

  function template(): ReportTemplate {
    const name = [...ailments].sort().join();
    const known = templates.get(name) ?? createReportTemplate(signalsOf(device, ailments, 0));
    if (templates.size >= MAX_TEMPLATES) templates.clear();
    templates.set(name, known);
    return known;
  }

  return {
    get ailments() {
      return ailments;
    },
    toggle(ailment) {
      const next = new Set(ailments);
      if (!next.delete(ailment)) next.add(ailment);
      ailments = next;
    },
    signReport({ nonce, bootId }) {
      const now = Date.now();
      number += 1;
      const payload = template().encode({ deviceId: device.id, number, nonce, bootId, createdAt: now }, now);
      const digest = hash('sha256', payload, 'buffer');
      return { number, digest, envelope: seal('report', payload) };
    },
    signHello: (hello) =>
      seal('hello', encodeHello({ deviceId: device.id, agentVersion: '0.1.0', trial: false, ...hello })),
    continueFrom(stored) {
      number = Math.max(number, stored);
    },
  };
}
