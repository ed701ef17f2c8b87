import { Command } from '@commander-js/extra-typings';
import { PolicyError } from '../../policy/problems.ts';
import { loadPolicyFile } from '../../policy-files.ts';
import { jsonOption } from '../options.ts';
import { shortHash } from './source.ts';

/** `policy check`: every problem of a document, without a collector. */
export const checkCommand = () =>
  new Command('check')
    .description('say everything that is wrong with a policy document')
    .argument('<file>')
    .addOption(jsonOption())
    .addHelpText('after', '\nExit codes: 0 nothing is wrong, 1 something is.')
    .action((file, { json }) => {
      try {
        const { name, hash, checks, files } = loadPolicyFile(file);
        const facts = { file, policy: name, hash, checks: checks.length, files, problems: [] };
        const sentence = `${file}: nothing wrong (${name} ${shortHash(hash)}, ${checks.length} checks)`;
        process.stdout.write(json ? `${JSON.stringify(facts)}\n` : `${sentence}\n`);
      } catch (error) {
        if (!(error instanceof PolicyError)) throw error;
        const { problems, message } = error;
        process.stdout.write(json ? `${JSON.stringify({ file, problems })}\n` : `${message}\n`);
        process.exitCode = 1;
      }
    });
