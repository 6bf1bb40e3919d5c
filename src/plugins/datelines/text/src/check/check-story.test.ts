import { describe, expect, it } from 'vitest';
import { type CheckedStory, checkStory } from '..';

const seoul = { city: 'Seoul', country: 'KR', timezone: 'Asia/Seoul', standsAlone: true };
const good: CheckedStory = {
  datelines: [seoul],
  datelineDate: '2019-04-22',
  publishedAt: '2019-04-22T03:00:00Z',
  source: 'AFP',
  credits: [{ name: 'Claire Lee', location: 'Seoul' }],
};
const codes = (story: CheckedStory) => checkStory({ ...good, ...story }).map(({ code }) => code);

describe('checkStory', () => {
  it('has nothing to say of a story that agrees', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ datelineText: 'SEOUL, April 22, 2019 (AFP) -', bylineText: 'By Claire LEE in Seoul' })).toEqual([]);
  });

  it.each<[string, CheckedStory, string[]]>([
    ['a day after publication', { datelineDate: '2019-04-23' }, ['DATE_AFTER_PUBLICATION']],
    ['another year', { datelineDate: '2018-04-22' }, ['DATE_IN_OTHER_YEAR']],
    ['weeks before', { datelineDate: '2019-03-01' }, ['DATE_LONG_BEFORE']],
    ['a place that nobody knows', { datelines: [{ ...seoul, known: false }] }, ['PLACE_UNKNOWN']],
    [
      'a city that needs its region',
      { datelines: [{ city: 'Springfield' }], credits: [{ name: 'Ada Quill' }] },
      ['REGION_MISSING'],
    ],
    ['a zone that there is not', { datelines: [{ ...seoul, timezone: 'Asia/Soul' }] }, ['TIMEZONE_UNKNOWN']],
    ['another source', { datelineText: 'SEOUL, April 22 (UPI) --' }, ['SOURCE_DIFFERS']],
    ['another place', { datelineText: 'PARIS, April 22, 2019 (AFP) -' }, ['PLACE_DIFFERS']],
    ['a line that is none', { datelineText: 'as told to our desk' }, ['DATELINE_UNREAD']],
    ['another weekday', { datelineText: 'SEOUL, Friday, April 22, 2019 (AFP) -' }, ['WEEKDAY_DIFFERS']],
    ['a misspelt month', { datelineText: 'SEOUL, Arpil 22 (AFP) -' }, ['DATELINE_SLIP']],
    ['a letter for a digit', { datelineText: 'SEOUL, April 2l (AFP) -' }, ['DATELINE_SLIP']],
    ['a day that there is not', { datelineText: 'SEOUL, April 31 (AFP) -' }, ['DAY_IMPOSSIBLE']],
    ['nobody', { credits: [] }, ['AUTHOR_MISSING']],
    ['nobody, by Staff Writers', { credits: [], bylineText: 'by Staff Writers' }, []],
    ['a byline from elsewhere', { credits: [{ name: 'Claire Lee', location: 'Tokyo' }] }, ['BYLINE_PLACE_DIFFERS']],
    ['capitals for one of two', { bylineText: 'By Claire LEE, Jean Dupont' }, ['CAPITALS_DIFFER']],
    ['a byline that is none', { bylineText: 'see 3 below; <b>' }, ['BYLINE_UNREAD']],
  ])('finds %s', (_name, story, expected) => {
    expect(codes(story)).toEqual(expected);
  });

  it.each(['By J.K. Rowling and Joan Roe', 'By Joan Roe III in Buffalo, New York', 'By JOAN ROE and JOHN DOE'])(
    'sees no capitals that differ in %s',
    (bylineText) => {
      expect(codes({ bylineText, credits: [{ name: 'J.K. Rowling' }, { name: 'Joan Roe III' }] })).toEqual([]);
    }
  );

  it('says nothing of a place that is being typed', () => {
    const typed = {
      datelines: [{ city: '' }, {}] as CheckedStory['datelines'],
      datelineText: 'SEOUL (AP) —',
      source: 'AP',
    };
    expect(codes({ ...typed, datelineDate: '' })).toEqual([]);
  });

  it('reckons the day at the place, about midnight and on a leap day', () => {
    const tokyo = { city: 'Tokyo', timezone: 'Asia/Tokyo', standsAlone: true };
    const at = (filedAt: string, publishedAt: string) =>
      codes({ datelines: [tokyo], datelineDate: null, filedAt, publishedAt, credits: [{ name: 'A. B' }] });
    expect(at('2024-02-28T15:30:00Z', '2024-02-28T15:40:00Z')).toEqual([]);
    expect(at('2024-02-29T15:30:00Z', '2024-02-29T14:00:00Z')).toEqual(['DATE_AFTER_PUBLICATION']);
  });

  it.each<[string, CheckedStory, string[]]>([
    ['years ahead', { datelineDate: '2031-05-07' }, ['DATE_AFTER_PUBLICATION']],
    ['years ahead, as the filing is', { filedAt: '2031-05-07T08:00:00Z' }, ['DATE_AFTER_PUBLICATION']],
    ['tomorrow', { datelineDate: '2026-05-08' }, ['DATE_AFTER_PUBLICATION']],
    ['the day that it is at the place', { datelineDate: '2026-05-07' }, []],
    ['the day that it is in UTC', { datelineDate: '2026-05-06' }, []],
    ['a filing an hour ahead', { filedAt: '2026-05-06T17:00:00Z' }, []],
  ])('of a dateline of %s, at 16:00 UTC of 6 May in Seoul', (_name, story, expected) => {
    const dated = { ...good, datelineDate: null, publishedAt: '2026-05-06T16:00:00Z', ...story };
    expect(checkStory(dated).map(({ code }) => code)).toEqual(expected);
  });

  it('names what was written wrong, and what it was read as', () => {
    const [found] = checkStory({ ...good, datelineText: 'SEOUL, Arpil 22 (AFP) -' });
    expect(found).toMatchObject({
      code: 'DATELINE_SLIP',
      severity: 'warning',
      values: { written: 'Arpil', meant: 'April' },
      message: 'The line says "Arpil", read as April.',
    });
  });

  it('asks the look-up whether a line names a place', () => {
    const story = { datelineText: 'DUNMORE —', datelines: [{ city: 'Dunmore', standsAlone: true }] };
    const codesWith = (isPlace: (name: string) => boolean) =>
      checkStory({ ...good, credits: [], bylineLabel: 'Staff', ...story }, { isPlace }).map(({ code }) => code);
    expect(codesWith((name) => name === 'Dunmore')).toEqual([]);
    expect(codesWith(() => false)).toEqual(['DATELINE_UNREAD']);
  });

  it('puts the gravest first, and says where', () => {
    const findings = checkStory({
      ...good,
      datelineDate: '2019-05-01',
      credits: [],
      datelines: [seoul, { city: 'Springfield' }],
    });
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info']);
    expect(findings[1]).toMatchObject({ code: 'REGION_MISSING', place: 1, values: { city: 'Springfield' } });
  });

  it.each<[string, CheckedStory, string[]]>([
    [
      'beside that of the fields',
      { ...good, openingText: 'Seoul (AFP) April 22, 2019 Kim Jong Un left.' },
      ['DATELINE_TWICE'],
    ],
    ['of another place', { ...good, openingText: 'BERLIN (AFP) — Kim left.' }, ['DATELINE_TWICE', 'PLACE_DIFFERS']],
    [
      'of another agency',
      { ...good, openingText: 'SEOUL (Reuters) - Kim left.' },
      ['DATELINE_TWICE', 'SOURCE_DIFFERS'],
    ],
    [
      'of another day',
      { ...good, openingText: 'Seoul (AFP) April 20, 2019 Kim left.' },
      ['DATELINE_TWICE', 'DATE_DIFFERS'],
    ],
    [
      'where the fields have none',
      { ...good, datelines: [], openingText: 'SEOUL (AFP) — Kim left.' },
      ['DATELINE_IN_TEXT'],
    ],
    [
      'in another language',
      { ...good, openingText: '(서울=연합뉴스) 왕길환 기자 = 정부는' },
      ['DATELINE_TWICE', 'PLACE_DIFFERS', 'SOURCE_DIFFERS'],
    ],
    ['that is none', { ...good, openingText: 'EXPLAINER — What the vote means' }, []],
    ['that is not there', { ...good, openingText: 'Kim Jong Un left for Russia on Monday.' }, []],
    ['of an empty text', { ...good, openingText: ' ' }, []],
  ])('sees a dateline in the text %s', (_what, story, expected) => {
    const found = checkStory(story).map(({ code }) => code);
    expect(found).toEqual(expected);
  });
});
