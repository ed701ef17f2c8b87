import type { PolicyStatus, PolicyVersionView } from '@assay/shared/api';
import { Command } from '@commander-js/extra-typings';
import { diffPolicies, isSameDiff } from '../../policy/diff.ts';
import { readVersion } from '../../rollout/active-policy.ts';
import { createApiClient } from '../api-client.ts';
import { dataDirOption, jsonOption, urlOption } from '../options.ts';
import { diffLines } from './effect-words.ts';
import { readChecked } from './source.ts';

/** `policy diff`: against another file, or against what is in force. */
export const diffCommand = () =>
  new Command('diff')
    .description('what a policy changes, check by check')
    .argument('<file>')
    .argument('[other]', 'a file to compare with; by default what is in force')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExit codes: 0 no difference, 1 there is one (or it failed, with a message).')
    .action(async (file, other, { json, ...place }) => {
      const { policy } = readChecked(file);
      const before = other === undefined ? await inForce(place) : readChecked(other).policy;
      const diff = diffPolicies(before, policy);
      process.stdout.write(json ? `${JSON.stringify(diff)}\n` : `${diffLines(diff).join('\n')}\n`);
      if (!isSameDiff(diff)) process.exitCode = 1;
    });

async function inForce(place: { url: string; dataDir: string }) {
  const client = createApiClient(place);
  const { active } = await client.call<PolicyStatus>('GET', '/policy');
  return readVersion(await client.call<PolicyVersionView>('GET', `/policy/versions/${active.hash}`));
}
