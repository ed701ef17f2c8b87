import { Command } from '@commander-js/extra-typings';
import {
  type Identity,
  type LastRefusal,
  type LastWord,
  loadIdentity,
  loadLastWord,
  loadRefusal,
} from '../state/agent-state.ts';
import { openPrivateDir } from '../state/private-dir.ts';
import { describeAssessment } from './assessment-words.ts';
import { jsonOption, stateDirOption } from './options.ts';

/** `assay-agent status`: what the collector said last, and what to mend. */
export const statusCommand = () =>
  new Command('status')
    .description('show the last assessment of this machine and what to mend')
    .addOption(stateDirOption())
    .addOption(jsonOption())
    .action(({ stateDir, json }) => {
      const dir = openPrivateDir(stateDir);
      const { deviceId, collectorUrl } = loadIdentity(dir);
      const last = loadLastWord(dir);
      const refusal = loadRefusal(dir);
      const text = json
        ? `${JSON.stringify({ device: deviceId, collector: collectorUrl, last, refusal }, null, 2)}\n`
        : format({ deviceId, collectorUrl }, last, refusal);
      process.stdout.write(text);
    });

function format(
  { deviceId, collectorUrl }: Pick<Identity, 'deviceId' | 'collectorUrl'>,
  last: LastWord | null,
  refusal: LastRefusal | null,
): string {
  const refused = refusal
    ? `REFUSED since ${new Date(refusal.at).toLocaleString()}: ${refusal.message} [${refusal.code}]\n`
    : '';
  const head = `Device ${deviceId} at ${collectorUrl}\n${refused}`;
  if (!last)
    return `${head}No report was acknowledged yet. Is the agent running? Start it with: assay-agent run\n`;
  return `${head}${describeAssessment(last.assessment, last.at, Date.now()).join('\n')}\n`;
}
