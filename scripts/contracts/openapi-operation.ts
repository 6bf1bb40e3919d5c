import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi';
import { errorSchema } from '../../src/plugins/story-blocks/shared/src/errors.contract';

/** A route as its plugin states it: see `ContentRoute` of story-blocks. */
export interface ApiRoute {
  method: string;
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  params?: Readonly<Record<string, string>>;
  query?: z.ZodObject;
  body?: z.ZodType;
  answer: z.ZodType;
  errors: Readonly<Partial<Record<number, string>>>;
  revalidates?: boolean;
  hasText?: boolean;
  needsToken?: boolean;
}

const text = { schema: { type: 'string' } } as const;
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

const UNKNOWN_TOKEN = { 401: 'The token is not known, or over.' };
const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of an answer that is at hand.',
  ...text,
} as const;

function headersOf(route: ApiRoute) {
  if (route.revalidates) return { headers: revalidated('status' in (route.query?.shape ?? {})) };
  return route.hasText ? { headers: NO_STORE } : {};
}

/** What a parameter means: of a number or a list, which are sent as text, what they are read as. */
function meaningOf(field: z.core.$ZodType): z.ZodType {
  if (field instanceof z.ZodOptional) return meaningOf(field.unwrap()).optional();
  if (field instanceof z.ZodPipe) return meaningOf(field.out);
  return field as z.ZodType;
}

/** A parameter of the query, its description said once and not again in its schema. */
function queryParameter(field: z.ZodType): z.ZodType {
  const schema = meaningOf(field);
  const isList = (schema instanceof z.ZodOptional ? schema.unwrap() : schema) instanceof z.ZodArray;
  return schema.meta({
    description: undefined,
    param: {
      required: !field.safeParse(undefined).success,
      description: field.description,
      // Lists are written with commas.
      ...(isList ? { style: 'form', explode: false } : {}),
    },
  });
}

const pathParameter = (description: string) => z.string().min(1).max(500).meta({ param: { description } });

const mapped = <Value, Made>(values: Readonly<Record<string, Value>>, make: (value: Value) => Made) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, make(value)]));

const errorAnswer = (description: string): ZodOpenApiResponseObject => ({
  description,
  content: { 'application/json': { schema: errorSchema } },
});

/** What the document says of one route. */
export function toOperation(route: ApiRoute): ZodOpenApiOperationObject {
  const { operationId, tag, summary, params, query, body, answer } = route;
  return {
    operationId,
    tags: [tag],
    summary,
    ...(route.needsToken ? { security: [{ token: [] }] } : {}),
    ...(params || query
      ? {
          requestParams: {
            ...(params ? { path: z.object(mapped(params, pathParameter)) } : {}),
            ...(query ? { query: z.object(mapped(query.shape as Record<string, z.ZodType>, queryParameter)) } : {}),
          },
        }
      : {}),
    ...(route.revalidates ? { parameters: [IF_NONE_MATCH] } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      200: {
        description: summary,
        ...headersOf(route),
        content: { 'application/json': { schema: answer }, ...(route.hasText ? { 'text/plain': text } : {}) },
      },
      ...(route.revalidates
        ? { 304: { description: 'What `If-None-Match` names is still good.', headers: confirmed() } }
        : {}),
      ...mapped({ ...route.errors, ...UNKNOWN_TOKEN }, errorAnswer),
    },
  };
}
