import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseByline, parseDateline } from 'strapi-plugin-datelines/text';
import { describe, expect, it } from 'vitest';

/** Published copy beside the checkout, where there is any; it never enters the project. */
const corpora = path.resolve(import.meta.dirname, '../../../shared/corpora');
const gold = path.join(corpora, 'datelines-reuters-dev.tsv');
const stories = path.join(corpora, 'reuters-dev.jsonl.gz');

const isOneOf = (alternatives: string, found: string) =>
  alternatives.split('|').some((one) => one.toLowerCase() === found.toLowerCase());

describe.skipIf(!fs.existsSync(gold) || !fs.existsSync(stories))('published copy of 1987', () => {
  it('has its datelines read: city, region, month and day', () => {
    const rows = fs
      .readFileSync(gold, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
    const lines = rows.filter(([, , , , , kind]) => kind !== 'none');
    const wrong = lines.filter(([raw = '', city = '', region = '', month, day]) => {
      const parsed = parseDateline(raw);
      const join = (texts: (string | undefined)[]) => texts.filter(Boolean).join('/');
      const [, readMonth = '', readDay = ''] = /^-?-?(?:\d{4}-)?(\d\d)(?:-(\d\d))?$/.exec(parsed?.date ?? '') ?? [];
      return !(
        parsed &&
        isOneOf(city, join(parsed.places.map((place) => place.city))) &&
        isOneOf(region, join(parsed.places.map((place) => place.qualifier))) &&
        Number(readMonth) === Number(month) &&
        Number(readDay) === Number(day)
      );
    });
    expect(1 - wrong.length / lines.length, wrong.map(([raw]) => raw).join('\n')).toBeGreaterThanOrEqual(0.995);
  });

  it('has no dateline or byline in its ordinary paragraphs', () => {
    const paragraphs = gunzipSync(fs.readFileSync(stories))
      .toString('utf8')
      .trim()
      .split('\n')
      .flatMap((line) => (JSON.parse(line) as { body: string }).body.split('\n\n'));
    const step = Math.floor(paragraphs.length / 5000);
    const some = paragraphs.filter((_, index) => index % step === 0).slice(0, 5000);
    const found = some.filter((text) => parseDateline(text) ?? parseByline(text));
    expect(found.length / some.length, found.map((text) => text.slice(0, 80)).join('\n')).toBeLessThanOrEqual(0.002);
  });
});
