import { Command } from '@commander-js/extra-typings';
import { loadPolicy, PolicyError } from '../../policy/load.ts';
import { jsonOption } from '../options.ts';
import { readSource, shortHash } from './source.ts';

/** `policy check`: every problem of a document, without a collector. */
export const checkCommand = () =>
  new Command('check')
    .description('say everything that is wrong with a policy document')
    .argument('<file>')
    .addOption(jsonOption())
    .addHelpText('after', '\nExit codes: 0 nothing is wrong, 1 something is.')
    .action((file, { json }) => {
      const { text } = readSource(file);
      try {
        const { name, hash, checks } = loadPolicy(text, file);
        const facts = { file, policy: name, hash, checks: checks.length, problems: [] };
        const sentence = `${file}: nothing wrong (${name} ${shortHash(hash)}, ${checks.length} checks)`;
        process.stdout.write(json ? `${JSON.stringify(facts)}\n` : `${sentence}\n`);
      } catch (error) {
        if (!(error instanceof PolicyError)) throw error;
        const { problems, message } = error;
        process.stdout.write(json ? `${JSON.stringify({ file, problems })}\n` : `${message}\n`);
        process.exitCode = 1;
      }
    });
