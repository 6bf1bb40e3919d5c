import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences';

/** Sentences without the white space between them. */
const split = (text: string, locale: string) => splitSentences(text, locale).map((sentence) => sentence.trim());

/** Each text is one sentence, followed by another. */
function expectWhole(locale: string, next: string, texts: string[]): void {
  for (const text of texts) expect(split(`${text} ${next}`, locale)).toEqual([text, next]);
}

describe('splitSentences', () => {
  it('keeps English titles with their names', () => {
    expectWhole('en', 'Nobody spoke.', [
      'Mr. Okafor met Mrs. Lindqvist and Ms. Rao.',
      'Gov. Dana Whitfield wrote to Sen. Paul Ames.',
      'Lt. Gov. Ray Holt and Lt. Col. Ann Dyer were there.',
      'Dr. Martin and Prof. Hale disagreed.',
      'Rep. Lee (D-Ore.) and ex-Gov. Brown agreed.',
      'The Rev. Moss blessed Gen. Stark.',
      'MR. SMITH WENT HOME.',
    ]);
  });

  it('keeps initials, saints and what stands after a name', () => {
    expectWhole('en', 'The crowd left.', [
      'J. K. Marlow and T. S. Embry wrote it.',
      'George W. Hale ran.',
      'A. A. Penrose drew bears.',
      'They drove from St. Louis to Ft. Worth over Mt. Hood.',
      'The Sammy Dale Jr. Band sang.',
      'The case is Roe v. Wade.',
    ]);
  });

  it('keeps months and numbers with the figure after them', () => {
    expectWhole('en', 'Nothing changed.', [
      'It opened on Jan. 5 in the rain.',
      'He was born on Sept. 11, 1960, in Lagos.',
      'She lives at No. 3 Mill Road.',
      'It stands in Vol. 2 Chapter 9.',
    ]);
  });

  it('keeps U.S., Inc. and a.m. before a word that starts no sentence', () => {
    expectWhole('en', 'The rest is known.', [
      'The U.S. Navy and the U.N. Security Council met.',
      'Acme Inc. Chairman Lee and Foo Corp. Treasurer Kay quit.',
      'It left at 9 a.m. Monday and came at 5 p.m. Eastern time.',
      'Fresno, Calif. Mayor Ruiz and Washington, D.C. Mayor Poe spoke.',
      'The territory (U.S.) Navy ships left.',
    ]);
  });

  it('ends the sentence after them where one starts', () => {
    expect(split('He works for Acme Inc. The firm is old.', 'en')).toEqual([
      'He works for Acme Inc.',
      'The firm is old.',
    ]);
    expect(split('They fled to the U.S. “We were afraid,” she said.', 'en')).toHaveLength(2);
    expect(split('It began at 9 a.m. However, few came.', 'en')).toHaveLength(2);
    expect(split('They moved in Jan. The house was cold.', 'en')).toHaveLength(2);
    expect(split('Was it you? No. It was not.', 'en')).toHaveLength(3);
  });

  it('keeps the mark of a quotation within its sentence', () => {
    expectWhole('en', 'He left.', [
      '"Why?" he asked.',
      '“Stop! Go!” she said.',
      'The banner read "Out. Now. All." in red.',
      'Yahoo! said so.',
    ]);
    expect(split('“It is over.” The crowd left.', 'en')).toHaveLength(2);
  });

  it('splits a speech that is longer than a slogan', () => {
    const speech =
      '"We have waited for nine long years to see this bridge. Nobody will take it from us again," he said.';
    expect(split(speech, 'en')).toHaveLength(2);
  });

  it('does not end a sentence within brackets', () => {
    expectWhole('en', 'It rained.', ['She (see Annex A. Also Annex B.) won.', 'He won [Ed.: Twice. Really.] again.']);
  });

  it('keeps the number of a list with its item', () => {
    expect(split('1. The council met. 2. It voted.', 'en')).toEqual(['1. The council met.', '2. It voted.']);
  });

  it('takes a line break for the end of a sentence', () => {
    expect(split('Mr.\nSmith', 'en')).toEqual(['Mr.', 'Smith']);
  });

  it.each([
    ['de', 'Danach war Ruhe.', 'Am 3. Oktober sprach Dr. Weber mit Prof. Kühn.'],
    ['de', 'Danach war Ruhe.', 'Im 19. Jahrhundert, z. B. Ende 1848, regierte Ludwig II. Otto folgte.'],
    ['de', 'Die Polizei ermittelt.', 'Der Schaden beträgt ca. 5 Mio. Euro, d.h. Millionen.'],
    ['de', 'Es regnete.', 'Laut Art. 5 Abs. 2 und Nr. 7 gilt das u.a. Menschen in St. Pölten bzw. Wien.'],
    ['fr', 'Il est parti.', 'M. Dupont et Mme Roy ont vu le Dr. Petit et MM. Blanc et Noir.'],
    ['fr', 'Il est parti.', '« Quoi ? » demande M. Leroy.'],
    ['fr', 'Le ministre sourit.', '« C’est fini. »'],
    ['fr', 'La ville dort.', 'L’art. 5 et l’av. J.-C. Martin existent.'],
    ['es', 'El público aplaudió.', 'El Sr. López y la Dra. Ruiz fueron de EE. UU. a Lima con Ud. Pérez.'],
    [
      'it',
      'Il pubblico applaude.',
      'Il sig. Rossi, la dott.ssa Bianchi e l’on. Verdi della Fiat S.p.A. Torino parlano.',
    ],
    ['pt', 'O público saiu.', 'O Sr. Silva e a Dra. Costa vão à Av. Brasil com o Prof. Lima.'],
    ['nl', 'De zaal was stil.', 'Dhr. Jansen, mevr. De Boer en prof. Bakker spraken o.a. Duits.'],
    ['sv', 'Det regnade.', 'Bl.a. Anna och t.ex. Olof mötte dr. Berg kl. 9.'],
    ['da', 'Det regnede.', 'Hr. Jensen kom den 3. Maj med dr. Holm, bl.a. Peter.'],
    ['pl', 'To koniec.', 'Prof. Nowak i św. Jan przy ul. Długiej, np. Adam, byli w XX w. Polakami.'],
    [
      'tr',
      'Bu yeterli.',
      'Prof. Dr. Ahmet Yılmaz ve Sn. Demir 19. Yüzyıl sergisini Atatürk Cad. No. 5 adresinde açtı.',
    ],
    ['tr', 'Ancak yağmur yağdı.', 'Doç. Şahin, II. Abdülhamid ve T.C. Kimliği anlatıldı.'],
    ['sw', 'Lakini mvua ilinyesha.', 'Bw. Juma na Bi. Asha walikutana na Mhe. Kikwete na Dk. Mwinyi.'],
    ['sw', 'Watu waliondoka.', 'Mch. Peter alilipa Sh. 500 kwa Prof. Kamau.'],
    ['ru', 'Он уехал.', 'А. С. Орлов жил в г. Томске на ул. Ленина с проф. Ивановым.'],
    ['cs', 'To stačí.', 'Prof. Novák a MUDr. Malá přišli 3. Května na nám. Míru.'],
    ['fi', 'Hän lähti.', 'Prof. Virtanen ja esim. Matti tulivat klo 9.'],
    ['id', 'Namun hujan turun.', 'Dr. Budi dan Drs. Hasan tinggal di Jl. Merdeka No. 5.'],
  ])('keeps abbreviations of %s together, before “%s”', (locale, next, text) => expectWhole(locale, next, [text]));

  it('ends a German sentence after a number where a word starts the next', () => {
    expect(split('Sie wurde 95. Die Trauerfeier ist morgen.', 'de')).toHaveLength(2);
    expect(split('Das war im Jahr 2019. Polizisten kamen.', 'de')).toHaveLength(2);
  });

  it('knows the full stops of other scripts', () => {
    expect(split('今日は晴れです。明日は雨です！本当？', 'ja')).toHaveLength(3);
    expect(split('वह आया। वह गया।', 'hi')).toHaveLength(2);
    expect(split('هل جاء؟ نعم.', 'ar')).toHaveLength(2);
    expect(split('他说：“你好。再见。”然后走了。', 'zh')).toEqual(['他说：“你好。再见。”', '然后走了。']);
  });

  it('takes any language, known or not', () => {
    for (const locale of ['', 'xx', 'en_AU', 'not a tag', 'de-AT']) {
      expect(split('Dr. Kim left. He flew.', locale)).toEqual(['Dr. Kim left.', 'He flew.']);
    }
  });

  it('gives the text back', () => {
    const pieces = [
      'Mr. ',
      'U.S. ',
      'The ',
      '"',
      '(',
      ')',
      '« ',
      ' »',
      '. ',
      '? ',
      '3. ',
      'word ',
      '\n',
      '。',
      '\u0301',
      '😀',
    ];
    const prose = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(prose, fc.constantFrom('en', 'fr', 'de', 'ja', ''), (text, locale) => {
        const sentences = splitSentences(text, locale);
        expect(sentences.join('')).toBe(text);
        expect(sentences).not.toContain('');
      })
    );
  });

  it('splits a megabyte in step with its length', () => {
    const text = 'Mr. Kim met Dr. Lee in St. Paul. They talked (about No. 5. And so on.) for hours. '.repeat(12_000);
    const start = performance.now();
    expect(splitSentences(text, 'en')).toHaveLength(24_000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
