import { describe, expect, it } from 'vitest';
import { analyseStory, MAX_COUNT, MAX_TERMS } from './analyse-story';
import { hashOf } from './hash';
import { overlapOf, SKETCH_LENGTH } from './sketch';

const analyse = (paragraphs: string | string[], locale = 'en', title = '') =>
  analyseStory({ title, paragraphs: [paragraphs].flat(), locale });
const surfaces = (...of: Parameters<typeof analyse>) => analyse(...of).terms.map(({ surface }) => surface);
const names = (...of: Parameters<typeof analyse>) =>
  analyse(...of)
    .terms.filter(({ isName }) => isName)
    .map(({ surface }) => surface);
const termOf = (word: string, ...of: Parameters<typeof analyse>) =>
  analyse(...of).terms.find(({ hash }) => hash === hashOf(word));

describe('the words of a story', () => {
  it('are counted whatever their case and width, and shown as they are written', () => {
    const text = 'Harbour dues rise. The harbour says so. ＨＡＲＢＯＵＲ and harbour.';
    expect(termOf('harbour', text)).toMatchObject({ count: 4, surface: 'harbour' });
    expect(termOf('dues', text)).toMatchObject({ count: 1, surface: 'dues' });
  });

  it.each(['tr', 'az', 'lt', 'en', 'de', ''])('have the small letters of their language: %s', (locale) => {
    const small = 'IRMAK INI'.toLocaleLowerCase(locale || undefined).split(' ');
    for (const word of small) expect(termOf(word, 'x IRMAK INI', locale)).toBeDefined();
  });

  it('are those of the headline too, where a capital tells nothing', () => {
    const { terms } = analyse('the pier is closed', 'en', 'Storm Closes Pier');
    expect(terms.map(({ surface }) => surface)).toEqual(expect.arrayContaining(['Storm', 'Closes', 'pier', 'closed']));
    expect(terms.filter(({ isName }) => isName)).toEqual([]);
  });

  it('stand in the order of their hashes, and are the same for the same text', () => {
    const text = 'One ferry left, another came, and nobody in Valparaiso saw a third.';
    const found = analyse(text);
    const hashes = found.terms.map(({ hash }) => hash);
    expect(hashes).toEqual([...hashes].sort((a, b) => a - b));
    expect(analyse(text)).toEqual(found);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it.each([
    ['en', 'The crew of the Solvei thanked Ottokar Brandreth on the quay.', ['Solvei', 'Ottokar', 'Brandreth']],
    ['fr', 'Le navire de la compagnie est parti de Saint-Malo avec Élodie.', ['Saint', 'Malo', 'Élodie']],
    ['ru', 'Ледокол вышел из порта Мурманск, сказала Ирина.', ['Мурманск', 'Ирина']],
    ['el', 'Το πλοίο έφυγε από τον Πειραιά για την Κρήτη.', ['Πειραιά', 'Κρήτη']],
  ])('tell names by their capital inside a sentence: %s', (locale, text, expected) => {
    expect(names(text, locale).sort()).toEqual([...expected].sort());
  });

  it('tell no name by a capital after a full stop, a colon or a quotation mark', () => {
    expect(names('It rained. Boats stayed. He said: Nobody left. "Ferries wait," she said.')).toEqual([]);
  });

  it('count as a name only where most of their places inside sentences have the capital', () => {
    expect(names('A Pilot came, a pilot went, and the pilot slept.')).toEqual([]);
    expect(names('A Pilot came, and the Pilot went while one pilot slept.')).toEqual(['Pilot']);
  });

  it.each(['de', 'de-AT', 'lb', 'gsw'])('tell no names in %s, where every noun has a capital', (locale) => {
    const text = 'Am Morgen verließ die Fähre den Hafen von Hamburg mit Klara Sund.';
    expect(names(text, locale)).toEqual([]);
    expect(surfaces(text, locale)).toEqual(expect.arrayContaining(['Fähre', 'Hafen', 'Hamburg']));
  });

  it('are found where no spaces stand between them', () => {
    expect(surfaces('東京湾でフェリーが座礁した。', 'ja')).toEqual(
      expect.arrayContaining(['東京湾', 'フェリー', '座礁'])
    );
    expect(surfaces('渡轮在香港搁浅。', 'zh')).toEqual(expect.arrayContaining(['渡轮', '香港']));
    expect(surfaces('เรือข้ามฟากเกยตื้น', 'th').length).toBeGreaterThan(1);
  });

  it('are found from right to left, and have no capitals', () => {
    const { terms } = analyse('غادرت العبّارة ميناء الإسكندرية عند الفجر', 'ar');
    expect(terms.map(({ surface }) => surface)).toEqual(expect.arrayContaining(['ميناء', 'الإسكندرية', 'الفجر']));
    expect(terms.filter(({ isName }) => isName)).toEqual([]);
  });

  it("follow the language's own small letters", () => {
    expect(termOf('ılgaz', 'Tren ILGAZ yolunda.', 'tr')?.count).toBe(1);
    expect(termOf('ilgaz', 'The train to ILGAZ.', 'en')?.count).toBe(1);
  });

  it('hold no numbers, and no word of endless length', () => {
    const found = surfaces(`In 2019 some 1,500 people, 12.5 percent, ٣٤٥ and ${'x'.repeat(41)} or ${'y'.repeat(40)}.`);
    expect(found).toEqual(expect.arrayContaining(['people', 'percent', 'y'.repeat(40)]));
    expect(found.filter((surface) => /\p{N}/u.test(surface) || surface.startsWith('x'))).toEqual([]);
    expect(surfaces('The A320 and a G7 meeting.')).toEqual(expect.arrayContaining(['A320', 'G7']));
  });

  it.each(['', 'no language', '-', 'x', 'en_US', '\u0000'])('are read in a language named %j', (locale) => {
    expect(surfaces('Ferries wait for the tide.', locale)).toContain('tide');
  });
});

describe('what a text may hold', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])('the word %s', (word) => {
    const { terms } = analyse(`A ferry and ${word} and ${word}.`);
    const found = terms.find(({ surface }) => surface === word);
    expect(found).toMatchObject({ count: 2, surface: word });
    expect(terms.map(({ surface }) => surface)).toContain('ferry');
  });

  it('null characters and halves of characters', () => {
    const text = 'The fer\u0000ry \ud83d waits \udc00 for\u0000 tides\ud800';
    const found = surfaces(text, 'en', '\udfff\u0000 Headline');
    expect(found).toEqual(expect.arrayContaining(['waits', 'tides', 'Headline']));
    for (const surface of found) {
      expect(surface).not.toContain('\u0000');
      expect(surface).not.toMatch(/\p{Cs}/u);
    }
  });

  it('nothing at all', () => {
    for (const nothing of [[], [''], [' \n\t '], ['…', '— —', '123']]) {
      const { terms, sketch } = analyse(nothing);
      expect(terms).toEqual([]);
      expect(sketch).toHaveLength(SKETCH_LENGTH);
    }
  });

  it('more than is read: the rest tells nothing, in one paragraph or in many', () => {
    const long = 'tide and wind '.repeat(4_000);
    expect(long.length).toBeGreaterThan(40_000);
    for (const paragraphs of [
      [`${long} afterwards`],
      [long, 'afterwards'],
      [...long.match(/.{1,500}/gs)!, 'afterwards'],
    ]) {
      const found = surfaces(['before', ...paragraphs]);
      expect(found.sort()).toEqual(expect.arrayContaining(['and', 'before', 'tide', 'wind']));
      expect(found).not.toContain('afterwards');
    }
    expect(surfaces('kept', 'en', `${long} afterwards`)).not.toContain('afterwards');
    expect(surfaces('kept', 'en', long)).toContain('kept');
  });

  it(`more than ${MAX_TERMS} words: the most frequent are kept`, () => {
    const rare = Array.from({ length: 600 }, (_, at) => `rare${String.fromCharCode(97 + (at % 26))}${at}word`);
    const often = ['lighthouse', 'keeper', 'foghorn'];
    const { terms } = analyse([rare.join(' '), `${often.join(' ')} ${often.join(' ')}`]);
    expect(terms).toHaveLength(MAX_TERMS);
    expect(terms.map(({ surface }) => surface)).toEqual(expect.arrayContaining(often));
    const hashes = terms.map(({ hash }) => hash);
    expect(hashes).toEqual([...hashes].sort((a, b) => a - b));
  });

  it(`one word more than ${MAX_COUNT} times`, () => {
    expect(termOf('ice', 'ice '.repeat(5_000))?.count).toBe(MAX_COUNT);
  });

  it('copy that is made to be read slowly', () => {
    const hostile = [
      '1 '.repeat(200_000),
      '('.repeat(200_000),
      `${'('.repeat(120)}${'-'.repeat(119)}`,
      `${'1'.repeat(230)}a`,
      `${'1-'.repeat(119)}x`,
      `${'a.'.repeat(119)}@`,
      `${'a'.repeat(59)}(${'A'.repeat(20)}`.repeat(1_000),
      'by and by and '.repeat(20_000),
      'e\u0301'.repeat(100_000),
      '\u0301'.repeat(100_000),
      'ﷺ'.repeat(50_000),
      '👩‍👩‍👧‍👦'.repeat(20_000),
    ];
    for (const text of hostile) {
      const { terms } = analyse([text, text, 'The last word.'], 'en', text);
      expect(terms.length).toBeLessThanOrEqual(MAX_TERMS);
    }
    const crowd = Array.from({ length: 50_000 }, () => '+44 20 7946 0000');
    expect(surfaces([...crowd, 'The last word.'])).toContain('last');
  });
});

describe('what agencies put around a story', () => {
  it.each([
    ['en', 'Reporting by Ada Quill and Ottokar Brandreth; Editing by Solveig Tern'],
    ['en', '(Additional reporting by Ada Quill in Oslo)'],
    ['en', '© 2031 Quay Press. All rights reserved.'],
    ['en', 'Copyright 2031 Quay Press'],
    ['en', 'Newsdesk: +44 20 7946 0000'],
    ['en', 'desk@quay.example'],
    ['fr', '(Reportage de Élodie Morin, édité par Luc Sérac)'],
    ['fr', 'Tous droits réservés de reproduction.'],
    ['de', 'Bearbeitet von Klara Sund. Redaktion: Hamburg'],
    ['de', 'Alle Rechte vorbehalten'],
    ['es', '(Editado por Inés Faro)'],
    ['es', 'Todos los derechos reservados.'],
    ['pt', 'Reportagem de João Cais'],
    ['it', 'A cura di Livia Molo'],
    ['ru', 'Все права защищены'],
    ['pl', 'Wszelkie prawa zastrzeżone'],
    ['ja', '無断転載を禁じます'],
    ['zh', '版权所有 港口通讯社'],
    ['ko', '저작권자 항구통신 무단 전재 금지'],
    ['ar', 'جميع الحقوق محفوظة لوكالة الميناء'],
  ])('is set aside: %s, %s', (locale, line) => {
    expect(surfaces([line], locale)).toEqual([]);
    const text = 'Ferries wait for the tide.';
    expect(analyse([text, line], locale)).toEqual(analyse(text, locale));
  });

  it.each([
    ['The reporting by harbour pilots saved the crew.', 'pilots'],
    ['Nobody was editing by candlelight that night.', 'candlelight'],
    ['The ship, number 12345678901, had left with coal and timber and nine sailors and one dog for Oslo.', 'timber'],
    [`The museum spoke of copyright for long. ${'Visitors looked at paintings of ships. '.repeat(6)}`, 'paintings'],
  ])('is no sentence of the story itself: %s', (text, word) => {
    expect(surfaces(text)).toContain(word);
  });

  it('is the dateline before the first paragraph, and nowhere else', () => {
    const dated = 'VALPARAISO, Chile (QPA) - Dockers went on strike.';
    expect(surfaces(dated)).not.toContain('Chile');
    expect(surfaces(dated)).toEqual(expect.arrayContaining(['Dockers', 'strike']));
    expect(surfaces(['First.', dated])).toContain('Chile');
    expect(surfaces('Dockers in Chile (a country) struck - for wages.')).toContain('Chile');
  });
});

describe('the sketch of a story', () => {
  const text =
    'The ferry left the pier at dawn with two hundred people, a dog and the mail for the islands in the north.';

  it('is the same for the same words, whatever their case and stops', () => {
    expect(overlapOf(analyse(text).sketch, analyse(text.toUpperCase().replaceAll(',', ' –')).sketch)).toBe(1);
  });

  it('knows numbers: two forecasts are two stories', () => {
    const forecast = (at: number) => `Wind of ${at} knots, waves of ${at + 1} feet, sight of ${at + 2} miles.`;
    expect(overlapOf(analyse(forecast(3)).sketch, analyse(forecast(40)).sketch)).toBeLessThan(0.3);
  });

  it('knows nothing of the lines around a story', () => {
    expect(analyse([text, 'Editing by Ada Quill']).sketch).toEqual(analyse(text).sketch);
  });
});
