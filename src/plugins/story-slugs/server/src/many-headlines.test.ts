import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeSlug } from './make-slug';
import { findFreeSlug } from './numbered-slugs';

/** Languages in fifteen scripts, each with the letters that its headlines are made of here. */
const ALPHABETS: [locale: string, letters: string][] = [
  ['en', 'abcdefghijklmnopqrstuvwxyz'],
  ['de', 'abcdeäöüßghiklmnorst'],
  ['tr', 'abcçdefgğhıijklmnoöprsştuüvyz'],
  ['ru', 'абвгдежзийклмнопрстуфхцчшщъыьэюя'],
  ['uk', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'],
  ['el', 'αβγδεζηθικλμνξοπρστυφχψω'],
  ['ar', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  ['he', 'אבגדהוזחטיכלמנסעפצקרשת'],
  ['hi', 'अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह'],
  ['bn', 'অআইঈউঊএঐওঔকখগঘচছজঝটঠডঢণতথদধনপফবভমযরলশষসহ'],
  ['ta', 'அஆஇஈஉஊஎஏஐஒஓகஙசஞடணதநபமயரலவழளறன'],
  ['zh', '中国经济增长美国总统会谈北京上海新闻时间问题世界人民政府'],
  ['ja', 'ひらがなカタカナ東京大阪新聞首相会談'],
  ['ko', '서울대한민국경제대통령회담북한신문시간문제세계'],
  ['th', 'กขคงจฉชซญดตถทธนบปผพฟมยรลวศสหอ'],
  ['hy', 'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ'],
  ['ka', 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ'],
  ['am', 'ሀለሐመሠረሰሸቀበተቸነኘአከወዐዘየደጀገጠጨጰጸፈፐ'],
  ['km', 'កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ'],
];
const COUNT = 20_000;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const headline = fc.constantFrom(...ALPHABETS).chain(([locale, letters]) => {
  const letter = fc.constantFrom(...letters);
  const word = fc.array(letter, { minLength: 1, maxLength: 7 }).map((all) => all.join(''));
  // Few words of few letters, so that many headlines are alike; some with numbers, and some of nothing but signs.
  const text = fc.oneof(
    { weight: 8, arbitrary: fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')) },
    { weight: 2, arbitrary: fc.tuple(letter, fc.nat(9)).map(([one, number]) => `${one} ${number}`) },
    { weight: 1, arbitrary: fc.constantFrom('!?', '🎉', '…', '«»') }
  );
  return text.map((title) => ({ locale, title }));
});

it('gives twenty thousand headlines in nineteen languages slugs that are never empty, too long or alike', async () => {
  const maxLength = 40;
  const taken = new Set<string>();
  for (const { locale, title } of fc.sample(headline, { numRuns: COUNT, seed: 19_102_021 })) {
    const base = makeSlug(title, { locale, maxLength });
    const slug = await findFreeSlug(base, maxLength, async (slugs) => new Set(slugs.filter((one) => taken.has(one))));
    if (!SLUG.test(slug) || slug.length > maxLength || taken.has(slug)) {
      expect.fail(`${locale} ${JSON.stringify(title)} was given ${JSON.stringify(slug)}`);
    }
    taken.add(slug);
  }
  expect(taken.size).toBe(COUNT);
}, 30_000);
