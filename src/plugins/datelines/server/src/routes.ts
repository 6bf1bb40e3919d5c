import { checkStoryAnswer, checkStorySchema, PLUGIN_ID, parseTextAnswer, parseTextSchema } from '../../shared/src';

/** Of the admin's own screens: for editors, and no one who may read no story. */
const config = { policies: ['admin::isAuthenticatedAdmin', `plugin::${PLUGIN_ID}.reads-stories`] };

export const adminRoutes = [
  { method: 'GET' as const, path: '/mapping', handler: 'mapping.get', config },
  { method: 'POST' as const, path: '/recognise', handler: 'recognise.recognise', config },
  { method: 'POST' as const, path: '/places', handler: 'places.create', config },
  { method: 'POST' as const, path: '/check', handler: 'check.form', config },
];

export const contentApiRoutes = [
  {
    method: 'POST' as const,
    path: '/check',
    handler: 'check.check',
    request: { body: { 'application/json': checkStorySchema } },
    response: checkStoryAnswer,
    config: {},
  },
  {
    method: 'POST' as const,
    path: '/parse',
    handler: 'recognise.parse',
    request: { body: { 'application/json': parseTextSchema } },
    response: parseTextAnswer,
    config: {},
  },
];
