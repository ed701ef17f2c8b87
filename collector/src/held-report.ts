import { hash } from 'node:crypto';
import { decodeReport, type Report } from '@assay/shared';

/**
 * A report that the next one is held against. Only its bytes are kept, a sixth of what it takes decoded, and nearly
 * always the next one says the same: then nobody asks what that was.
 */
export class HeldReport {
  number = 0;
  /** When it was received; of history, when it was made. */
  at = 0;
  payload: Uint8Array = new Uint8Array();
  #digest: Uint8Array | null = null;
  #clockSkew: number | null = null;

  constructor(number: number, payload: Uint8Array, at: number) {
    this.replace(number, payload, at);
  }

  /** SHA-256 of its payload, by which a device names it. */
  get digest(): Uint8Array {
    this.#digest ??= hash('sha256', this.payload, 'buffer');
    return this.#digest;
  }

  /** The collector's clock less the agent's when it was received, ms. Reports bring their own: only time asks. */
  get clockSkew(): number {
    this.#clockSkew ??= this.at - this.decode().createdAt;
    return this.#clockSkew;
  }

  decode(): Report {
    return decodeReport(this.payload);
  }

  /** Another takes its place. Copied, for what is given is a view of all that a socket read at once. */
  replace(number: number, payload: Uint8Array, at: number): void {
    if (payload.length !== this.payload.length) this.payload = Buffer.allocUnsafeSlow(payload.length);
    this.payload.set(payload);
    this.number = number;
    this.at = at;
    this.#digest = null;
    this.#clockSkew = null;
  }
}
