import { Problem } from '@assay/shared/api';
import type { FastifySchema } from 'fastify';

const PROBLEM = {
  description: 'A problem (RFC 9457); its code says which',
  content: { 'application/problem+json': { schema: Problem } },
};

/** Of a route that does not say what it answers with. */
const PLAIN = { 200: { description: 'Default Response', type: 'null' } };

/** A route's schema as the OpenAPI document tells it: what has a default may be left out, and any answer may be a problem. */
export function toDescription(schema: FastifySchema = {}): FastifySchema {
  const { querystring, response } = schema;
  return {
    ...schema,
    ...(querystring ? { querystring: withoutDefaults(querystring as QuerySchema) } : {}),
    response: { ...(response ?? PLAIN), default: PROBLEM },
  };
}

interface QuerySchema {
  properties: Record<string, object>;
  required?: string[];
}

const withoutDefaults = (schema: QuerySchema): QuerySchema => ({
  ...schema,
  required: (schema.required ?? []).filter((name) => !('default' in (schema.properties[name] ?? {}))),
});
