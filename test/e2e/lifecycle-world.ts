import { parseJoinString, type Signer } from '@assay/shared';
import type { DeviceDetail } from '@assay/shared/api';
import { Agent, fetch } from 'undici';
import { hardware, posture } from '../helpers/posture.ts';
import {
  newSigner,
  openRawSession,
  type RawDevice,
  type RawSession,
  signEnrollment,
} from '../helpers/raw-agent.ts';
import { openRawConnection } from '../helpers/raw-connection.ts';
import { startTestCollector, type TestCollector } from '../helpers/test-collector.ts';

/** Less than a test may take, so that it is said how things stand. */
const PATIENCE_MS = 25_000;

/** What a test says of a device that it enrolls. */
export interface Newcomer {
  hostname?: string;
  serial?: string;
  uuid?: string;
  token?: string;
  signer?: Signer;
}

/** A real collector, its API as an administrator, and raw agents on hardware of the test's choice. */
export interface LifecycleWorld extends TestCollector {
  join(newcomer: Newcomer): Promise<RawDevice & { state: string }>;
  /** A token's text. */
  issue(request: {
    uses?: number;
    approval?: boolean;
    onConflict?: 'quarantine' | 'replace';
    owner?: string;
  }): Promise<string>;
  /** Opens a session and reports a posture in order, of this serial if there is one. */
  report(device: RawDevice, number: number, serial?: string): Promise<RawSession>;
  detail(id: string): Promise<DeviceDetail>;
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  /** Asks again, until the device is as wanted. */
  until(id: string, wanted: (detail: DeviceDetail) => boolean): Promise<DeviceDetail>;
}

export async function startLifecycleWorld(): Promise<LifecycleWorld> {
  const world = await startTestCollector();
  const { collector, door } = world;
  const dispatcher = new Agent({ connect: { ca: door.ca } });

  const call: LifecycleWorld['call'] = async (method, path, body) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${door.url}/api/v1${path}`, {
      dispatcher,
      method,
      headers: { authorization: `Bearer ${collector.adminToken}`, ...json },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
  const issue: LifecycleWorld['issue'] = async (request) =>
    parseJoinString((await collector.createEnrollmentToken(request)).joinString).token;
  const detail = async (id: string) => (await call('GET', `/devices/${id}`)).body as DeviceDetail;

  return {
    ...world,
    call,
    issue,
    detail,
    async join({ hostname, serial, uuid, token, signer = newSigner() }) {
      const connection = await openRawConnection(door);
      const named = hostname === undefined ? hardware : { ...hardware, hostname };
      const claim = { ...named, ...(serial ? { serial } : {}), ...(uuid ? { uuid } : {}) };
      const fields = { token: token ?? (await issue({})), hardware: claim };
      connection.send({ type: 'enroll', envelope: await signEnrollment(connection, signer, fields) });
      const { deviceId, state } = await connection.expect('enrolled');
      return { deviceId, signer, state };
    },
    async report(device, number, serial) {
      const session = await openRawSession(door, device);
      await session.report(number, posture({ encrypted: true, ...(serial ? { serial } : {}) }));
      return session;
    },
    async until(id, wanted) {
      for (const end = performance.now() + PATIENCE_MS; ; ) {
        const found = await detail(id);
        if (wanted(found)) return found;
        if (performance.now() > end) throw new Error(`timed out: it stays ${JSON.stringify(found.device)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async close() {
      await dispatcher.close();
      await world.close();
    },
  };
}
