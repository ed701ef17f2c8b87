import { Command } from '@commander-js/extra-typings';
import { applyCommand } from './apply.ts';
import { checkCommand } from './check.ts';
import { diffCommand } from './diff.ts';
import { historyCommand } from './history.ts';
import { planCommand } from './plan.ts';
import { rollbackCommand } from './rollback.ts';
import { rolloutCommand } from './rollout.ts';
import { schemaCommand } from './schema.ts';
import { simulateCommand } from './simulate.ts';
import { testCommand } from './test.ts';

/** `assay-collector policy`: the rules as code, tried before they hold, and never without a way back. */
export const policyCommand = () =>
  [
    checkCommand(),
    testCommand(),
    diffCommand(),
    planCommand(),
    simulateCommand(),
    applyCommand(),
    rolloutCommand(),
    historyCommand(),
    rollbackCommand(),
    schemaCommand(),
  ].reduce(
    (command, sub) => command.addCommand(sub as Command),
    new Command('policy').description(
      'the policy: check it, try it, bring it into force, go back',
    ) as Command,
  );
