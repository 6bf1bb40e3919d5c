import { describe, expect, it } from 'vitest';
import { openingLines, runIn, standAlone } from './dateline-text';

describe('a dateline that runs in', () => {
  it.each([
    ['VALPARAISO, Chile (MPA) —', 'The port reopened.', 'VALPARAISO, Chile (MPA) — The port reopened.'],
    ['LIMA, Jan 21 (Reuters) -', 'Peru said', 'LIMA, Jan 21 (Reuters) - Peru said'],
    ['SEOUL, South Korea, Jan. 3 (UPI) --', 'It', 'SEOUL, South Korea, Jan. 3 (UPI) -- It'],
    ['Athen (dpa) -', 'Die Regierung', 'Athen (dpa) - Die Regierung'],
    ['Nueva Delhi, 21 ene (EFE).-', 'El primer', 'Nueva Delhi, 21 ene (EFE).- El primer'],
    ['МОСКВА, 16 февраля. /ТАСС/.', 'Президент', 'МОСКВА, 16 февраля. /ТАСС/. Президент'],
    ['(서울=연합뉴스) 왕길환 기자 =', '정부는', '(서울=연합뉴스) 왕길환 기자 = 정부는'],
    ['[東京 12日 ロイター] -', '日銀は', '[東京 12日 ロイター] - 日銀は'],
    ['【ソウル共同】', '韓国の', '【ソウル共同】韓国の'],
    ['新华社北京9月2日电', '中国', '新华社北京9月2日电中国'],
    ['新华社北京9月2日电（记者白瀛）', '中国', '新华社北京9月2日电（记者白瀛）中国'],
    ['مانيلا، 3 ديسمبر (رويترز) -', 'قال', 'مانيلا، 3 ديسمبر (رويترز) - قال'],
  ])('%s', (dateline, text, line) => {
    expect(runIn(dateline, text)).toBe(line);
    expect(openingLines(dateline, true, text)).toEqual([line]);
    expect(openingLines(dateline, false, text)).toEqual([dateline, text]);
  });

  it('has a line of its own where no text follows, and none where there is none', () => {
    expect(openingLines('PARIS (AP)', true, '')).toEqual(['PARIS (AP)']);
    expect(openingLines(null, true, 'Text')).toEqual(['Text']);
    expect(openingLines(null, false, '')).toEqual([]);
  });
});

describe('a dateline that stands alone', () => {
  it.each([
    ['VALPARAISO, Chile (MPA) —', 'VALPARAISO, Chile (MPA)'],
    ['LIMA, Jan 21 (Reuters) -', 'LIMA, Jan 21 (Reuters)'],
    ['SEOUL, South Korea, Jan. 3 (UPI) --', 'SEOUL, South Korea, Jan. 3 (UPI)'],
    ['Nueva Delhi, 21 ene (EFE).-', 'Nueva Delhi, 21 ene (EFE)'],
    ['(서울=연합뉴스) 왕길환 기자 =', '(서울=연합뉴스) 왕길환 기자'],
    ['[東京 12日 ロイター] -', '[東京 12日 ロイター]'],
    ['مانيلا، 3 ديسمبر (رويترز) -', 'مانيلا، 3 ديسمبر (رويترز)'],
    ['ROMA, 01 LUG –', 'ROMA, 01 LUG'],
    ['МОСКВА, 16 февраля. /ТАСС/.', 'МОСКВА, 16 февраля. /ТАСС/.'],
    ['【ソウル共同】', '【ソウル共同】'],
    ['Stratford-upon-Avon', 'Stratford-upon-Avon'],
    ['WASHINGTON, D.C. (AP) —', 'WASHINGTON, D.C. (AP)'],
    ['Pyongyang (AFP) April 22, 2019', 'Pyongyang (AFP) April 22, 2019'],
    ['—', '—'],
  ])('%s', (dateline, alone) => expect(standAlone(dateline)).toBe(alone));
});
