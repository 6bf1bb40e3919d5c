import { buildClientSchema, getIntrospectionQuery } from 'graphql';

/**
 * Asks by GraphQL.
 *
 * @param {string} url - Of the application.
 * @returns {Promise<{ data?: any, errors?: { message: string }[] }>}
 */
export async function askGraphql(url, query, variables = {}) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return answer.json();
}

/** The schema that the application serves. */
export async function readSchema(url) {
  return buildClientSchema((await askGraphql(url, getIntrospectionQuery())).data);
}

const SIGNATURE = /^(?:(\w+)\.)?(\w+)(?:\((.*)\))?: (\S+)$/;

/**
 * Holds printed signatures, `field(name: Type): Type` or `Type.field: Type`, one a line, against a schema.
 *
 * @param {string} text
 * @param {import('graphql').GraphQLSchema} schema
 * @returns {string | null} What differs first.
 */
export function findSignatureFault(text, schema) {
  for (const line of text.trim().split('\n')) {
    const [, owner = 'Query', name, parameters = '', result] = SIGNATURE.exec(line) ?? [];
    if (!name) return `"${line}" is no signature of a field`;
    const field = schema.getType(owner)?.getFields?.()[name];
    if (!field) return `the schema has no ${owner}.${name}`;
    const known = field.args.map((argument) => `${argument.name}: ${argument.type}`).join(', ');
    if (known !== parameters) return `${owner}.${name} takes (${known})`;
    if (String(field.type) !== result) return `${owner}.${name} gives ${field.type}`;
  }
  return null;
}
