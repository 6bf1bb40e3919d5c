import { describe, expect, it } from 'vitest';
import { savedSettingsSchema } from './settings.contract';
import { buildSettings, flattenSettings } from './settings-fields';

const SAVED = {
  datelineStyle: 'smn',
  related: { weights: { topic: 0.5, 'clicks.read together': 2 }, days: 14, borrow: { fr: ['en', 'ja'] } },
  blocks: { teaserTail: '', relatedLimit: 6 },
  desk: { blockPublishing: true },
  delivery: { pages: { maxAge: 0 }, rails: { sharedMaxAge: 60, staleWhileRevalidate: 5 } },
};

describe('settings, one by one', () => {
  it('names each setting that is given, and nothing else', () => {
    expect(flattenSettings(SAVED)).toEqual({
      datelineStyle: 'smn',
      'related.weights.topic': 0.5,
      'related.weights.clicks.read together': 2,
      'related.days': 14,
      'related.borrow.fr': ['en', 'ja'],
      'blocks.teaserTail': '',
      'blocks.relatedLimit': 6,
      'desk.blockPublishing': true,
      'delivery.pages.maxAge': 0,
      'delivery.rails.sharedMaxAge': 60,
      'delivery.rails.staleWhileRevalidate': 5,
    });
    expect(flattenSettings({})).toEqual({});
  });

  it('puts together what it took apart, signals with points in their names too', () => {
    expect(buildSettings(flattenSettings(SAVED))).toEqual(SAVED);
    expect(buildSettings({})).toEqual({});
  });
});

describe('what may be saved', () => {
  it('takes part of the settings, each within its bounds', () => {
    expect(savedSettingsSchema.parse(SAVED)).toEqual(SAVED);
    for (const wrong of [
      { related: { weights: { topic: -1 } } },
      { related: { weights: { topic: 101 } } },
      { related: { days: 0 } },
      { related: { days: 1.5 } },
      { related: { candidates: 29 } },
      { blocks: { relatedLimit: 51 } },
      { blocks: { teaserCut: 'letter' } },
      { blocks: { teaserTail: 'x'.repeat(101) } },
      { related: { nameWeight: 1 } },
      { delivery: { pages: { maxAge: -1 } } },
      { delivery: { holds: { maxAge: 1 } } },
      { types: {} },
    ]) {
      expect(savedSettingsSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
    }
  });
});
