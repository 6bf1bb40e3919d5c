import { describe, expect, it } from 'vitest';
import { READ_ON } from './data/tails';
import { defaultTail } from './default-tail';

describe('the tail where nobody set one', () => {
  it.each([
    ['en', ' ... read more'],
    ['en-AU', ' ... read more'],
    ['en_GB', ' ... read more'],
    ['fr', ' ... lire la suite'],
    ['fr-CA', ' ... lire la suite'],
    ['de', ' ... weiterlesen'],
    ['de-AT', ' ... weiterlesen'],
    ['es-419', ' ... leer más'],
    ['pt', ' ... leia mais'],
    ['pt-BR', ' ... leia mais'],
    ['pt-PT', ' ... ler mais'],
    ['it', ' ... continua a leggere'],
    ['nl', ' ... lees verder'],
    ['sv-SE', ' ... läs mer'],
    ['nb', ' ... les mer'],
    ['nn', ' ... les meir'],
    ['pl', ' ... czytaj dalej'],
    ['ru', ' ... читать далее'],
    ['uk', ' ... читати далі'],
    ['tr', ' ... devamını oku'],
    ['el', ' ... διαβάστε περισσότερα'],
    ['ar', ' ... اقرأ المزيد'],
    ['ar-EG', ' ... اقرأ المزيد'],
    ['he', ' ... המשך קריאה'],
    ['iw', ' ... המשך קריאה'],
    ['fa', ' ... ادامه مطلب'],
    ['hi', ' ... और पढ़ें'],
    ['ko', ' ... 더 보기'],
    ['ja', '…続きを読む'],
    ['ja-JP', '…続きを読む'],
    ['zh', '…阅读全文'],
    ['zh-CN', '…阅读全文'],
    ['zh-TW', '…閱讀全文'],
    ['zh-Hant-HK', '…閱讀全文'],
    ['th', '…อ่านต่อ'],
    ['km', '…អានបន្ត'],
    ['sr', ' ... прочитајте више'],
    ['sr-Latn-RS', ' ... pročitajte više'],
    ['id', ' ... baca selengkapnya'],
    ['in', ' ... baca selengkapnya'],
    ['sw-KE', ' ... soma zaidi'],
    ['vi', ' ... đọc tiếp'],
    ['tl', ' ... magbasa pa'],
    ['eo', ' ... read more'],
    ['xx', ' ... read more'],
    ['', ' ... read more'],
    ['not a tag', ' ... read more'],
  ])('of %s is “%s”', (language, tail) => expect(defaultTail(language)).toBe(tail));

  it('is in letters of its language, without blanks at its ends', () => {
    for (const [language, text] of Object.entries(READ_ON)) {
      expect(text).toBe(text.trim());
      const { script } = new Intl.Locale(language).maximize();
      const letters = { Jpan: 'Han', Hans: 'Han', Hant: 'Han', Kore: 'Hangul' }[script ?? ''] ?? script;
      expect(text, language).toMatch(new RegExp(`\\p{Script=${letters}}`, 'u'));
    }
  });
});
