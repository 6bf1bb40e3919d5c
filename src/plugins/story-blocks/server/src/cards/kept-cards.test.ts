import { describe, expect, it } from 'vitest';
import type { FullCard } from './card';
import { refsText, toStored } from './card-columns';
import { compareCards, type KeptCard, refsKept } from './kept-cards';

const card = (documentId: string, locale = 'en', more: Partial<FullCard> = {}): FullCard => ({
  type: 'story',
  documentId,
  locale,
  sortAt: 5,
  title: `Title of ${documentId}`,
  slug: documentId,
  sectionId: 'piers',
  topicIds: ['ferries', 'tides'],
  sourceId: null,
  placeIds: [],
  datelineDate: null,
  filedAt: '2026-01-01T00:00:00.000Z',
  datedAt: '2026-01-01T00:00:00.000Z',
  firstPublishedAt: '2026-01-01T00:00:00.000Z',
  credits: [],
  bylineLabel: null,
  summary: null,
  imageId: null,
  externalLinks: [],
  priority: null,
  lead: [],
  body: [],
  ...more,
});

const kept = (one: FullCard, more: Partial<KeptCard> = {}): KeptCard => {
  const { key, columns, refs } = toStored(one);
  return {
    ...key,
    fingerprint: columns.fingerprint,
    refs: refsText(refs),
    hasRow: true,
    isStale: false,
    said: null,
    ...more,
  };
};

describe('compareCards', () => {
  const compare = (cards: FullCard[], all: KeptCard[]) => compareCards(cards.map(toStored), all);

  it('finds nothing where all is kept as it should be, in whatever order', () => {
    const [a, b] = [card('a'), card('b')];
    const reordered = kept(b, { refs: refsText([...toStored(b).refs].reverse()) });
    expect(compare([a, b], [reordered, kept(a)])).toMatchObject({ differences: [], toWrite: [], leftOver: [] });
  });

  it('tells what is missing, outdated and left over, by language', () => {
    const { differences, toWrite, leftOver } = compare(
      [card('a', 'en'), card('a', 'fr'), card('b', 'en', { title: 'New' })],
      [kept(card('a', 'en')), kept(card('a', 'ja')), kept(card('b'))]
    );
    expect(differences).toEqual([
      { documentId: 'a', locale: 'fr', problem: 'missing' },
      { documentId: 'b', locale: 'en', problem: 'outdated' },
      { documentId: 'a', locale: 'ja', problem: 'left over' },
    ]);
    expect(toWrite.map(({ key }) => `${key.documentId} ${key.locale}`)).toEqual(['a fr', 'b en']);
    expect(leftOver.map(({ locale }) => locale)).toEqual(['ja']);
  });

  it('sees references that were lost or changed, where they were read', () => {
    const a = card('a');
    expect(compare([a], [kept(a, { refs: '' })]).differences).toMatchObject([{ problem: 'outdated' }]);
    expect(compare([a], [kept(a, { refs: null })]).differences).toEqual([]);
  });

  it('counts references without a card as no card', () => {
    const alone = kept(card('a'), { fingerprint: '', hasRow: false });
    expect(compare([card('a')], [alone]).differences).toMatchObject([{ problem: 'missing' }]);
    expect(compare([], [alone]).differences).toMatchObject([{ problem: 'left over' }]);
  });
});

describe('refsKept', () => {
  it('gives what was read, or else what the card says', () => {
    const one = card('a', 'en', {
      sectionId: 'world',
      credits: [{ authorId: 'ada', name: null, location: null, role: null }],
    });
    const { key, refs } = toStored(one);
    const said = { ...one, ...key };
    expect(refsKept(kept(one, { refs: 'read', said }))).toBe('read');
    expect(refsKept(kept(one, { refs: null, said }))).toBe(refsText(refs));
    expect(refsKept(kept(one, { refs: null, said: null }))).toBeNull();
  });
});
