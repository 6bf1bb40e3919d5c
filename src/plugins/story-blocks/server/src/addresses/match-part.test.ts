import { describe, expect, test } from 'vitest';
import { matchPart } from './match-part';

/** What the same pattern gives as an expression: short ones only, for it goes back and forth. */
function byExpression(part: string, text: string): Record<string, string> | null {
  const names: string[] = [];
  const source = part.replace(/[.*+?^$|()[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return name === 'documentId' ? '([A-Za-z0-9]+)' : '(.+)';
  });
  const match = new RegExp(`^${source}$`, 'i').exec(text);
  return match && Object.fromEntries(names.map((name, at) => [name, match[at + 1]]));
}

const PARTS = [
  '{slug}',
  '{documentId}',
  '{slug}-{documentId}',
  '{documentId}-{slug}',
  '{slug}.html',
  'n{documentId}',
  'story_{slug}',
  '{locale}.{slug}.{documentId}',
  '{section}--{slug}',
  '{slug}{slug}',
  '{slug}{section}!',
  'news',
  'a.b+c(d)',
  'É{slug}',
  'ニュース-{slug}',
  '{slug',
  'slug}',
  '{}{slug}',
  '',
];
const TEXTS = [
  'ferry-runs',
  'Ferry-Runs-k2ab',
  'k2ab-ferry-runs',
  'ferry-runs.HTML',
  'n123',
  'N123',
  'story_',
  'story_x',
  'fr.bac-retarde.k2ab',
  'docks--ferry--runs',
  'aa',
  'a',
  'ab!',
  'NEWS',
  'a.b+c(d)',
  'axb+c(d)',
  'élan',
  'ニュース-船',
  'İstanbul-feribot',
  'two\nlines',
  '{slug',
  'slug}',
  '{}x',
  '',
];

describe('a part of an address, read by a pattern', () => {
  test.each(PARTS)('%j gives what an expression would', (part) => {
    for (const text of TEXTS) expect([text, matchPart(part, text)]).toEqual([text, byExpression(part, text)]);
  });

  test.each([
    ['{slug}'.repeat(9).concat('!'), 'a'.repeat(900)],
    ['{slug}-'.repeat(60).concat('!'), 'a-'.repeat(450)],
    ['{documentId}'.repeat(40).concat('-'), 'a1'.repeat(450)],
    [`${'{section}a'.repeat(30)}b`, 'a'.repeat(999)],
    ['{slug}'.repeat(160), `${'x'.repeat(990)}\n`],
  ])('%j comes to an end on a text that does not fit', (part, text) => {
    expect(matchPart(part, text)).toBeNull();
  });

  test('a text longer than any name is none', () => {
    expect(matchPart('{slug}', 'a'.repeat(1_001))).toBeNull();
  });
});
