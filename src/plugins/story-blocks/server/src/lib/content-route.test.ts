import { expect, test } from 'vitest';
import { z } from 'zod';
import { type ContentRoute, toStrapiRoute } from './content-route';

const route: ContentRoute = {
  method: 'PUT',
  path: '/notes/:documentId',
  operationId: 'setNote',
  tag: 'Notes',
  summary: 'Sets a note',
  params: { documentId: 'Of the story.' },
  query: z.looseObject({ locale: z.string().optional() }),
  body: z.object({ text: z.string() }),
  answer: z.object({ data: z.null() }),
  errors: {},
};

test('Strapi gets the schemas of a route, and none of what is for readers of the document', () => {
  const { request, ...rest } = toStrapiRoute(route, 'notes.set', {});
  expect(Object.keys(rest)).toEqual(['method', 'path', 'handler', 'response', 'config']);
  expect(Object.keys(request.params ?? {})).toEqual(['documentId']);
  expect(request).toMatchObject({ query: route.query?.shape, body: { 'application/json': route.body } });
});

test('routes that are configured alike share no object: Strapi writes into it what each needs', () => {
  const config = {};
  const [one, other] = ['notes.set', 'notes.get'].map((handler) => toStrapiRoute(route, handler, config));
  expect(one.config).not.toBe(other.config);
});
