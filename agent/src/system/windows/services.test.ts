import { describe, expect, it } from 'vitest';
import { parseServices, readService, readServices } from './services.ts';
import { fakeWindows } from './test-windows.ts';

const GERMAN = [
  '',
  'SERVICE_NAME: Sophos MCS Agent',
  'ANZEIGENAME: Sophos: MCS Agent',
  '        TYP                : 10  WIN32_OWN_PROCESS  ',
  '        STATUS             : 4  RUNNING ',
  '                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)',
  '        WIN32_BEENDIGUNGSCODE    : 0  (0x0)',
  '',
].join('\r\n');

describe('services', () => {
  it('are read by place and number, whatever the language', () => {
    expect([...parseServices(GERMAN)]).toEqual([['sophos mcs agent', 'running']]);
  });

  it.each([
    [1, 'stopped'],
    [2, 'pending'],
    [3, 'pending'],
    [4, 'running'],
    [7, 'paused'],
  ])('with the number %i are %s', async (number, state) => {
    expect(await readService(fakeWindows({ services: { WinDefend: number } }), 'WinDefend')).toBe(state);
  });

  it('are not there when sc.exe ends with 1060, and only then', async () => {
    expect(await readService(fakeWindows({ services: {} }), 'Sense')).toBeUndefined();
    const refused = fakeWindows({ programs: { 'sc query Sense': 5 } });
    await expect(readService(refused, 'Sense')).rejects.toMatchObject({ outcome: { reason: 'exit' } });
    const odd = fakeWindows({ programs: { 'sc query Sense': 'who knows' } });
    await expect(readService(odd, 'Sense')).rejects.toMatchObject({ outcome: { reason: 'unparsed' } });
  });

  it('are listed at once; a list without the one that is always there is none', async () => {
    const services = await readServices(fakeWindows({ services: { WinDefend: 4, Sense: 1 } }));
    expect([...services]).toEqual([
      ['eventlog', 'running'],
      ['windefend', 'running'],
      ['sense', 'stopped'],
    ]);
    await expect(readServices(fakeWindows({ programs: { sc: '' } }))).rejects.toMatchObject({
      outcome: { reason: 'unparsed' },
    });
    await expect(readServices(fakeWindows({}))).rejects.toMatchObject({
      outcome: { reason: 'tool_missing' },
    });
  });
});
