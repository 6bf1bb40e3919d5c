import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { KINDS } from './kinds';
import { typesSchema } from './types-schema';

const story = { uid: 'api::story.story', fields: { title: 'headline', byline: 'credits' } };
const faultOf = (value: unknown, schema: z.ZodType = typesSchema({ story: ['title'] })) => {
  const issue = schema.safeParse(value).error?.issues[0];
  return [issue?.code, issue?.path.join('.')];
};

describe('typesSchema', () => {
  it('takes one story type or several, and fills in the parts of a component', () => {
    const byline = { field: 'credits', author: 'author', name: 'name', location: 'location', role: 'role' };
    const filled = { ...story, fields: { ...story.fields, byline } };
    const schema = typesSchema({ story: ['title'] });
    expect(schema.parse({ story })).toEqual({ story: [filled] });
    expect(schema.parse({ story: [story, story] })).toEqual({ story: [filled, filled] });
  });

  it('demands what the plugin needs, and no more', () => {
    expect(faultOf({})).toEqual(['invalid_type', 'story.0']);
    expect(faultOf({ story: { uid: story.uid, fields: {} } })).toEqual(['invalid_type', 'story.0.fields.title']);
    expect(typesSchema({}).parse({ story: { uid: story.uid, fields: {} } })).toEqual({
      story: [{ uid: story.uid, fields: {} }],
    });
    expect(typesSchema({}).parse({})).toEqual({});
  });

  it.each(Object.entries(KINDS))('knows every field of a %s, and no other', (kind, fields) => {
    const type = { uid: 'api::x.x', fields: Object.fromEntries(Object.keys(fields).map((key) => [key, key])) };
    expect(faultOf({ [kind]: type }, typesSchema({}))).toEqual([undefined, undefined]);
    const more = { ...type, fields: { ...type.fields, nickname: 'x' } };
    expect(faultOf({ [kind]: more }, typesSchema({}))[0]).toBe('unrecognized_keys');
  });

  it('refuses kinds that there are not', () => {
    expect(faultOf({ story, column: story })).toEqual(['unrecognized_keys', '']);
  });
});
