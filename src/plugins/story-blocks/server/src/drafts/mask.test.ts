import { describe, expect, it } from 'vitest';
import type { Told } from './made-of';
import { hideUnseen, maskStory } from './mask';
import type { ListedStory } from './stories-in';

const block = {
  type: 'headline-rails',
  rails: [
    {
      label: 'Docks',
      section: { slug: 'docks', name: 'Docks' },
      headlines: [
        { documentId: 'a', title: 'Ferry runs', url: 'https://a.example' },
        { documentId: 'b', title: 'Crane falls', url: null, locale: 'fr' },
      ],
    },
  ],
};
const allBut =
  (...hidden: Told[]) =>
  (told: Told) =>
    !hidden.includes(told);

describe('hideUnseen', () => {
  it('keeps the place of a story and tells nothing of it', () => {
    const [rail] = hideUnseen(
      block,
      ({ locale }: ListedStory) =>
        () =>
          locale === 'fr'
    ).rails;
    expect(rail.headlines).toEqual([
      { documentId: 'a', title: '', hidden: true },
      { documentId: 'b', title: 'Crane falls', url: null, locale: 'fr' },
    ]);
    expect(rail.label).toBe('Docks');
    expect(block.rails[0].headlines[0].title).toBe('Ferry runs');
  });

  it('leaves out what is made of fields that may not be read', () => {
    const teaser = { documentId: 'a', title: 'Ferry runs', excerpt: 'The ice …', kicker: 'DOCKS' };
    expect(hideUnseen({ teasers: [teaser] }, () => allBut('excerpt'))).toEqual({
      teasers: [{ documentId: 'a', title: 'Ferry runs', kicker: 'DOCKS' }],
    });
  });
});

describe('maskStory', () => {
  const link = {
    documentId: 'a',
    title: 'Ferry runs' as string | null,
    url: 'https://a.example',
    slug: 'ferry-runs',
    kicker: 'DOCKS',
    filedAt: '2026-04-22T08:00:00.000Z',
    firstPublishedAt: '2026-04-22T09:00:00.000Z',
    reasons: [{ type: 'names', labels: ['Batumi'] }],
    pinned: false,
  };

  it('changes nothing where all may be told', () => {
    expect(maskStory(link, allBut())).toEqual(link);
  });

  it('tells no address and no date without the headline', () => {
    expect(maskStory(link, allBut('title'))).toEqual({
      ...link,
      title: null,
      url: null,
      slug: null,
      filedAt: null,
      firstPublishedAt: null,
    });
  });

  it('tells what kind a reason is, and no word of the text', () => {
    expect(maskStory(link, allBut('reasons', 'kicker'))).toEqual({
      ...link,
      kicker: null,
      reasons: [{ type: 'names' }],
    });
  });
});
