import { describe, expect, it } from 'vitest';
import type { SavedSettings } from '../../../../shared/src';
import { refuseSettings } from './check-settings';

const choices = { signals: ['words', 'topic'], styles: ['ap', 'smn'], locales: ['en', 'fr', 'ja'] };
const refuse = (settings: SavedSettings, weights = { words: 1, topic: 1 }) =>
  refuseSettings(settings, weights, choices);

describe('settings held against the application', () => {
  it('lets through what it has', () => {
    expect(refuse({})).toBeNull();
    expect(
      refuse({ datelineStyle: 'smn', related: { weights: { topic: 0 }, borrow: { fr: ['ja', 'en'], ja: [] } } })
    ).toBeNull();
  });

  it.each<[SavedSettings, string[], RegExp]>([
    [{ datelineStyle: 'apa' }, ['datelineStyle'], /ap, smn/],
    [{ related: { weights: { gravity: 1 } } }, ['related', 'weights', 'gravity'], /words, topic/],
    [{ related: { borrow: { de: ['en'] } } }, ['related', 'borrow', 'de'], /"de".*en, fr, ja/],
    [{ related: { borrow: { fr: ['de'] } } }, ['related', 'borrow', 'fr'], /"de"/],
    [{ related: { borrow: { fr: ['fr'] } } }, ['related', 'borrow', 'fr'], /itself/],
    [{ related: { borrow: { fr: ['en', 'en'] } } }, ['related', 'borrow', 'fr'], /once/],
  ])('refuses %j', (settings, path, message) => {
    const refusal = refuse(settings);
    expect(refusal?.path).toEqual(path);
    expect(refusal?.message).toMatch(message);
  });

  it('keeps one signal at least', () => {
    const all = { related: { weights: { words: 0, topic: 0 } } };
    expect(refuse(all, { words: 0, topic: 0 })?.path).toEqual(['related', 'weights']);
  });
});
