import { checkStoryAnswer, checkStorySchema, PLUGIN_ID, parseTextAnswer, parseTextSchema } from '../../shared/src';

/** Routes of the admin's own screens: for editors who may read stories. */
const config = { policies: ['admin::isAuthenticatedAdmin', `plugin::${PLUGIN_ID}.reads-stories`] };

export const adminRoutes = [
  { method: 'GET' as const, path: '/mapping', handler: 'mapping.get', config },
  { method: 'POST' as const, path: '/recognise', handler: 'recognise.recognise', config },
  { method: 'POST' as const, path: '/places', handler: 'places.create', config },
  { method: 'POST' as const, path: '/check', handler: 'check.form', config },
];

const errors = {
  400: 'The body does not fit: `details.errors[0].path` names what.',
  403: 'The caller lacks the permission.',
  413: 'The body has more than 100 KB.',
} as const;
const post = { method: 'POST', tag: 'Datelines', errors, needsToken: true } as const;

/** The content API, as its OpenAPI document says it too: each route by what answers it. */
export const datelinesApi = {
  'check.check': {
    ...post,
    path: '/check',
    operationId: 'checkDateline',
    summary: "What is wrong with a story's dateline and byline",
    body: checkStorySchema,
    answer: checkStoryAnswer,
  },
  'recognise.parse': {
    ...post,
    path: '/parse',
    operationId: 'parseDateline',
    summary: 'The dateline and byline at the head of a text',
    body: parseTextSchema,
    answer: parseTextAnswer,
  },
} as const;

export const contentApiRoutes = Object.entries(datelinesApi).map(([handler, { method, path, body, answer }]) => ({
  method,
  path,
  handler,
  request: { body: { 'application/json': body } },
  response: answer,
  config: {},
}));
