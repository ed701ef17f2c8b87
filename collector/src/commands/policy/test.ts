import { existsSync, readFileSync } from 'node:fs';
import { AssayError } from '@assay/shared';
import { Command, Option } from '@commander-js/extra-typings';
import { type PolicyExample, parseExamples } from '../../policy/examples.ts';
import { tryExamples } from '../../rollout/try-examples.ts';
import { jsonOption } from '../options.ts';
import { readChecked } from './source.ts';

/** `policy test`: the examples beside a policy, without a collector. */
export const testCommand = () =>
  new Command('test')
    .description('judge the examples beside a policy and hold them against what they expect')
    .argument('<file>')
    .addOption(new Option('--examples <file>', 'by default the policy’s name with .examples.yaml'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExit codes: 0 every example is as expected, 1 one is not, or it failed with a message.',
    )
    .action((file, { examples: given, json }) => {
      const { policy } = readChecked(file);
      const examplesFile = given ?? file.replace(/(\.ya?ml|\.json)?$/, '.examples.yaml');
      const results = tryExamples(policy, readExamples(examplesFile), Date.now());
      const failed = results.filter(({ differences }) => differences.length > 0);
      const lines = results.flatMap(({ name, differences }) => [
        `${differences.length === 0 ? '✓' : '✗'} ${name}`,
        ...differences.map((difference) => `    ${difference}`),
      ]);
      const sum = `${results.length - failed.length} as expected, ${failed.length} not`;
      process.stdout.write(json ? `${JSON.stringify(results)}\n` : `${[...lines, sum].join('\n')}\n`);
      if (failed.length > 0) process.exitCode = 1;
    });

function readExamples(file: string): PolicyExample[] {
  if (!existsSync(file))
    throw new AssayError(
      'policy_invalid',
      `there are no examples at ${file}: write some, or name them with --examples`,
    );
  try {
    return parseExamples(readFileSync(file, 'utf8'), file);
  } catch (cause) {
    throw new AssayError('policy_invalid', (cause as Error).message, { cause });
  }
}
