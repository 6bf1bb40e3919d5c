import { describe, expect, it } from 'vitest';
import { applySettings } from './apply-settings';
import { newsroomSchema } from './newsroom.schema';

const configured = newsroomSchema.parse({
  types: { story: { uid: 'api::story.story', fields: { title: 'title' } } },
  related: { weights: { topic: 1, words: 2 }, borrow: { fr: ['en'], ja: ['en'] }, nameWeight: 2 },
  blocks: { relatedLimit: 4 },
});

describe('settings that were saved', () => {
  it('win over the configured ones, one by one', () => {
    const config = applySettings(configured, {
      datelineStyle: 'smn',
      related: { weights: { topic: 0 }, days: 7, borrow: { fr: [] } },
      blocks: { teaserTail: '' },
      desk: { blockPublishing: true },
      delivery: { rails: { sharedMaxAge: 9 } },
    });
    expect(config.datelineStyle).toBe('smn');
    expect(config.related).toMatchObject({
      weights: { topic: 0, words: 2 },
      days: 7,
      candidates: 100,
      nameWeight: 2,
      borrow: { fr: [], ja: ['en'] },
    });
    expect(config.blocks).toMatchObject({ relatedLimit: 4, teaserTail: '', railLimit: 5 });
    expect([configured.desk.blockPublishing, config.desk.blockPublishing]).toEqual([false, true]);
    expect(config.delivery.rails).toEqual({ ...configured.delivery.rails, sharedMaxAge: 9 });
    expect(config.delivery.pages).toEqual(configured.delivery.pages);
    expect(config.types).toBe(configured.types);
  });

  it('leave what they say nothing of as it is configured', () => {
    expect(applySettings(configured, {})).toEqual(configured);
    expect(configured.related.weights).toEqual({ topic: 1, words: 2 });
  });
});
