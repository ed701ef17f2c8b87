import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { decodeAgentFrame, decodeCollectorFrame, formatJoinString, parseJoinString } from '@assay/shared';
import type { CreatedEnrollmentToken, DeviceList } from '@assay/shared/api';
import Database from 'better-sqlite3';
import { createApiClient } from '../../../collector/src/commands/api-client.ts';
import { createLaptop } from '../../laptop/tree.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import { bytesOf, type RecordedConnection, type SessionRecording } from './session-recording.ts';

// Has an agent of one commit and a collector of another talk through a proxy that writes everything down. README.md
// beside the recordings says how the checkouts are made.

const { values } = parseArgs({
  options: {
    agent: { type: 'string' },
    collector: { type: 'string' },
    out: { type: 'string' },
    database: { type: 'string' },
    'agent-commit': { type: 'string', default: 'today' },
    'collector-commit': { type: 'string', default: 'today' },
  },
});
const { agent: agentDir, collector: collectorDir, out } = values;
if (!agentDir || !collectorDir || !out) throw new Error('--agent DIR --collector DIR --out FILE');

const dir = mkdtempSync(join(tmpdir(), 'assay-record-'));
const dataDir = join(dir, 'collector');
const stateDir = join(dir, 'agent');
mkdirSync(join(dir, 'laptop'));
const laptop = createLaptop(join(dir, 'laptop'));
const agentCommand = (...args: string[]) => [
  join(agentDir, 'agent/src/main.ts'),
  ...args,
  ...['--state-dir', stateDir, '--root', laptop.root],
];

let collector = await startCollector();
const proxy = await startRecordingProxy(dataDir);
proxy.to(collector.url);
const api = () => createApiClient({ url: collector.url, dataDir });
const { joinString } = await api().call<CreatedEnrollmentToken>('POST', '/enrollment-tokens', {});
const throughProxy = formatJoinString({ ...parseJoinString(joinString), url: proxy.url });
await promisify(execFile)(process.execPath, agentCommand('enroll'), {
  env: { ...process.env, ASSAY_JOIN_STRING: throughProxy },
});
let agent = startAgent();
await until(() => answered('ack') >= 1);
laptop.decryptDisk();
await until(() => answered('ack') >= 2);
// "Nothing differs", after a minute without a change.
await until(() => said('unchanged') >= 1);
const [device] = (await api().call<DeviceList>('GET', '/devices')).devices;
if (!device) throw new Error('no device');
const acks = answered('ack');
await api().call('POST', `/devices/${device.id}/recheck`, {});
await until(() => answered('ack') > acks);
// The first collectors cannot be asked, and the first agents pass over the command.
if (await asked(`/devices/${device.id}/rotate-key`))
  await until(() => answered('rotated') >= 1, 10_000).catch(() => {});
// Away for a while: what changes meanwhile is history, for whoever has a journal.
proxy.to(null);
laptop.encryptDisk();
await pause(5000);
laptop.decryptDisk();
await pause(5000);
await agent.stop();
await collector.stop();
collector = await startCollector();
proxy.to(collector.url);
const before = answered('ack');
agent = startAgent();
await until(() => answered('ack') > before);
await agent.stop();
await collector.stop();
await proxy.close();
if (values.database) keepDatabase(values.database);

const recording: SessionRecording = {
  agent: values['agent-commit'],
  collector: values['collector-commit'],
  recordedOn: new Date().toISOString().slice(0, 10),
  connections: proxy.connections.filter(({ frames }) => frames.some(([from]) => from === 'agent')),
};
const frames = ({ frames: all, ...rest }: RecordedConnection) =>
  `${JSON.stringify(rest).slice(0, -1)},"frames":[\n${all.map((frame) => JSON.stringify(frame)).join(',\n')}\n]}`;
const { connections, ...head } = recording;
const text = `${JSON.stringify(head).slice(0, -1)},"connections":[\n${connections.map(frames).join(',\n')}\n]}\n`;
writeFileSync(out, text);
rmSync(dir, { recursive: true, force: true });
for (const { frames: all } of connections) process.stdout.write(`${all.map(nameOf).join(' ')}\n`);
process.exit(0);

/** As the collector left it, in one file and packed. */
function keepDatabase(file: string): void {
  const whole = join(dir, 'whole.db');
  const db = new Database(join(dataDir, 'assay.db'), { readonly: true });
  db.prepare('VACUUM INTO ?').run(whole);
  db.close();
  writeFileSync(file, gzipSync(readFileSync(whole), { level: 9 }));
}

function nameOf(frame: RecordedConnection['frames'][number]): string {
  const [from] = frame;
  const message = from === 'agent' ? decodeAgentFrame(bytesOf(frame)) : decodeCollectorFrame(bytesOf(frame));
  return `${from[0]}:${message?.type ?? 'unknown'}`;
}

function count(name: string): number {
  return proxy.connections.flatMap(({ frames: all }) => all.map(nameOf)).filter((one) => one === name).length;
}
function said(type: string): number {
  return count(`a:${type}`);
}
function answered(type: string): number {
  return count(`c:${type}`);
}

async function asked(path: string): Promise<boolean> {
  try {
    await api().call('POST', path, {});
    return true;
  } catch {
    return false;
  }
}

async function until(wanted: () => boolean, patienceMs = 120_000): Promise<void> {
  for (const giveUpAt = Date.now() + patienceMs; !wanted(); await pause(50))
    if (Date.now() > giveUpAt) throw new Error(`it did not come to that: ${agent.log().slice(-2000)}`);
}

async function startCollector() {
  const main = join(collectorDir ?? '', 'collector/src/main.ts');
  const child = spawn(process.execPath, [main, 'serve', '--json', '--port', '0', '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  // The first collectors left no CA for commands on their machine.
  if (!existsSync(join(dataDir, 'trust.pem')))
    copyFileSync(join(dataDir, 'keys/ca.pem'), join(dataDir, 'trust.pem'));
  return {
    url: (JSON.parse(line) as { url: string }).url,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function startAgent() {
  const child = spawn(process.execPath, agentCommand('run'), { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (piece) => (log += piece));
  return {
    log: () => log,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
