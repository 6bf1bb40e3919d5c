import { describe, expect, test } from 'vitest';
import type { DeskLink, DeskTarget } from '../../../shared/src/desk-related.contract';
import { buildRows, byFound } from './build-rows';
import { applyChange, NO_WISHES } from './will-changes';

const link = (documentId: string, more = {}): DeskLink => ({
  kind: 'story',
  documentId,
  type: 'api::article.article',
  locale: 'en',
  title: `Headline ${documentId}`,
  slug: null,
  url: null,
  kicker: null,
  dateline: null,
  filedAt: null,
  firstPublishedAt: null,
  pinned: false,
  score: 0.5,
  reasons: [],
  shown: true,
  ...more,
});
const target = (documentId: string, more: Partial<DeskTarget> = {}): DeskTarget => ({
  documentId,
  type: 'api::article.article',
  kind: 'pin',
  state: 'live',
  until: null,
  everywhere: false,
  title: `Draft headline ${documentId}`,
  locale: 'en',
  absence: null,
  hold: null,
  ...more,
});
const external: DeskLink = { kind: 'external', title: 'Elsewhere', url: 'https://a.example', reasons: [], shown: true };
const ids = (rows: { documentId: string }[]) => rows.map(({ documentId }) => documentId);

describe('the panel’s rows', () => {
  const links = [external, link('a', { pinned: true }), link('b'), link('c')];

  test('are pins in their order, then the other stories, then what is hidden', () => {
    const will = {
      targets: [target('a'), target('d', { absence: 'held' }), target('e', { kind: 'hide' })],
      inherited: [],
    };
    const wishes = {
      pins: ['a', 'd'].map((documentId) => ({ documentId, until: null })),
      hides: [{ documentId: 'e', everywhere: true }],
      hiddenEverywhere: false,
    };
    const rows = buildRows(links, will, wishes, []);
    expect(ids(rows.pins)).toEqual(['a', 'd']);
    expect(rows.pins).toMatchObject([
      { title: 'Headline a', absence: null },
      { title: 'Draft headline d', absence: 'held' },
    ]);
    expect(ids(rows.ranked)).toEqual(['b', 'c']);
    expect(rows.hides).toMatchObject([{ documentId: 'e', everywhere: true, scope: 'here' }]);
    expect(rows.addresses).toEqual([external]);
  });

  test('follow a change before the server has heard of it', () => {
    const will = { targets: [], inherited: [] };
    const found = [
      byFound(
        { documentId: 'z', type: 't', locale: 'en', title: 'Zebra', kicker: null, filedAt: '', state: 'draft' },
        'en'
      ),
    ];
    const pinned = applyChange(applyChange(NO_WISHES, { kind: 'pin', documentId: 'c' }), {
      kind: 'pin',
      documentId: 'z',
    });
    const rows = buildRows(
      links,
      will,
      applyChange(pinned, { kind: 'hide', documentId: 'b', everywhere: false }),
      found
    );
    expect(rows.pins).toMatchObject([
      { documentId: 'c', title: 'Headline c' },
      { documentId: 'z', title: 'Zebra', absence: 'unpublished' },
    ]);
    expect(ids(rows.ranked)).toEqual(['a']);
    expect(rows.hides).toMatchObject([{ documentId: 'b', title: 'Headline b' }]);
  });

  test('have what was said for all languages last, unless this one says something else', () => {
    const inherited = [target('p'), target('q'), target('r', { kind: 'hide' })];
    const wishes = applyChange(applyChange(NO_WISHES, { kind: 'pin', documentId: 'a' }), {
      kind: 'hide',
      documentId: 'p',
      everywhere: false,
    });
    const rows = buildRows(links, { targets: [], inherited }, wishes, []);
    expect(rows.pins.map(({ documentId, scope }) => [documentId, scope])).toEqual([
      ['a', 'here'],
      ['q', 'all'],
    ]);
    expect(rows.hides.map(({ documentId, scope }) => [documentId, scope])).toEqual([
      ['p', 'here'],
      ['r', 'all'],
    ]);
  });

  test('know that a pin which is given a new end is over no more', () => {
    const will = { targets: [target('a', { absence: 'expired', until: '2020-01-01T00:00:00.000Z' })], inherited: [] };
    const pins = (until: string | null) => ({ ...NO_WISHES, pins: [{ documentId: 'a', until }] });
    expect(buildRows([], will, pins('2020-01-01T00:00:00.000Z'), []).pins[0].absence).toBe('expired');
    expect(buildRows([], will, pins(null), []).pins[0].absence).toBeNull();
  });

  test('name a story of another language so', () => {
    const story = {
      documentId: 'z',
      type: 't',
      locale: 'fr',
      title: 'Zèbre',
      kicker: null,
      filedAt: '',
      state: 'published',
    } as const;
    expect(byFound(story, 'en').absence).toBe('language');
    expect(byFound({ ...story, locale: null }, 'en').absence).toBeNull();
  });
});
