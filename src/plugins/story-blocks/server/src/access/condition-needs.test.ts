import { describe, expect, test } from 'vitest';
import { conditionNeeds } from './condition-needs';

const user = { type: 'relation', target: 'admin::user' };
const models: Record<string, Record<string, { type: string; target?: string; component?: string }>> = {
  'api::story.story': {
    locale: { type: 'string' },
    priority: { type: 'integer' },
    createdBy: user,
    section: { type: 'relation', target: 'api::section.section' },
    byline: { type: 'component', component: 'story.credit' },
  },
  'api::section.section': { name: { type: 'string' }, createdBy: user },
  'admin::user': { email: { type: 'email' }, roles: { type: 'relation', target: 'admin::role' } },
  'admin::role': {},
  'story.credit': { author: { type: 'relation', target: 'api::author.author' } },
};
const needs = (...conditions: unknown[]) => conditionNeeds(conditions, 'api::story.story', (uid) => models[uid]);

describe('what conditions need', () => {
  test('is nothing where there are none', () => {
    expect(needs(undefined, {})).toEqual({ fields: [], populate: {} });
  });

  test('is the creator and the language, as Strapi’s own conditions ask for them', () => {
    const own = { $and: [{ $or: [{ 'createdBy.id': 3 }] }, { locale: { $in: ['en'] } }] };
    const sameRole = { 'createdBy.roles': { $elemMatch: { id: { $in: [1, 2] } } } };
    expect(needs(own)).toEqual({ fields: ['locale'], populate: { createdBy: { populate: {} } } });
    expect(needs(own, sameRole)).toEqual({
      fields: ['locale'],
      populate: { createdBy: { populate: { roles: { populate: {} } } } },
    });
  });

  test('is whatever an application’s own conditions look at', () => {
    expect(
      needs(
        { priority: { $gte: 3 } },
        { section: { createdBy: { id: 3 } } },
        { 'byline.author.documentId': 'a' },
        { unknown: 1, 'constructor.name': 2, documentId: 'a' }
      )
    ).toEqual({
      fields: ['priority'],
      populate: {
        section: { populate: { createdBy: { populate: {} } } },
        byline: { populate: { author: { populate: {} } } },
      },
    });
  });
});
