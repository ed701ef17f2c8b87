import { Command } from '@commander-js/extra-typings';
import { applyCommand } from './apply.ts';
import { checkCommand } from './check.ts';
import { historyCommand } from './history.ts';
import { rollbackCommand } from './rollback.ts';

/** `assay-collector policy`: the rules as code, tried before they hold, and never without a way back. */
export const policyCommand = () =>
  [checkCommand(), applyCommand(), historyCommand(), rollbackCommand()].reduce(
    (command, sub) => command.addCommand(sub as Command),
    new Command('policy').description('the policy: check it, bring it into force, go back') as Command,
  );
