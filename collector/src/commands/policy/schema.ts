import { Command } from '@commander-js/extra-typings';
import { policyJsonSchema } from '../../policy/document/json-schema.ts';

/** `policy schema`: what an editor needs to complete and check a policy while it is written. */
export const schemaCommand = () =>
  new Command('schema')
    .description('print the JSON Schema of policy documents, for editors')
    .addHelpText(
      'after',
      `
Put it beside your policies, and begin them with
  # yaml-language-server: $schema=./policy.schema.json`,
    )
    .action(() => {
      process.stdout.write(policyJsonSchema());
    });
