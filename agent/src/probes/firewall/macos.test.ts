import { describe, expect, it } from 'vitest';
import { scriptedExec, treeContext } from '../../system/test-tree.ts';
import { firewallOnMacos } from './macos.ts';

const STATE = 'socketfilterfw --getglobalstate';
const INVENTORY = 'system_profiler -json SPFirewallDataType';
const inventory = (state: string) =>
  JSON.stringify(
    {
      SPFirewallDataType: [
        { _name: 'spfirewall_settings', spfirewall_globalstate: state, spfirewall_stealthenabled: 'No' },
      ],
    },
    null,
    2,
  );
const observe = (answers: Parameters<typeof scriptedExec>[0]) =>
  firewallOnMacos.observe(treeContext({}, scriptedExec(answers)));

describe('the application firewall', () => {
  it.each([
    ['Firewall is disabled. (State = 0)\n', false],
    ['Firewall is enabled. (State = 1)\n', true],
    ['Firewall is blocking all non-essential incoming connections. (State = 2)\n', true],
    ['Le coupe-feu est désactivé. (State = 0)\n', false],
  ])('is told by its number: %s', async (text, enabled) => {
    expect(await observe({ [STATE]: text })).toMatchObject({ value: { enabled } });
  });

  it.each([
    ['spfirewall_globalstate_allow_all', false],
    ['spfirewall_globalstate_limit_connections', true],
    ['spfirewall_globalstate_block_all', true],
  ])('is told by the inventory where the number is missing: %s', async (state, enabled) => {
    const answers = { [STATE]: 'Firewall is enabled.\n', [INVENTORY]: inventory(state) };
    expect(await observe(answers)).toMatchObject({ status: 'ok', value: { enabled } });
  });

  it('is unknown by a state that nobody knows', async () => {
    const answers = { [STATE]: 'on\n', [INVENTORY]: inventory('spfirewall_globalstate_new') };
    expect(await observe(answers)).toMatchObject({ status: 'unknown', reason: 'unparsed' });
    expect(await observe({ [STATE]: 'on\n', [INVENTORY]: '{}' })).toMatchObject({ reason: 'unparsed' });
  });

  it('is unknown without the tools, or when they refuse', async () => {
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'tool_missing' });
    const refused = {
      status: 'exit',
      code: 1,
      stdout: '',
      stderr: 'Must be root to change settings.',
    } as const;
    expect(await observe({ [STATE]: refused })).toMatchObject({ status: 'unknown', reason: 'permission' });
  });
});
