import { describe, expect, it } from 'vitest';
import { type Migration, pendingMigrations, versionsKnown } from './versions';

const create: Migration = async () => {};
const thirteenth: Migration = async () => {};
const fourteenth: Migration = async () => {};
const versions = {
  plugin: 'story-blocks',
  baseline: { version: 12, create, upgradedBy: '62b59f5' },
  steps: [thirteenth, fourteenth],
};

describe('the versions of a plugin’s tables', () => {
  it('count on from the baseline', () => {
    expect(versionsKnown(versions)).toBe(14);
  });

  it.each<[string, number, readonly Migration[]]>([
    ['a new database gets the baseline and every step', 0, [create, thirteenth, fourteenth]],
    ['one at the baseline gets the steps', 12, [thirteenth, fourteenth]],
    ['one half-way gets the rest', 13, [fourteenth]],
    ['one that is up to date gets nothing', 14, []],
  ])('%s', (_what, from, pending) => {
    expect(pendingMigrations(versions, from)).toEqual(pending);
  });

  it('older than the baseline are refused, with the commit that upgrades them', () => {
    expect(() => pendingMigrations(versions, 11)).toThrow(
      "story-blocks: the database has version 11 of the plugin's tables, and this plugin upgrades version 12 or later. Start the application once at commit 62b59f5 of Wiredesk, which upgrades the tables, then start this version again. None of the plugin's tables was changed."
    );
  });

  it('newer than the plugin are refused', () => {
    expect(() => pendingMigrations(versions, 15)).toThrow(
      /version 15 .* this plugin knows 14; install the newer plugin/
    );
  });
});
