import { PolicySchema } from './document.ts';

/** The JSON Schema (2020-12) of one policy document, as text. Conditions are texts to it: only loading checks them. */
export const policyJsonSchema = (): string =>
  `${JSON.stringify(
    { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'urn:assay:policy', ...PolicySchema },
    null,
    2,
  )}\n`;
