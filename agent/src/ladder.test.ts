import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type SignalName, type Signals, systemClock } from '@assay/shared';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLadder } from './ladder.ts';
import { createProbeContext } from './probes/context.ts';
import type { AnyProbe, Probe } from './probes/probe.ts';
import { whileRunning } from './probes/running-units.ts';
import { ifThere } from './system/file-error.ts';
import { addToTree, makeTree } from './system/test-tree.ts';

const FLAG = '/run/reboot-required';

/** Reads one file and says how often it was asked. */
function fileProbe(watch: readonly string[] = [FLAG], everyMs = 3_600_000) {
  const probe: Probe<'reboot_pending'> & { observed: number } = {
    signal: 'reboot_pending',
    watch,
    everyMs,
    deadlineMs: 5000,
    observed: 0,
    async observe({ files }) {
      probe.observed += 1;
      const text = await ifThere(files.readText(watch[0] ?? FLAG));
      return ok({ pending: text !== undefined, reasons: text ? [text.trim()] : [] });
    },
  };
  return probe;
}

/** A started ladder over a tree; `heard` is what it told, first the start itself. */
async function startLadder(root: string, ...probes: AnyProbe[]) {
  const heard: { signals: Signals; changed: SignalName[] }[] = [];
  const context = createProbeContext({ root, version: '0.0.0', keyStorage: 'file', clock: systemClock });
  const ladder = createLadder({
    probes,
    context,
    clock: systemClock,
    onSignals: (signals, changed) => heard.push({ signals, changed }),
  });
  onTestFinished(() => ladder.stop());
  await ladder.start();
  return { ladder, heard };
}

const reasonsOf = (signals: Signals | undefined) =>
  signals?.reboot_pending?.status === 'ok' ? signals.reboot_pending.value.reasons : undefined;

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 });

describe('the ladder', () => {
  it('tells everything once at the start', async () => {
    const { heard, ladder } = await startLadder(makeTree({ '/run/': '' }), fileProbe());
    expect(heard).toHaveLength(1);
    expect(heard[0]?.changed).toEqual(['reboot_pending']);
    expect(ladder.signals()).toEqual(heard[0]?.signals);
  });

  it('tells a change of a watched file without waiting for the poll, which is an hour away', async () => {
    const root = makeTree({ '/run/': '' });
    const { heard } = await startLadder(root, fileProbe());
    writeFileSync(join(root, FLAG), 'linux-image');
    await eventually(() => expect(reasonsOf(heard.at(-1)?.signals)).toEqual(['linux-image']));
    expect(heard.at(-1)?.changed).toEqual(['reboot_pending']);
  });

  it('hears of a service that stops by the link that systemd takes away', async () => {
    const [link = ''] = whileRunning(['falcon-sensor.service']);
    const root = makeTree({ [link]: { link: 'an-invocation-id' } });
    const probe = fileProbe([link]);
    await startLadder(root, probe);
    expect(probe.observed).toBe(1);
    rmSync(join(root, link));
    await eventually(() => expect(probe.observed).toBeGreaterThan(1));
  });

  it('survives that a file is replaced by renaming, again and again', async () => {
    const root = makeTree({ [FLAG]: 'first' });
    const { heard } = await startLadder(root, fileProbe());
    for (const text of ['second', 'third', 'fourth']) {
      writeFileSync(join(root, '/run/new'), text);
      renameSync(join(root, '/run/new'), join(root, FLAG));
      await eventually(() => expect(reasonsOf(heard.at(-1)?.signals)).toEqual([text]));
    }
  });

  it('sees a file whose directories did not exist when it started', async () => {
    const root = makeTree();
    const { heard } = await startLadder(root, fileProbe(['/opt/vendor/bin/sensor']));
    addToTree(root, { '/opt/vendor/bin/sensor': 'there' });
    await eventually(() => expect(reasonsOf(heard.at(-1)?.signals)).toEqual(['there']));
  });

  it('sees a directory go away and come back', async () => {
    const root = makeTree({ '/opt/vendor/sensor': 'one' });
    const { heard } = await startLadder(root, fileProbe(['/opt/vendor/sensor']));
    rmSync(join(root, '/opt/vendor'), { recursive: true });
    await eventually(() => expect(reasonsOf(heard.at(-1)?.signals)).toEqual([]));
    addToTree(root, { '/opt/vendor/sensor': 'two' });
    await eventually(() => expect(reasonsOf(heard.at(-1)?.signals)).toEqual(['two']));
    writeFileSync(join(root, '/opt/vendor/sensor'), 'three');
    await eventually(() => expect(reasonsOf(heard.at(-1)?.signals)).toEqual(['three']));
  });

  it('looks inside the tree it was given: a link to /usr does not lead out of it', async () => {
    const root = makeTree({ '/lib': { link: '/usr/lib' }, '/usr/lib/': '' });
    const { heard } = await startLadder(root, fileProbe(['/lib/flag']));
    writeFileSync(join(root, '/usr/lib/flag'), 'seen');
    await eventually(() => expect(reasonsOf(heard.at(-1)?.signals)).toEqual(['seen']));
  });

  it('finds by polling what no watch reports', async () => {
    const root = makeTree({ '/run/': '' });
    const probe = { ...fileProbe(), watch: [], everyMs: 10 };
    const { heard } = await startLadder(root, probe);
    writeFileSync(join(root, FLAG), 'polled');
    await eventually(() => expect(reasonsOf(heard.at(-1)?.signals)).toEqual(['polled']));
  });

  it('keeps quiet while nothing changes, though the time of observation moves', async () => {
    const probe = { ...fileProbe(), everyMs: 5 };
    const { heard, ladder } = await startLadder(makeTree({ '/run/': '' }), probe);
    const firstAt = ladder.signals().reboot_pending?.observedAt ?? Number.NaN;
    await eventually(() => expect(ladder.signals().reboot_pending?.observedAt).toBeGreaterThan(firstAt));
    expect(heard).toHaveLength(1);
  });

  it('takes a burst of changes as one', async () => {
    const root = makeTree({ '/run/': '' });
    const probe = fileProbe();
    const { heard } = await startLadder(root, probe);
    for (let at = 0; at < 200; at += 1) writeFileSync(join(root, FLAG), `write ${at}`);
    await eventually(() => expect(reasonsOf(heard.at(-1)?.signals)).toEqual(['write 199']));
    expect(probe.observed).toBeLessThan(20);
  });

  it('looks once more when things have settled: what a file brings about may follow it', async () => {
    const root = makeTree({ '/run/': '' });
    const probe = fileProbe(['/run/effect', '/run/setting']);
    probe.watch = ['/run/setting'];
    const { heard } = await startLadder(root, probe);
    writeFileSync(join(root, '/run/setting'), 'on');
    await eventually(() => expect(probe.observed).toBe(2));
    writeFileSync(join(root, '/run/effect'), 'done');
    await eventually(() => expect(reasonsOf(heard.at(-1)?.signals)).toEqual(['done']));
  });

  it('asks only the probes that the change concerns', async () => {
    const root = makeTree({ '/run/': '', '/etc/': '' });
    const concerned = fileProbe();
    const other: Probe<'tpm'> & { observed: number } = {
      signal: 'tpm',
      watch: ['/etc/other'],
      everyMs: 3_600_000,
      deadlineMs: 5000,
      observed: 0,
      observe: async () => {
        other.observed += 1;
        return ok({ version: '2.0' });
      },
    };
    const { heard } = await startLadder(root, concerned, other);
    mkdirSync(join(root, '/etc/unrelated'));
    writeFileSync(join(root, FLAG), 'x');
    await eventually(() => expect(heard).toHaveLength(2));
    expect(other.observed).toBe(1);
  });

  it('observes everything anew on recheck, also when a look is already under way', async () => {
    const root = makeTree({ '/run/': '' });
    const probe = fileProbe([]);
    const { ladder } = await startLadder(root, probe);
    const underWay = ladder.recheck();
    writeFileSync(join(root, FLAG), 'late');
    expect(reasonsOf(await ladder.recheck())).toEqual(['late']);
    await underWay;
    expect(probe.observed).toBeGreaterThanOrEqual(2);
  });

  it('has probes forget what they remember on recheck, not when a report is due', async () => {
    const root = makeTree({ '/run/': '' });
    let remembered: string[] | undefined;
    const probe: Probe<'reboot_pending'> = {
      ...fileProbe([]),
      async observe({ files }) {
        const text = await ifThere(files.readText(FLAG));
        remembered ??= text ? [text] : [];
        return ok({ pending: remembered.length > 0, reasons: remembered });
      },
      forget() {
        remembered = undefined;
      },
    };
    const { ladder } = await startLadder(root, probe);
    writeFileSync(join(root, FLAG), 'late');
    expect(reasonsOf(await ladder.lookAgain())).toEqual([]);
    expect(reasonsOf(await ladder.recheck())).toEqual(['late']);
  });

  it('looks between polls when the pulse says that something is amiss', async () => {
    const root = makeTree({ '/run/': '' });
    const probe = fileProbe([]);
    let disturbed = false;
    const pulse = { everyMs: 10, disturbed: async () => disturbed };
    const { heard } = await startLadder(root, { ...probe, observe: probe.observe, pulse } as AnyProbe);
    writeFileSync(join(root, FLAG), 'late');
    const before = probe.observed;
    disturbed = true;
    await eventually(() => expect(reasonsOf(heard.at(-1)?.signals)).toEqual(['late']));
    expect(probe.observed).toBeGreaterThan(before);
  });

  it('says nothing more once it is stopped', async () => {
    const root = makeTree({ '/run/': '' });
    const { ladder, heard } = await startLadder(root, fileProbe());
    ladder.stop();
    writeFileSync(join(root, FLAG), 'unseen');
    await ladder.recheck();
    expect(heard).toHaveLength(1);
  });
});
