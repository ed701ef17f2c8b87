import { FUNCTIONS } from '../../collector/src/policy/cel/functions.ts';
import { CheckSchema, PolicySchema } from '../../collector/src/policy/document/document.ts';
import { LIMITS } from '../../collector/src/policy/limits.ts';
import type { MessageName } from '../../collector/src/policy/messages.ts';
import { fieldTypes, fieldValues, VARIABLES } from '../../collector/src/policy/vocabulary.ts';
import { BASELINE, loadPolicyFile } from '../../collector/src/policy-files.ts';
import { table } from './table.ts';

interface Schema {
  type?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  pattern?: string;
}

const schemaOf = (type: object): Schema => type;

function kindOf({ type, enum: values, anyOf, items, minimum, maximum, maxLength }: Schema): string {
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (anyOf) return anyOf.map(kindOf).join('; or ');
  if (items) return items.type === 'object' ? 'list of mappings' : 'list of texts';
  if (type === 'object') return 'mapping';
  if (type === 'boolean') return '`true`, `false`';
  if (type === 'integer') return `whole number, ${minimum ?? 0} to ${maximum}`;
  return maxLength === undefined ? 'text' : `text, at most ${maxLength} characters`;
}

const rowsOf = ({ properties = {}, required = [] }: Schema, prefix = ''): string[][] =>
  Object.entries(properties).flatMap(([name, schema]) => {
    const isShown = name !== 'checks' && name !== 'overrides' && name !== 'groups';
    const inner = [schema, ...(schema.anyOf ?? [])].flatMap((part) =>
      isShown ? rowsOf(part, `${prefix}${name}.`) : [],
    );
    const must = required.includes(name) ? 'yes' : '';
    return [[`\`${prefix}${name}\``, kindOf(schema), must, schema.description ?? ''], ...inner];
  });

/** Every field of a document, and of a check. */
export function fieldTables(): string {
  const head = ['field', 'values', 'must be there', 'meaning'];
  return [
    'Of a document:',
    table(head, rowsOf(schemaOf(PolicySchema))),
    'Of a check:',
    table(head, rowsOf(schemaOf(CheckSchema))),
  ].join('\n\n');
}

const typeText = (message: string, field: string, type: string): string =>
  fieldValues(message, field)
    ?.map((value) => `"${value}"`)
    .join(', ') ?? type;

const fieldList = (message: MessageName): string =>
  Object.entries(fieldTypes(message))
    .map(([field, type]) => `\`${field}\` ${typeText(message, field, type)}`)
    .join('; ');

/** What conditions can name: variables, and the records within them. */
export function variableTable(): string {
  const variables = Object.entries(VARIABLES).map(([name, type]) => [`\`${name}\``, type, fieldList(type)]);
  const shown = new Set<string>(Object.values(VARIABLES));
  const within = new Set<MessageName>();
  const visit = (message: MessageName): void => {
    for (const type of Object.values(fieldTypes(message))) {
      const inner = type.replace(/^list<(.*)>$/, '$1') as MessageName;
      if (!/^[A-Z]/.test(inner) || shown.has(inner) || within.has(inner)) continue;
      within.add(inner);
      visit(inner);
    }
  };
  for (const type of Object.values(VARIABLES)) visit(type);
  return [
    table(['variable', 'type', 'fields'], variables),
    'Records within them:',
    table(
      ['type', 'fields'],
      [...within].map((message) => [message, fieldList(message)]),
    ),
  ].join('\n\n');
}

export const functionTable = (): string =>
  table(
    ['function', 'gives'],
    Object.entries(FUNCTIONS).map(([name, { takes, meaning }]) => [
      `\`value.${name}(${takes > 0 ? '…' : ''})\``,
      meaning,
    ]),
  );

const LIMIT_WORDS: Record<keyof typeof LIMITS, string> = {
  documentCharacters: 'characters of one document',
  documents: 'documents of a policy, with all that is included',
  includeDepth: 'documents that include one another in a row',
  checks: 'checks',
  groups: 'groups with something different',
  aliases: 'what YAML aliases may multiply',
  conditionCharacters: 'characters of a condition',
  conditionParts: 'parts of a condition: names, values, operators, calls',
  conditionDepth: 'parentheses, calls and lists within one another in a condition',
  conditionCost: 'steps that a condition may take, by an estimate made when it is loaded',
  policyCost: 'steps that all conditions of a policy may take',
  elementVisits: 'list elements that one evaluation looks at; then the check is unknown',
};

export const limitTable = (): string =>
  table(
    ['limit', 'at most'],
    Object.entries(LIMIT_WORDS).map(([name, words]) => [words, String(LIMITS[name as keyof typeof LIMITS])]),
  );

/** The checks of the built-in policy, and what of known frameworks they help to meet. */
export const baselineTable = (): string =>
  table(
    ['check', 'passes when', 'stage', 'CISA ZTMM 2.0, Devices', 'NIST SP 800-171 r2', 'CIS 8.1'],
    loadPolicyFile(BASELINE, 'baseline.yaml').checks.map(({ id, explain, staging, controls }) => {
      const { cisa_ztmm = [], nist_800_171 = [], cis = [] } = controls;
      return [
        `\`${id}\``,
        explain,
        staging.otherwise,
        ...[cisa_ztmm, nist_800_171, cis].map((ids) => ids.join(', ')),
      ];
    }),
  );
