import type { z } from 'zod';
import type { RouteDescription } from './describe';
import type { createSchemas, JsonSchema } from './to-schemas';

type Inline = ReturnType<typeof createSchemas>['inline'];

const text = { schema: { type: 'string' } };

const header = (description: string, required = true) => ({ description, required, ...text });

const NO_STORE = { 'Cache-Control': header('`private, no-store`: a draft is kept nowhere.') };
/** A route that gives drafts too gives those without a tag. */
const revalidated = (mayBeDraft: boolean) => ({
  ETag: header('Send it as `If-None-Match` to be told whether the answer changed.', !mayBeDraft),
  'Cache-Control': header(
    `\`public\` with the times that are set, or \`private\` where \`Authorization\` was sent.${mayBeDraft ? ' A draft: `private, no-store`.' : ''}`
  ),
  Vary: header('`Accept` and `Authorization`, beside what the application adds.', !mayBeDraft),
  'Cache-Tag': header(
    'What the answer is made of, with commas between: `story-blocks.changed` names those that a cache is to let go of.',
    !mayBeDraft
  ),
});

/** What is made of the same is what the caller has: it is not named again. */
function confirmed() {
  const { 'Cache-Tag': _tag, ...headers } = revalidated(false);
  return headers;
}

const ERRORS = { 401: 'The token is not known, or over.' };

function headersOf(route: RouteDescription) {
  if (route.revalidates) return { headers: revalidated('status' in (route.query?.shape ?? {})) };
  return route.hasText ? { headers: NO_STORE } : {};
}

function parametersOf(route: RouteDescription, meanings: Record<string, string>, inline: Inline) {
  const inPath = Object.entries(route.params ?? {}).map(([name, description]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string', minLength: 1, maxLength: 500 },
  }));
  const inQuery = Object.entries((route.query?.shape ?? {}) as Record<string, z.ZodType>).map(([name, field]) => {
    const schema = inline(field);
    return {
      name,
      in: 'query',
      required: !field.safeParse(undefined).success,
      description: meanings[`${route.operationId}.${name}`] ?? meanings[name],
      // Lists are written with commas.
      ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
      schema,
    };
  });
  const inHeader = route.revalidates
    ? [{ name: 'If-None-Match', in: 'header', description: 'The `ETag` of an answer that is at hand.', ...text }]
    : [];
  return [...inPath, ...inQuery, ...inHeader];
}

/** What the document says of one route. */
export function buildOperation(route: RouteDescription, meanings: Record<string, string>, inline: Inline): JsonSchema {
  const parameters = parametersOf(route, meanings, inline);
  const errors = Object.entries({ ...route.errors, ...ERRORS }).map(([status, description]) => [
    status,
    { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
  ]);
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    ...(route.needsToken ? { security: [{ token: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: inline(route.body, 'input') } } } }
      : {}),
    responses: {
      200: {
        description: route.summary,
        ...headersOf(route),
        content: {
          'application/json': { schema: inline(route.answer) },
          ...(route.hasText ? { 'text/plain': text } : {}),
        },
      },
      ...(route.revalidates
        ? { 304: { description: 'What `If-None-Match` names is still good.', headers: confirmed() } }
        : {}),
      ...Object.fromEntries(errors),
    },
  };
}
