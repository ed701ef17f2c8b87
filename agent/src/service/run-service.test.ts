import { AssayError, formatJoinString } from '@assay/shared';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { runService, type ServiceOptions } from './run-service.ts';

const JOIN = formatJoinString({ url: 'https://collector.example:7443', token: 'a'.repeat(43), caPin: null });
const silent = pino({ level: 'silent' });

/** A machine whose service is stopped as soon as nothing new happens. */
function machine(over: Partial<ServiceOptions> & { left?: string | undefined } = {}) {
  const stop = new AbortController();
  const happened: string[] = [];
  let enrolled = false;
  let left = over.left;
  const options: ServiceOptions = {
    log: silent,
    random: () => 0.5,
    settings: {
      read: async () => left,
      forgetJoinString: async () => {
        left = undefined;
        happened.push('forgot');
      },
    },
    isEnrolled: () => enrolled,
    async enroll({ url }) {
      happened.push(`enrolled at ${url}`);
      enrolled = true;
    },
    async run() {
      happened.push('ran');
      stop.abort();
    },
    async pause(ms) {
      happened.push(`paused ${ms / 1000} s`);
      if (happened.length >= 6) stop.abort();
    },
    ...over,
  };
  return {
    happened,
    leave: (text: string) => (left = text),
    unenroll: () => (enrolled = false),
    stop: () => stop.abort(),
    run: () => runService(options, stop.signal),
  };
}

describe('the service', () => {
  it('enrolls with what IT left, forgets the secret, and runs', async () => {
    const here = machine({ left: JOIN });
    await here.run();
    expect(here.happened).toEqual(['enrolled at https://collector.example:7443', 'forgot', 'ran']);
  });

  it('waits for a join string that comes later', async () => {
    const here = machine({
      async pause() {
        here.happened.push('paused');
        if (here.happened.length === 2) here.leave(JOIN);
      },
    });
    await here.run();
    expect(here.happened.slice(0, 3)).toEqual([
      'paused',
      'paused',
      'enrolled at https://collector.example:7443',
    ]);
  });

  it('keeps the join string and tries again, each time later, while the collector is away', async () => {
    const here = machine({
      left: JOIN,
      async enroll() {
        here.happened.push('tried');
        throw new AssayError('draining', 'away');
      },
    });
    await here.run();
    expect(here.happened).toEqual([
      'tried',
      'paused 3.75 s',
      'tried',
      'paused 7.5 s',
      'tried',
      'paused 15 s',
    ]);
  });

  it('is in no hurry with a join string that cannot work', async () => {
    const here = machine({ left: 'not one' });
    await here.run();
    expect(new Set(here.happened)).toEqual(new Set(['paused 675 s']));
  });

  it('waits again when the device was un-enrolled', async () => {
    const here = machine({
      left: JOIN,
      async run() {
        here.happened.push('ran');
        here.unenroll();
      },
    });
    await here.run();
    expect(here.happened.slice(2)).toEqual(['ran', 'paused 60 s', 'paused 60 s', 'paused 60 s']);
  });
});
