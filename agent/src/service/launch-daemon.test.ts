import { describe, expect, it } from 'vitest';
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

  it('look for signs of life with a shell command that is whole', () => {
    const watchdog = asDict(parsePlist(watchdogDaemon()));
    const [, , script] = asList(watchdog.get('ProgramArguments'));
    expect(script).toContain('&& exec launchctl kickstart -k system/dev.assay.agent; exit 0');
  });
});
