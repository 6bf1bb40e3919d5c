import { describe, expect, it } from 'vitest';
import { analyseStory } from './analyse-story';
import { lightFormOf, withoutParticles } from './light-form';

describe('the light form of a word', () => {
  it.each([
    ['ar', 'البرلمان', ['برلمان', 'والبرلمان', 'بالبرلمان', 'للبرلمان', 'فالبرلمان', 'كالبرلمان', 'لبرلمان']],
    ['ar', 'القمر', ['والقمر', 'بالقمر', 'للقمر']],
    ['ar', 'الحكومة', ['حكومة', 'والحكومة', 'للحكومة', 'حكومه', 'وحكومة', 'بحكومة']],
    ['ar', 'الصندوق', ['صندوق', 'وصندوق', 'بصندوق', 'للصندوق']],
    ['ar', 'إيران', ['ايران', 'لإيران', 'وإيران', 'بإيران', 'إيراني', 'الإيرانية', 'الإيراني']],
    ['ar', 'أمريكا', ['امريكا', 'الأمريكي', 'الأمريكية', 'وأمريكا']],
    ['ar', 'المهندسون', ['مهندسون', 'المهندسين', 'والمهندسين', 'للمهندسين', 'مهندس']],
    ['ar', 'الشركات', ['شركات', 'والشركات', 'للشركات', 'بالشركات']],
    ['ar', 'مستشفى', ['مستشفي', 'المستشفى', 'بالمستشفى']],
    ['ar', 'مُعَلِّم', ['معلم', 'المعلم', 'معلــــم']],
    ['ar-EG', 'الأقمار', ['أقمار', 'والأقمار', 'بأقمار']],
    ['he', 'הממשלה', ['ממשלה', 'בממשלה', 'לממשלה', 'והממשלה', 'שהממשלה', 'מהממשלה', 'כשהממשלה']],
    ['he', 'ירושלים', ['בירושלים', 'לירושלים', 'מירושלים', 'וירושלים', 'שבירושלים']],
    ['he', 'הנשיא', ['נשיא', 'לנשיא', 'והנשיא', 'שהנשיא']],
    ['he', 'תקציב', ['התקציב', 'בתקציב', 'לתקציב', 'ותקציב', 'שהתקציב']],
    ['he', 'עיתונאים', ['העיתונאים', 'לעיתונאים', 'ועיתונאים']],
    ['iw', 'רכבת', ['הרכבת', 'ברכבת', 'לרכבת']],
  ])('is one with whatever is written together with it: %s %s', (locale, word, others) => {
    const [language] = locale.split('-');
    for (const other of others) expect(lightFormOf(other, language), other).toBe(lightFormOf(word, language));
  });

  it.each([
    ['ar', 'برلمان', 'مهندس'],
    ['ar', 'صندوق', 'حكومة'],
    ['ar', 'قمر', 'قمح'],
    ['he', 'ממשלה', 'מדינה'],
    ['he', 'ירושלים', 'תקציב'],
    ['he', 'בית', 'לית'],
  ])('tells words apart: %s %s %s', (language, one, other) => {
    expect(lightFormOf(one, language)).not.toBe(lightFormOf(other, language));
  });

  it.each([
    ['fa', 'والدین'],
    ['ur', 'والدہ'],
    ['en', 'whether'],
    ['fr', 'belle'],
    ['ru', 'москва'],
    ['tr', 'belediye'],
    ['ja', '衛星'],
    ['zh', '卫星'],
    ['hi', 'राम'],
    ['yi', 'הױז'],
    ['ar', 'nasa'],
    ['he', 'nasa'],
    ['', 'البرلمان'],
  ])('is the word as it is elsewhere: %s %s', (language, word) => {
    expect(lightFormOf(word, language)).toBe(word);
  });

  it.each(['', 'و', 'ال', 'وال', 'לל', 'בבבבב', 'وووووووو'])('leaves something of %j', (word) => {
    for (const language of ['ar', 'he']) {
      expect(lightFormOf(word, language).length).toBeGreaterThanOrEqual(Math.min(word.length, 1) && 1);
    }
  });

  it.each([
    ['والبرلمان', 'البرلمان'],
    ['بالقمر', 'القمر'],
    ['وبالقمر', 'القمر'],
    ['البنك', 'البنك'],
    ['وزير', 'وزير'],
    ['باريس', 'باريس'],
  ])('is shown with its article: %s', (word, shown) => {
    expect(withoutParticles(word)).toBe(shown);
  });
});

it('counts a word of Arabic once, whatever is written together with it, and shows the shortest', () => {
  const { terms } = analyseStory({
    title: 'البرلمان يناقش القانون',
    paragraphs: ['قال نواب إن البرلمان لم يصوت. وللبرلمان رأي آخر، وفي برلمان جديد لن يمر القانون.'],
    locale: 'ar',
  });
  const parliament = terms.filter(({ surface }) => surface.includes('برلمان'));
  expect(parliament).toEqual([expect.objectContaining({ count: 4, surface: 'برلمان', inHeadline: true })]);
});
