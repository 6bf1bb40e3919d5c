import { describe, expect, test } from 'vitest';
import { isInForce } from '../wish';
import { effectiveWill, inheritedWishes, type LinkWish } from './will';

const NOW = Date.parse('2031-05-06T12:00:00.000Z');
const TYPE = 'api::article.article';
const NOWHERE: ReadonlySet<string> = new Set();
const story = (documentId: string) => ({ type: TYPE, documentId });
const pin = (documentId: string, until: number | null = null): LinkWish => ({
  ...story(documentId),
  kind: 'pin',
  until,
  everywhere: false,
});
const hide = (documentId: string): LinkWish => ({ ...story(documentId), kind: 'hide', until: null, everywhere: false });
const everywhere = (...ids: string[]) => new Set(ids.map((id) => `${TYPE} ${id}`));
const pinned = (own: LinkWish[], all: LinkWish[], hidden = NOWHERE) =>
  effectiveWill(own, all, hidden, NOW).pins.map(({ documentId }) => documentId);
const hides = (id: string, own: LinkWish[], all: LinkWish[], hidden = NOWHERE) =>
  effectiveWill(own, all, hidden, NOW).hides(story(id));

describe('the will that holds in a language', () => {
  test('has its own pins first, then those for all languages, none twice', () => {
    expect(pinned([pin('b'), pin('a')], [pin('c'), pin('a'), pin('d')])).toEqual(['b', 'a', 'c', 'd']);
  });

  test('leaves out a pin from its very instant', () => {
    expect(pinned([pin('a', NOW), pin('b', NOW + 1)], [pin('c', NOW - 1)])).toEqual(['b']);
    expect([isInForce(pin('a', NOW), NOW), isInForce(pin('a', NOW + 1), NOW)]).toEqual([false, true]);
  });

  test('of the very language beats the one for all', () => {
    expect(pinned([hide('a')], [pin('a')])).toEqual([]);
    expect(hides('a', [hide('a')], [pin('a')])).toBe(true);
    expect(pinned([pin('a')], [hide('a')])).toEqual(['a']);
    expect(hides('a', [pin('a')], [hide('a')])).toBe(false);
  });

  test('is silent about a pin that is over, so that the one for all languages holds', () => {
    const over = pin('a', NOW - 1);
    expect(hides('a', [over], [hide('a')])).toBe(true);
    expect(pinned([over], [pin('a')])).toEqual(['a']);
    expect(inheritedWishes([over], [pin('a'), pin('b')], NOW)).toEqual([pin('a'), pin('b')]);
  });

  test('keeps a pin of what is hidden everywhere', () => {
    expect(pinned([pin('a')], [pin('b')], everywhere('a', 'b'))).toEqual(['a', 'b']);
    expect(hides('c', [], [], everywhere('c'))).toBe(true);
    expect(hides('c', [], [], NOWHERE)).toBe(false);
  });

  test('tells stories of different types with one id apart', () => {
    const { hides: hidden } = effectiveWill([hide('a')], [], NOWHERE, NOW);
    expect(hidden({ type: 'api::post.post', documentId: 'a' })).toBe(false);
  });
});
