import {
  ADMIN_ACTIONS,
  heldAnswerSchema,
  holdAnswerSchema,
  holdBodySchema,
  holdsQuery,
  liftedAnswerSchema,
} from '../../../shared/src';
import { needs } from '../access/needs';
import { type ContentRoute, toStrapiRoute } from '../lib/content-route';

const hold = {
  tag: 'Holds',
  path: '/holds/:documentId',
  params: { documentId: 'Document id of the story.' },
  query: holdsQuery,
  needsToken: true,
} as const;
const lacks = (action: string) => `The caller lacks \`plugin::story-blocks.holds.${action}\`.`;

/** The routes of holds in the content API, by the controller's method that answers them. */
export const holdsApi = {
  get: {
    ...hold,
    method: 'GET',
    operationId: 'getHold',
    summary: 'The hold of a story',
    answer: holdAnswerSchema,
    errors: { 403: lacks('get'), 404: 'No such story.' },
  },
  set: {
    ...hold,
    method: 'PUT',
    operationId: 'setHold',
    summary: 'Holds a story: unpublishes every language, and says where it stood',
    body: holdBodySchema,
    answer: heldAnswerSchema,
    errors: {
      400: 'The body does not fit, or the embargo is over. `NOT_HOLDABLE`: the type has no draft & publish.',
      403: lacks('set'),
      404: 'No such story.',
    },
  },
  lift: {
    ...hold,
    method: 'DELETE',
    operationId: 'liftHold',
    summary: 'Lifts a hold; the story stays a draft',
    answer: liftedAnswerSchema,
    errors: { 403: lacks('lift'), 404: 'No such story, or it is not held.' },
  },
} as const satisfies Record<string, ContentRoute>;

const routesFor = <Config extends object>(config: Config) =>
  Object.entries(holdsApi).map(([name, route]) => toStrapiRoute(route, `holds.${name}`, config));

export const holdsRoutes = routesFor({});

const config = needs(ADMIN_ACTIONS.holds);

export const holdsAdminRoutes = [
  ...routesFor(config),
  toStrapiRoute({ ...holdsApi.get, method: 'POST', path: `${hold.path}/try-again` }, 'holds.tryAgain', config),
];
