import { describe, expect, it } from 'vitest';
import { fitWords } from './fit-words';

const fit = (text: string, limit: number, locale = 'en') => text.slice(0, fitWords(text, limit, locale));

describe('fitWords', () => {
  it.each([
    ['Hello world again', 11, 'Hello world'],
    ['Hello world again', 10, 'Hello'],
    ['Hello world, again', 11, 'Hello world'],
    ['Hello world, again', 12, 'Hello world'],
    ['He said "no" to her', 13, 'He said "no"'],
    ['He said "no to her', 9, 'He said'],
    ['He said ("the end") twice', 10, 'He said'],
    ['Rise of 25% seen', 10, 'Rise of'],
    ['It cost $ 500 then', 9, 'It cost'],
    ['It cost 500 € then', 13, 'It cost 500 €'],
    ['Ahn Chan-il spoke', 9, 'Ahn'],
    ['A firm, AT&T, sued', 11, 'A firm'],
    ['Hale & Sons sued', 7, 'Hale'],
    ['the end -- or so', 10, 'the end'],
    ['the reform—which failed', 13, 'the reform'],
    ['the reform—which failed', 16, 'the reform—which'],
    ['He came. Then left', 10, 'He came.'],
    ['Why « le mot » dit', 14, 'Why « le mot »'],
    ['Why « le mot » dit', 5, 'Why'],
    ['¿Qué? ¿Cómo? Así', 7, '¿Qué?'],
    ['Er rief »Halt« und', 10, 'Er rief'],
    ['Er rief »Halt« und', 14, 'Er rief »Halt«'],
    ['قال، ثم ذهب إلى', 6, 'قال'],
    ['Score 👍🏽 now', 11, 'Score 👍🏽'],
  ])('cuts %j at %i to %j', (text, limit, expected) => expect(fit(text, limit)).toBe(expected));

  it('finds words where a script has no spaces', () => {
    expect(fit('東京都知事は会見した', 6, 'ja')).toBe('東京都知事は');
    expect(fit('สวัสดีชาวโลก', 8, 'th')).toBe('สวัสดี');
    expect(fit('他使用iPhone手机', 5, 'zh')).toBe('他使用');
    expect(fit('知事は「会見」した', 4, 'ja')).toBe('知事は');
  });

  it('gives 0 where the first word does not fit', () => {
    expect(fitWords('Donaudampfschifffahrt', 5, 'de')).toBe(0);
    expect(fitWords('"Oh', 1, 'en')).toBe(0);
  });
});
