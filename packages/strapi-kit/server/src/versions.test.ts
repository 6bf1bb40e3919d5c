import { describe, expect, it } from 'vitest';
import { type Migration, oldestUpgraded, pendingMigrations, versionsKnown } from './versions';

const create: Migration = async () => {};
const eleventh: Migration = async () => {};
const twelfth: Migration = async () => {};
const thirteenth: Migration = async () => {};
const fourteenth: Migration = async () => {};
const versions = {
  plugin: 'story-blocks',
  baseline: { version: 12, create },
  older: { steps: [eleventh, twelfth], upgradedBy: '62b59f5' },
  steps: [thirteenth, fourteenth],
};

describe('the versions of a plugin’s tables', () => {
  it('count on from the baseline', () => {
    expect(versionsKnown(versions)).toBe(14);
  });

  it('that are upgraded begin as many steps before it as there are', () => {
    expect(oldestUpgraded(versions)).toBe(10);
    expect(oldestUpgraded({ ...versions, older: { steps: [], upgradedBy: '' } })).toBe(12);
  });

  it.each<[string, number, readonly Migration[]]>([
    ['a new database gets the baseline and every step', 0, [create, thirteenth, fourteenth]],
    ['one at the baseline gets the steps', 12, [thirteenth, fourteenth]],
    [
      'the oldest that is upgraded gets the steps to the baseline, and every step',
      10,
      [eleventh, twelfth, thirteenth, fourteenth],
    ],
    ['one between gets the rest of them, and every step', 11, [twelfth, thirteenth, fourteenth]],
    ['one half-way gets the rest', 13, [fourteenth]],
    ['one that is up to date gets nothing', 14, []],
  ])('%s', (_what, from, pending) => {
    expect(pendingMigrations(versions, from)).toEqual(pending);
  });

  it('older than those are refused, with the commit that upgrades them', () => {
    expect(() => pendingMigrations(versions, 9)).toThrow(
      "story-blocks: the database has version 9 of the plugin's tables, and this plugin upgrades version 10 or later. Start the application once at commit 62b59f5 of Wiredesk, which upgrades the tables, then start this version again. None of the plugin's tables was changed."
    );
  });

  it('newer than the plugin are refused', () => {
    expect(() => pendingMigrations(versions, 15)).toThrow(
      /version 15 .* this plugin knows 14; install the newer plugin/
    );
  });
});
