import { describe, expect, it } from 'vitest';
import { analyseStory } from './analyse-story';
import { bareWord, isFull } from './phrases';

const phrases = (locale: string, text: string, title = '') =>
  analyseStory({ title, paragraphs: text.split('\n'), locale }).phrases.map(({ parts }) => parts.join(''));

describe('the names of a story', () => {
  it.each([
    ['en', 'The ship left Darwin to map reefs of the Timor Sea on Monday.', ['Darwin', 'Timor Sea']],
    ['en', 'It was said by John F. Kennedy and by J. K. Rowling there.', ['John F. Kennedy', 'J. K. Rowling']],
    [
      'en',
      'A court of the Bank of England met, and the University of Oslo too.',
      ['Bank of England', 'University of Oslo'],
    ],
    ['en', "It is Brazil's, and so said Conan O'Brien of it.", ['Brazil', "Conan O'Brien"]],
    ['en', 'We saw Jean-Luc Picard and the probe Kittiwake-3 again.', ['Jean-Luc Picard', 'Kittiwake-3']],
    ['en', 'They met Abdel Fattah al-Sisi and Osama bin Laden there.', ['Abdel Fattah al-Sisi', 'Osama bin Laden']],
    ['fr', "Le train a quitté la gare de Lyon avec Graça Pinho, d'Abidjan.", ['Lyon', 'Graça Pinho', 'Abidjan']],
    [
      'fr',
      "Il a vu l'Iran et la Côte d'Ivoire, selon Charles de Gaulle.",
      ['Iran', "Côte d'Ivoire", 'Charles de Gaulle'],
    ],
    ['es', 'El barco salió de Rio de Janeiro hacia San Antonio.', ['Rio de Janeiro', 'San Antonio']],
    ['pt', 'O navio saiu com João da Silva e Maria dos Santos.', ['João da Silva', 'Maria dos Santos']],
    ['it', 'La nave di Leonardo da Vinci era a Reggio di Calabria.', ['Leonardo da Vinci', 'Reggio di Calabria']],
    ['nl', 'Het schip van Vincent van Gogh lag in Den Haag.', ['Vincent van Gogh', 'Den Haag']],
    ['de', 'Am Morgen sprach Olaf Scholz mit Ursula von der Leyen.', ['Olaf Scholz', 'Ursula von der Leyen']],
    ['ru', 'Ледокол вышел из порта Мурманск, сказала Ирина Петрова.', ['Мурманск', 'Ирина Петрова']],
    ['uk', 'Про це заявив Тарас Шевченко у місті Львів.', ['Тарас Шевченко', 'Львів']],
    ['el', 'Το πλοίο έφυγε από τον Πειραιά με τον Νίκο Καζαντζάκη.', ['Πειραιά', 'Νίκο Καζαντζάκη']],
    ['pl', 'Statek wypłynął, powiedział Lech Wałęsa w mieście Łódź.', ['Lech Wałęsa', 'Łódź']],
    ['tr', 'Gemi dün İzmir limanından Orhan Pamuk ile ayrıldı.', ['İzmir', 'Orhan Pamuk']],
    ['sv', 'Fartyget lämnade Göteborg med Selma Lagerlöf ombord.', ['Göteborg', 'Selma Lagerlöf']],
    ['fi', 'Laiva lähti, sanoi Tove Jansson kaupungissa Turku.', ['Tove Jansson', 'Turku']],
    ['hy', 'Նավը դուրս եկավ, ասաց Արամ Խաչատրյան այնտեղ։', ['Արամ Խաչատրյան']],
    ['vi', 'Con tàu rời cảng cùng Nguyễn Văn An hôm qua.', ['Nguyễn Văn An']],
    ['ar', 'قالت السفينة «نورس الشمال» إنها وصلت.', ['نورس الشمال']],
    ['he', 'הספינה «שחף הצפון» הגיעה אתמול.', ['שחף הצפון']],
    ['ja', '調査船「かもめ丸」が港に着いた。', ['かもめ丸']],
  ])('are found in full: %s, %s', (locale, text, expected) => {
    const found = phrases(locale, text);
    for (const name of expected) expect(found).toContain(name);
  });

  it.each([
    ['en', 'Rain fell. Boats stayed. However nobody left. I said that I would wait, and I did.'],
    ['en', 'He said: Nobody left. "Ferries wait," she said. I\'m sure I\'ve seen it.'],
    ['en', 'WHAT WE KNOW SO FAR'],
    ['en', 'What We Know About the Storm'],
    ['en', 'A pilot came on Monday in March, and the Pilot went while one pilot slept.'],
    ['fr', "J'ai vu la mer. L'eau monte, dit-il. Qu'il vienne, je l'ai dit."],
    ['fr', "Il pleut. D'abord le vent, puis l'orage."],
    ['it', "L'acqua sale. Un'altra nave arriva. Dell'oro non c'è."],
    ['de', 'Am Morgen verließ die Fähre den Hafen, und die Arbeiter schliefen.'],
    ['es', 'Llueve. Nadie salió del puerto. Mañana será otro día.'],
    ['ru', 'Идёт дождь. Никто не вышел из порта. Завтра будет день.'],
    ['tr', 'Yağmur yağıyor. Kimse limandan çıkmadı.'],
    ['ar', 'هطل المطر ولم يخرج أحد من الميناء.'],
    ['he', 'ירד גשם ואיש לא יצא מן הנמל.'],
    ['ja', '雨が降り、誰も港を出なかった。'],
    ['zh', '下雨了，没有人离开港口。'],
    ['hi', 'बारिश हुई और कोई बाहर नहीं गया।'],
    ['th', 'ฝนตกและไม่มีใครออกจากท่าเรือ'],
    ['ko', '비가 와서 아무도 항구를 떠나지 않았다.'],
    ['en', ''],
  ])('are not seen where there are none: %s, %s', (locale, text) => {
    expect(phrases(locale, text)).toEqual([]);
  });
});

describe('what a script without capitals says side by side', () => {
  it.each([
    ['ar', 'القمر الراداري', 'صمت القمر الراداري. عاد القمر الراداري.'],
    ['he', 'תחנת החלל', 'תחנת החלל נסגרה. אחר כך תחנת החלל נפתחה.'],
    ['ja', '国際宇宙ステーション', '国際宇宙ステーションが見えた。国際宇宙ステーションは明るい。'],
    ['zh', '气象卫星', '气象卫星失联。气象卫星恢复。'],
    ['hi', 'अंतरिक्ष स्टेशन', 'अंतरिक्ष स्टेशन बंद हुआ। अंतरिक्ष स्टेशन खुला।'],
    ['ko', '기상 위성', '기상 위성 고장. 기상 위성 복구.'],
    ['fa', 'ایستگاه فضایی', 'ایستگاه فضایی خاموش شد. ایستگاه فضایی برگشت.'],
  ])('again and again is one thing: %s %s', (locale, phrase, text) => {
    expect(phrases(locale, text).some((found) => found.includes(phrase))).toBe(true);
  });
});

it.each([
  ["l'eau", 'eau'],
  ["d'Abidjan", 'Abidjan'],
  ['qu’elle', 'elle'],
  ["L'eau", 'eau'],
  ["O'Brien", "O'Brien"],
  ["D'Angelo", "D'Angelo"],
  ["Brazil's", 'Brazil'],
  ['workers’', 'workers'],
  ["j'ai", 'ai'],
  ["aujourd'hui", "aujourd'hui"],
  ['satellite', 'satellite'],
])('%s is shown as %s', (word, shown) => {
  expect(bareWord(word)).toBe(shown);
});

it.each([
  ['り', false],
  ['円', false],
  ['月', false],
  ['する', false],
  ['について', false],
  ['衛星', true],
  ['サンゴ', true],
  ['的', false],
  ['港口', true],
  ['의', false],
  ['위성', true],
  ['في', false],
  ['قمر', true],
  ['של', false],
  ['ספינה', true],
  ['और', false],
  ['उपग्रह', true],
])('%s says something by itself: %s', (word, says) => {
  expect(isFull(word)).toBe(says);
});
