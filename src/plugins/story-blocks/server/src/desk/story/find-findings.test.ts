import { describe, expect, it } from 'vitest';
import { type Facts, findFindings } from './find-findings';

const fields = {
  title: 'headline',
  body: 'text',
  section: 'desk',
  datelines: 'places',
  slug: 'slug',
  byline: 'credits',
  source: 'agency',
  datelineDate: 'day',
  filedAt: 'filed',
};
const ready: Facts = {
  title: 'Ferry runs again',
  hasBody: true,
  section: 'named',
  hasPlace: true,
  filedAhead: null,
  slug: 'ferry-runs-again',
  isSlugTaken: false,
  hold: null,
  lines: [],
  slugs: [],
  fields,
};
const hold = {
  documentId: 'a',
  until: null,
  thenPublish: false,
  locales: [],
  note: null,
  copiedFrom: null,
  failure: null,
};
const until = '2031-05-06T06:00:00.000Z';
const found = (more: Partial<Facts>) =>
  findFindings({ ...ready, ...more }).map(({ code, severity, field }) => [code, severity, field]);

describe('findFindings', () => {
  it('finds nothing on a story that is ready', () => {
    expect(found({})).toEqual([]);
  });

  it.each<[Partial<Facts>, [string, string, string | null]]>([
    [{ title: '' }, ['HEADLINE_MISSING', 'error', 'headline']],
    [{ hasBody: false }, ['BODY_MISSING', 'error', 'text']],
    [{ section: 'none' }, ['SECTION_MISSING', 'error', 'desk']],
    [{ section: 'gone' }, ['SECTION_GONE', 'error', 'desk']],
    [{ isSlugTaken: true }, ['SLUG_TAKEN', 'error', 'slug']],
    [{ filedAhead: until }, ['FILED_AHEAD', 'error', 'filed']],
    [{ hasPlace: false }, ['PLACE_MISSING', 'warning', 'places']],
    [{ hold: { ...hold, state: 'canceled' } }, ['KILLED', 'error', null]],
    [{ hold: { ...hold, state: 'withheld' } }, ['WITHHELD', 'error', null]],
    [{ hold: { ...hold, state: 'embargo', until } }, ['EMBARGO', 'warning', null]],
    [{ hold: { ...hold, state: 'embargo', until, thenPublish: true } }, ['EMBARGO_THEN_PUBLISHED', 'info', null]],
  ])('of %j says so', (more, finding) => {
    expect(found(more)).toEqual([finding]);
  });

  it('tells what the datelines plugin finds, about our field', () => {
    const lines = [{ code: 'SOURCE_DIFFERS', severity: 'warning', field: 'source', message: 'x' } as const];
    expect(found({ lines })).toEqual([['datelines.SOURCE_DIFFERS', 'warning', 'agency']]);
  });

  it('tells what story-slugs finds, about our field', () => {
    const slugs = [
      { code: 'SLUG_UNSAFE', severity: 'warning', field: 'slug', message: 'x' },
      { code: 'HEADLINE_REFERENCES', severity: 'warning', field: 'title', message: 'y' },
    ] as const;
    expect(found({ slugs })).toEqual([
      ['story-slugs.SLUG_UNSAFE', 'warning', 'slug'],
      ['story-slugs.HEADLINE_REFERENCES', 'warning', 'headline'],
    ]);
    expect(found({ slugs, fields: {} })).toEqual([]);
  });

  it('says nothing of fields that are not mapped or not to be read', () => {
    const lines = [{ code: 'AUTHOR_MISSING', severity: 'warning', field: 'byline', message: 'x' } as const];
    expect(found({ title: '', section: 'none', hasPlace: false, lines, fields: { body: 'text' } })).toEqual([]);
  });

  it('puts the gravest first', () => {
    const order = found({ hasPlace: false, title: '', hold: { ...hold, state: 'embargo', until, thenPublish: true } });
    expect(order.map(([, severity]) => severity)).toEqual(['error', 'warning', 'info']);
  });
});
