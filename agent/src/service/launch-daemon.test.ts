import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePlist } from '../system/plist.ts';
import { asDict, asList } from '../system/plist-fields.ts';
import { launchDaemon, watchdogDaemon } from './launch-daemon.ts';

describe("launchd's definitions", () => {
  it('start the service at boot, keep it alive and throttle it', () => {
    const daemon = Object.fromEntries(asDict(parsePlist(launchDaemon('/opt/a & b/assay-agent'))));
    expect(daemon).toMatchObject({
      Label: 'dev.assay.agent',
      ProgramArguments: ['/opt/a & b/assay-agent', 'service', 'run'],
      RunAtLoad: true,
      KeepAlive: true,
      ThrottleInterval: 10,
      ProcessType: 'Background',
    });
  });
});

// The script itself, in a shell of this machine; what is macOS' own stands in for itself.
describe('the watchdog', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'assay-watchdog-'));
    program('launchctl', `echo "$@" >> '${dir}/started'`);
    // When a file was written and how long it is, as BSD says it.
    program('stat', `[ "$1" = -f ] && exec /usr/bin/stat -c "$(echo "$2" | tr mz Ys)" "$3"`);
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const file = (name: string) => join(dir, name);
  function program(name: string, script: string): void {
    writeFileSync(file(name), `#!/bin/sh\n${script}\n`);
    chmodSync(file(name), 0o755);
  }
  function dated(name: string, ageS: number): void {
    const at = Date.now() / 1000 - ageS;
    writeFileSync(file(name), '');
    utimesSync(file(name), at, at);
  }
  function look(): string {
    const daemon = asDict(parsePlist(watchdogDaemon({ beat: file('beat'), log: file('agent.log') })));
    const [, , script] = asList(daemon.get('ProgramArguments'));
    const { status, stderr } = spawnSync('/bin/sh', ['-c', String(script)], {
      env: { PATH: `${dir}:/usr/bin:/bin` },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    return existsSync(file('started')) ? readFileSync(file('started'), 'utf8') : '';
  }

  it('lets an agent be that gives signs of life, and one that never gave any', () => {
    expect(look()).toBe('');
    dated('beat', 200);
    expect(look()).toBe('');
  });

  it('gives an agent time for its next sign of life: the Mac may have slept', () => {
    dated('beat', 4000);
    expect(look()).toBe('');
    dated('beat', 5);
    expect(look()).toBe('');
    expect(existsSync(file('beat.silent'))).toBe(false);
  });

  it('starts an agent anew that stays silent, once', () => {
    dated('beat', 4000);
    look();
    dated('beat.silent', 100);
    expect(look()).toBe('kickstart -k system/dev.assay.agent\n');
    look();
    expect(readFileSync(file('started'), 'utf8').split('\n')).toHaveLength(2);
  });

  it('puts a long log away where the agent goes on writing into the same file', () => {
    const agent = openSync(file('agent.log'), 'a');
    const fill = (letter: string) => writeSync(agent, `${letter.repeat(1024 * 1024)}\n`);
    for (const letter of 'abcdefg') {
      fill(letter);
      look();
    }
    writeSync(agent, 'on it goes\n');
    look();
    closeSync(agent);
    expect(readFileSync(file('agent.log'), 'utf8')).toBe('on it goes\n');
    const kept = [1, 2, 3, 4, 5].map(
      (n) => gunzipSync(readFileSync(file(`agent.log.${n}.gz`))).toString()[0],
    );
    expect(kept).toEqual(['g', 'f', 'e', 'd', 'c']);
    expect(existsSync(file('agent.log.6.gz'))).toBe(false);
  });
});
