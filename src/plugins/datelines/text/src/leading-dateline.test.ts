import { describe, expect, it } from 'vitest';
import { leadingDateline } from './leading-dateline';

const lineOf = (text: string, locale?: string, cities: string[] = []) =>
  leadingDateline(text, { locale, places: cities.map((city) => ({ city })) })?.line ?? null;

describe('the dateline that a text brings along', () => {
  it.each([
    ['de', 'MADRID (dpa) -', ' Der Minister sagte am Montag ab.'],
    ['de', 'Berlin/Wien (dpa) -', ' Die Bahn fährt wieder.'],
    ['en', 'Madrid (dpa) -', ' The minister said no.'],
    ['en', 'VALPARAISO, Chile (MPA) —', ' The port reopened.'],
    ['en', 'BUFFALO, N.Y. (AP) —', ' Snow fell.'],
    ['en', 'LIMA, Jan 21 (Reuters) -', ' Peru said on Monday.'],
    ['en', 'SEOUL, South Korea, Jan. 3 (UPI) --', ' Two ministers met.'],
    ['en', 'Pyongyang (AFP) April 22, 2019', ' Kim Jong Un left.'],
    ['en', 'STOCKHOLM, Aug 29, 2014 (AFP) -', ' The king spoke.'],
    ['en', 'XICHANG, March 31 (Xinhua) --', ' A rocket rose.'],
    ['en', 'PARIS, Texas —', ' The town voted.'],
    ['es', 'Nueva Delhi, 21 ene (EFE).-', ' El primer ministro habló.'],
    ['fr', 'PARIS, 3 mars (Reuters) -', ' Le ministre a dit non.'],
    ['it', 'ROMA, 01 LUG -', ' Il governo ha deciso.'],
    ['pt', 'SÃO PAULO, 3 mar (EFE) -', ' O presidente falou.'],
    ['ru', 'МОСКВА, 16 февраля. /ТАСС/.', ' Президент подписал указ.'],
    ['ja', '【ソウル共同】', '韓国の大統領は'],
    ['ja', '[東京 12日 ロイター] -', ' 日銀は'],
    ['zh', '新华社北京9月2日电（记者白瀛、王鹏）', '中国队'],
    ['ko', '(서울=연합뉴스) 왕길환 기자 =', ' 정부는'],
    ['ar', 'مانيلا، 3 ديسمبر (رويترز) -', ' قال الوزير'],
    ['fr', 'BRUSSELS, Jan 21 (Reuters) -', ' La Commission a dit non.'],
  ])('in %s: %s', (locale, line, rest) => expect(lineOf(`${line}${rest}`, locale)).toBe(line));

  it.each([
    ['PARIS —', ' The city voted.', ['Paris']],
    ['OSLO —', ' Snow fell.', ['Bergen', 'Oslo']],
    ['SÃO PAULO —', ' O presidente falou.', ['Sao Paulo']],
  ])('is a place alone where the fields name it too: %s', (line, rest, cities) => {
    expect(lineOf(`${line}${rest}`, 'en', cities)).toBe(line);
    expect(lineOf(`${line}${rest}`, 'en', ['Lagos'])).toBeNull();
  });

  it('knows the place of the fields by its names in other languages', () => {
    const places = [{ city: 'Moscow', names: [{ city: 'Москва' }] }];
    expect(leadingDateline('МОСКВА — Президент', { locale: 'ru', places })?.line).toBe('МОСКВА —');
  });

  it.each([
    'EXPLAINER — What the vote means',
    'NASA — The agency said',
    'FIFA — Football’s rulers',
    'TUESDAY — It rained',
    'UPDATE - The bridge is closed',
    'The board (CBOT) - the largest of its kind - said',
    'He said - and many agreed - that it was over.',
    'Jean-Luc (born 1960) — the mayor — resigned.',
    'In Paris (France), the council voted.',
    'On March 3 - a Tuesday - it rained.',
    'The U.S. (and others) — said no',
    '2024 — what a year',
    'Der Minister (SPD) - er war müde - ging.',
    'Le ministre (PS) - fatigué - est parti.',
    '大統領は（ソウルで）会見した。',
    'قال الوزير (في باريس) - إن',
    'Ordinary text without any sign of one.',
    '',
  ])('is none in “%s”', (text) => expect(lineOf(text, 'en', ['Lagos'])).toBeNull());

  it('never throws on what is no text', () => {
    expect(leadingDateline(null as unknown as string)).toBeNull();
    expect(leadingDateline('LIMA, Jan 21 (Reuters) - Peru', { places: [null as never] })?.line).toBe(
      'LIMA, Jan 21 (Reuters) -'
    );
  });
});
