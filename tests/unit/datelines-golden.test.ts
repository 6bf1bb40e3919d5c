import fs from 'node:fs';
import path from 'node:path';
import { formatByline, formatDateline, parseByline, parseDateline } from 'strapi-plugin-datelines/text';
import { describe, expect, it } from 'vitest';

/** Rows of a table, each with where its form is taken from. */
function rowsOf(file: string): Record<string, string>[] {
  const [head = '', ...lines] = fs
    .readFileSync(path.resolve(import.meta.dirname, '../fixtures/datelines', file), 'utf8')
    .trim()
    .split('\n');
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((value, index) => [names[index] ?? '', value])));
}

const datelines = rowsOf('datelines.tsv');
const bylines = rowsOf('bylines.tsv');
const list = (text = '') => text.split('|');

describe('datelines as agencies write them', () => {
  it('are many, in many languages, each with its source', () => {
    expect(datelines.length).toBeGreaterThanOrEqual(150);
    expect(new Set(datelines.map(({ locale = '' }) => locale.split('-')[0])).size).toBeGreaterThanOrEqual(10);
    expect(datelines.filter((row) => !row['taken from'])).toEqual([]);
  });

  it.each(datelines)('$line', (row) => {
    const { line = '', style, locale, source, date, reference } = row;
    const cities = list(row.city);
    const [qualifiers, regions, countries] = [list(row.qualifier), list(row.region), list(row.country)];
    const expected = {
      style,
      places: cities.map((city, index) => ({
        city,
        ...(qualifiers[index] ? { qualifier: qualifiers[index] } : {}),
        ...(regions[index] ? { region: regions[index] } : {}),
        ...(countries[index] ? { country: countries[index] } : {}),
      })),
      ...(source ? { source } : {}),
      ...(date ? { date } : {}),
    };
    const options = reference ? { referenceDate: reference } : {};
    // Of the line alone, then by one who knows style and language.
    const isForeign = style === 'smn' && locale !== 'en';
    if (!isForeign) expect(parseDateline(line, options)).toMatchObject(expected);
    const parsed = parseDateline(line, { ...options, style, locale });
    expect(parsed).toMatchObject(expected);
    expect(parsed && formatDateline(parsed, { style, locale })).toBe(line);
  });
});

describe('bylines as agencies write them', () => {
  it('are many, in many languages, each with its source', () => {
    expect(bylines.length).toBeGreaterThanOrEqual(80);
    expect(new Set(bylines.map(({ locale }) => locale)).size).toBeGreaterThanOrEqual(10);
    expect(bylines.filter((row) => !row['taken from'])).toEqual([]);
  });

  it.each(bylines)('$line', (row) => {
    const line = (row.line ?? '').replaceAll('\\n', '\n');
    const { locale = '', label, source, style } = row;
    const people = row.name === '' && row.given === '' ? [] : list(row.name);
    const part = (key: string, index: number) => list(row[key])[index];
    const parsed = parseByline(line, { locale });
    expect(
      parsed?.credits.map(({ name, givenName, familyName, location, role }) => [
        name,
        givenName,
        familyName,
        location,
        role,
      ])
    ).toEqual(
      people.map((_, index) =>
        ['name', 'given', 'family', 'location', 'role'].map((key) => part(key, index) || undefined)
      )
    );
    expect(parsed).toMatchObject({
      ...(row.capitals ? { familyNameCaps: true } : {}),
      ...(label ? { label } : {}),
      ...(source ? { source } : {}),
    });
    if (!row.capitals) expect(parsed?.familyNameCaps).toBeUndefined();
    if (!parsed || label) return;
    const written = formatByline(parsed.credits, { style: row.capitals ? 'smn' : 'ap', locale });
    if (style) expect(written).toBe(line);
    // What was read is written so that it is read again as the same.
    expect(parseByline(written, { locale, bare: true })?.credits).toEqual(parsed.credits);
  });
});
