import { describe, expect, it } from 'vitest';
import { analyseStory } from '../analyse/analyse-story';
import { createModel, frequenciesOf, packCount } from '../model/model';
import { trainModel } from '../model/train-model';
import { createContext, type IndexedStory, PART, profileBy } from './indexed-story';
import { packPhrases } from './phrase-words';
import { rankStories } from './rank-stories';
import { builtInSignals } from './signals';
import { focusOf, wordsReasons } from './words-reason';

const FLOOR = 0.035;
const frequencies = frequenciesOf(0.25);

interface Post {
  title: string;
  text: string;
}

const indexed = ({ title, text }: Post, at: number, locale: string): IndexedStory => {
  const { terms, phrases, sketch } = analyseStory({ title, paragraphs: text.split('\n'), locale });
  const words = {
    hashes: Int32Array.from(terms, ({ hash }) => hash),
    counts: Uint8Array.from(terms, ({ count, isName, inHeadline }) => packCount(count, isName, inHeadline)),
  };
  return {
    id: at + 1,
    type: 'story',
    documentId: `s${at}`,
    locale,
    sortAt: at * 3_600_000,
    sectionId: null,
    topicIds: [],
    features: { words, phrases: packPhrases(phrases), sketch, headline: 0, profile: null },
    profile: { version: -1, norm: 0, direction: new Int8Array(0) },
    surfaces: [...terms.map(({ surface }) => surface), ...phrases.map(({ parts }) => parts.join(PART))],
  };
};

/** An archive of some posts, and what its ranking knows of it. */
function archive(posts: readonly Post[], locale: string) {
  const stories = posts.map((post, at) => indexed(post, at, locale));
  const starts = new Int32Array(stories.length + 1);
  for (const [at, { features }] of stories.entries()) starts[at + 1] = starts[at] + features.words.hashes.length;
  const trained = trainModel(
    {
      starts,
      hashes: Int32Array.from(stories.flatMap(({ features }) => [...features.words.hashes])),
      frequencies: Float32Array.from(
        stories.flatMap(({ features }) => [...features.words.counts].map((count) => frequencies[count]))
      ),
    },
    { maxWords: 1000, dimensions: 0, commonShare: 0.2, seed: 1 }
  );
  const model = createModel(1, trained, frequencies);
  const seen = stories.map((one) => ({ ...one, profile: profileBy(model, one.features) }));
  const context = createContext(model);
  const signals = builtInSignals({ days: 30 });
  const links = (floor: number) =>
    seen.flatMap((story) =>
      rankStories(story, seen, { signals, weights: {}, floor }, context).map(({ story: other }) => [story.id, other.id])
    );
  return { stories: seen, context, links };
}

/** Ten short posts about different things. */
const TEN: Post[] = [
  [
    'New bakery opens',
    'A bakery opened on the market square this week. The first loaves were gone after an hour, and the owner said that she would bake more.',
  ],
  [
    'Bridge closed for repairs',
    'The bridge over the river is closed until spring. Drivers have to take the road through the valley, which takes an hour more.',
  ],
  [
    'Library gets longer hours',
    'The library will be open in the evening from this week on. Readers had asked for it, and the council agreed.',
  ],
  [
    'Football club wins again',
    'The club won its third match in a row after a late goal. The coach said that he was proud of everybody.',
  ],
  [
    'Storm damages roofs',
    'A storm took the tiles off several roofs last night. Nobody was hurt, and the fire brigade was out until the morning.',
  ],
  [
    'School choir sings in capital',
    'The choir of the school sang in the capital before three thousand people. It was the first time that it had been asked.',
  ],
  [
    'Swimming pool saves energy',
    'The pool has new pumps and needs a third less energy. The council had paid for them last year.',
  ],
  [
    'Bees swarm in park',
    'A swarm of bees settled in a lime tree in the park. A beekeeper took it home in a box after an hour.',
  ],
  [
    'Museum shows old maps',
    'The museum shows maps of the town from four hundred years. Many of them have never been seen before.',
  ],
  [
    'Bus line extended',
    'The bus line will go as far as the hospital from next month on. Patients had asked for it for years.',
  ],
].map(([title, text]) => ({ title, text }));
const TWO: Post[] = [
  {
    title: 'Dockers strike at Port Esperance',
    text: 'Dockers went on strike at Port Esperance over their wages. The strike stops every crane.',
  },
  {
    title: 'Strike at Port Esperance ends',
    text: 'The strike of dockers at Port Esperance is over. Their wages rise, and each crane turns again.',
  },
];

describe('the floor', () => {
  it('links no strangers of an archive of ten short posts, or six', () => {
    expect(archive(TEN, 'en').links(FLOOR)).toEqual([]);
    expect(archive(TEN.slice(0, 6), 'en').links(FLOOR)).toEqual([]);
    expect(archive(TEN.slice(4), 'en').links(FLOOR)).toEqual([]);
    expect(archive(TEN, 'en').links(0).length).toBeGreaterThan(0);
  });

  it.each([0, 1, 4, 8])('links the two of them that are about one thing, among %d others', (others) => {
    const { links } = archive([...TWO, ...TEN.slice(0, others)], 'en');
    expect(links(FLOOR)).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('gives links that pass it, and all at 0', () => {
    const { stories, context, links } = archive([...TWO, ...TEN], 'en');
    const between = (a: number, b: number) => focusOf(stories[a - 1], stories[b - 1], context);
    for (const [a, b] of links(FLOOR)) expect(between(a, b)).toBeGreaterThanOrEqual(FLOOR);
    expect(links(1)).toEqual([]);
    expect(links(0).length).toBeGreaterThan(links(FLOOR).length);
  });

  it('is the same both ways', () => {
    const { stories, context } = archive([...TWO, ...TEN], 'en');
    for (const a of stories) {
      for (const b of stories) if (a !== b) expect(focusOf(a, b, context)).toBeCloseTo(focusOf(b, a, context), 6);
    }
  });
});

/** Two posts on one thing with what readers may be told of it, and what they must not. */
const PAIRS: [string, [string, string], [string, string], string[], string[]][] = [
  [
    'en',
    [
      'Ship maps the Timor Sea',
      'A ship maps reefs of the Timor Sea. I said that the reefs, whether they agreed or not, could also grow.',
    ],
    [
      'Reefs of the Timor Sea bleach',
      'Reefs bleach in the Timor Sea. I also said whether the reefs could, as agreed, be saved.',
    ],
    ['Timor Sea', 'reefs'],
    ['Timor', 'Sea', 'I', 'also', 'could', 'whether', 'agreed'],
  ],
  [
    'fr',
    ['Le train de nuit reporté', "J'ai vu le train, a dit Graça Pinho. Le train de nuit partira plus tard."],
    ['Feu vert au train de nuit', "J'ai attendu, a dit Graça Pinho, et le train part. Le train de nuit est plein."],
    ['Graça Pinho', 'train'],
    ["J'ai", "j'ai", 'ai', 'Graça', 'Pinho', 'plus'],
  ],
  [
    'ja',
    ['サンゴの尾根を発見', 'サンゴの尾根が見つかった。りりりと鳴り、月に一万円かかる。サンゴは生きている。'],
    ['サンゴの尾根の調査を休止', 'サンゴの尾根の調査が休みになる。月に二万円かかり、サンゴは白い。'],
    ['サンゴ'],
    ['り', '円', '月', 'する', 'いる'],
  ],
  [
    'zh',
    ['气象卫星失联', '气象卫星失去联系，气象卫星已经在轨道上。'],
    ['气象卫星恢复', '气象卫星恢复联系，工程师说气象卫星已经正常。'],
    ['气象卫星'],
    ['的', '在', '说'],
  ],
  [
    'ar',
    ['القمر الراداري يصمت', 'صمت القمر الراداري في المدار. وقال مهندسون إن القمر الراداري بعيد.'],
    ['القمر الراداري يعود', 'عاد القمر الراداري إلى العمل، وقال مهندسون إن القمر الراداري بخير.'],
    ['القمر الراداري'],
    ['في', 'إن', 'إلى', 'وقال', 'القمر'],
  ],
  [
    'he',
    ['שביתה בנמל חיפה', 'שביתה בנמל חיפה נמשכת. העובדים אמרו כי שביתה בנמל חיפה תימשך.'],
    ['סוף השביתה בנמל חיפה', 'השביתה בנמל חיפה הסתיימה. אמרו כי בנמל חיפה חזרו לעבודה.'],
    ['שביתה בנמל חיפה'],
    ['כי', 'של', 'אמרו'],
  ],
  [
    'ko',
    ['기상 위성 고장', '기상 위성이 고장 났다. 기상 위성 연구소는 그 말을 했다.'],
    ['기상 위성 복구', '기상 위성이 복구됐다. 기상 위성 연구소는 또 말을 했다.'],
    ['기상 위성'],
    ['그', '또'],
  ],
  [
    'hi',
    ['अंतरिक्ष स्टेशन बंद', 'अंतरिक्ष स्टेशन बंद हुआ और अंतरिक्ष स्टेशन से कोई संकेत नहीं।'],
    ['अंतरिक्ष स्टेशन खुला', 'अंतरिक्ष स्टेशन खुला और अंतरिक्ष स्टेशन से संकेत मिला।'],
    ['अंतरिक्ष स्टेशन'],
    ['और', 'से', 'स्टेशन'],
  ],
  [
    'ru',
    [
      'Ледокол вышел из порта',
      'Ледокол вышел из порта Мурманск. Ирина Петрова сказала, что ледокол также мог остаться.',
    ],
    ['Ледокол вернулся', 'Ледокол вернулся, сказала Ирина Петрова в порту Мурманск. Ледокол также нашёл льды.'],
    ['Ирина Петрова', 'Мурманск', 'Ледокол'],
    ['Ирина', 'что', 'также'],
  ],
  [
    'es',
    [
      'Huelga en San Antonio',
      'La huelga sigue en San Antonio, dijo Pilar Garmendia. La huelga es larga, pero también justa.',
    ],
    ['Fin de la huelga', 'Acaba la huelga en San Antonio, dijo también Pilar Garmendia. La huelga duró doce días.'],
    ['Pilar Garmendia', 'San Antonio', 'huelga'],
    ['San', 'Antonio', 'Pilar', 'también', 'dijo'],
  ],
  [
    'de',
    [
      'Orgel verstummt',
      'Die Orgel schweigt, sagte gestern Klara Sund. Auch wenn die Orgel alt ist, wird sie repariert.',
    ],
    ['Orgel klingt wieder', 'Die Orgel klingt, sagte heute Klara Sund. Auch die Orgel von nebenan wird gestimmt.'],
    ['Klara Sund', 'Orgel'],
    ['auch', 'wird', 'sagte', 'Klara', 'Sund'],
  ],
  [
    'it',
    ['Sciopero al porto', "Lo sciopero continua, ha detto ieri Gianni D'Angelo. Lo sciopero dell'estate è lungo."],
    ['Fine dello sciopero', "Finisce lo sciopero, ha detto ieri Gianni D'Angelo. Lo sciopero è durato tutta l'estate."],
    ["Gianni D'Angelo", 'sciopero'],
    ['ieri', "dell'estate", 'Gianni', 'detto'],
  ],
  [
    'pl',
    ['Strajk w porcie', 'Strajk trwa, powiedział wczoraj Lech Wójcik. Strajk jest także długi.'],
    ['Koniec strajku', 'To koniec, powiedział wczoraj Lech Wójcik. Strajk trwał także w nocy, ale strajk minął.'],
    ['Lech Wójcik'],
    ['Lech', 'także', 'wczoraj'],
  ],
  [
    'tr',
    ['Liman grevi sürüyor', 'Grev sürüyor, dedi Orhan Demir dün İzmir limanında. Grev çok uzun.'],
    ['Liman grevi bitti', 'Grev bitti, dedi Orhan Demir dün İzmir için. Grev çok sürdü.'],
    ['Orhan Demir', 'İzmir', 'Grev'],
    ['Orhan', 'çok', 'dedi'],
  ],
  [
    'el',
    ['Απεργία στο λιμάνι', 'Η απεργία συνεχίζεται, είπε χθες ο Νίκος Λάμπρου. Η απεργία είναι επίσης μεγάλη.'],
    ['Τέλος στην απεργία', 'Η απεργία τελείωσε, είπε χθες ο Νίκος Λάμπρου. Η απεργία ήταν επίσης δίκαιη.'],
    ['Νίκος Λάμπρου', 'απεργία'],
    ['Νίκος', 'επίσης', 'είπε'],
  ],
  [
    'pt',
    ['Greve no porto', 'A greve continua, disse ontem João da Silva. Também a greve dos barcos dura.'],
    ['Fim da greve', 'Acabou a greve, disse ontem João da Silva. A greve também custou.'],
    ['João da Silva', 'greve'],
    ['João', 'Silva', 'também', 'disse'],
  ],
  [
    'nl',
    ['Staking in de haven', 'De staking duurt voort, zei gisteren Piet van Dam. De staking is ook lang.'],
    ['Einde van de staking', 'De staking is voorbij, zei gisteren Piet van Dam. Ook de staking elders eindigt.'],
    ['Piet van Dam', 'staking'],
    ['Piet', 'Dam', 'gisteren', 'ook'],
  ],
  [
    'sv',
    ['Strejken fortsätter', 'Strejken fortsätter, sade igår Selma Berg i Göteborg. Också strejken i norr är lång.'],
    ['Strejken slut', 'Strejken är slut, sade igår Selma Berg från Göteborg. Också strejken i norr.'],
    ['Selma Berg', 'Göteborg', 'Strejken'],
    ['Selma', 'också', 'igår'],
  ],
  [
    'uk',
    ['Страйк у порту', 'Страйк триває, сказав учора Тарас Мельник. Страйк також довгий.'],
    ['Кінець страйку', 'Страйк скінчився, сказав учора Тарас Мельник. Страйк також був важкий.'],
    ['Тарас Мельник', 'Страйк'],
    ['Тарас', 'також', 'учора'],
  ],
  [
    'fa',
    ['ایستگاه فضایی خاموش شد', 'ایستگاه فضایی خاموش شد و از آن پیامی نرسید. ایستگاه فضایی دور است.'],
    ['ایستگاه فضایی برگشت', 'ایستگاه فضایی برگشت و از آن پیامی رسید. ایستگاه فضایی روشن است.'],
    ['ایستگاه فضایی'],
    ['از', 'آن', 'است', 'فضایی'],
  ],
];

describe('reasons', () => {
  it.each(PAIRS)('name things in full and leave out what says nothing: %s', (locale, one, other, told, untold) => {
    const posts = [one, other].map(([title, text]) => ({ title, text }));
    const { stories, context } = archive(posts, locale);
    const labels = wordsReasons(stories[0], stories[1], context).flatMap((reason) => reason.labels ?? []);
    const all = labels.map((label) => label.toLocaleLowerCase(locale));
    for (const label of told) expect(all, `${labels}`).toContain(label.toLocaleLowerCase(locale));
    for (const label of untold) expect(all, `${labels}`).not.toContain(label.toLocaleLowerCase(locale));
  });
});
