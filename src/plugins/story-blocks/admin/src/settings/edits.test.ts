import { describe, expect, it } from 'vitest';
import type { SettingsAnswer } from '../../../shared/src/settings.contract';
import { fieldsWith, realEdits, settingsWith, sharesOf, shownOf, wrongFields } from './edits';

const POLICY = { maxAge: 5, sharedMaxAge: 600, staleWhileRevalidate: 30 };

const answer: SettingsAnswer = {
  version: 3,
  savedAt: null,
  savedBy: null,
  saved: { related: { weights: { topic: 1 } }, blocks: { railLimit: 7 } },
  defaults: {
    datelineStyle: 'ap',
    related: { weights: { words: 1, topic: 0.25 }, days: 30, candidates: 100, floor: 0.035, borrow: { fr: ['en'] } },
    blocks: {
      relatedLimit: 8,
      railLimit: 5,
      teaserCount: 1,
      teaserLength: 300,
      teaserCut: 'word',
      teaserTail: ' ... read more',
    },
    desk: { blockPublishing: false },
    delivery: { pages: POLICY, fronts: POLICY, related: POLICY, teasers: POLICY, rails: POLICY },
  },
  configured: ['related.borrow.fr'],
  signals: [
    { name: 'words', isOwn: true },
    { name: 'topic', isOwn: true },
  ],
  styles: ['ap'],
  locales: [],
  storyTypes: [],
  ranking: null,
};

describe('settings under edit', () => {
  it('saves what was changed beside what was saved, and not what is as it is by default', () => {
    expect(settingsWith(answer, { 'related.days': 14, 'blocks.railLimit': 5, datelineStyle: 'ap' })).toEqual({
      related: { weights: { topic: 1 }, days: 14 },
    });
    expect(fieldsWith(answer, { 'related.borrow.ja': [], 'related.borrow.fr': [] })).toEqual({
      'related.weights.topic': 1,
      'blocks.railLimit': 7,
      'related.borrow.fr': [],
    });
  });

  it('takes back what was saved', () => {
    expect(settingsWith(answer, { 'related.weights.topic': null })).toEqual({ blocks: { railLimit: 7 } });
  });

  it('knows what is no change', () => {
    expect(realEdits(answer, { 'blocks.railLimit': 7, 'related.days': 30, 'blocks.teaserCount': 2 })).toEqual({
      'blocks.teaserCount': 2,
    });
  });

  it('shows where a value comes from', () => {
    expect(shownOf(answer, {}, 'related.weights.topic')).toMatchObject({ value: 1, fallback: 0.25, state: 'saved' });
    expect(shownOf(answer, {}, 'related.borrow.fr')).toMatchObject({
      value: ['en'],
      state: 'default',
      isConfigured: true,
    });
    expect(shownOf(answer, {}, 'related.borrow.ja').value).toEqual([]);
    expect(shownOf(answer, { 'related.weights.topic': null }, 'related.weights.topic')).toMatchObject({
      value: 0.25,
      state: 'edited',
    });
  });

  it('names what could not be saved', () => {
    expect(wrongFields(answer, { 'related.days': 0, 'blocks.teaserLength': Number.NaN })).toEqual([
      'related.days',
      'blocks.teaserLength',
    ]);
    expect(shownOf(answer, { 'related.days': 0.5 }, 'related.days').isWrong).toBe(true);
  });

  it('tells how much of the whole a signal counts', () => {
    expect(sharesOf(answer, {})).toEqual({ words: 0.5, topic: 0.5 });
    expect(sharesOf(answer, { 'related.weights.words': 3 }).words).toBe(0.75);
    expect(sharesOf(answer, { 'related.weights.words': 0, 'related.weights.topic': 0 })).toEqual({
      words: 0,
      topic: 0,
    });
  });
});
