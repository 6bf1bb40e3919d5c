import { describe, expect, it } from 'vitest';
import { firstParagraphText, openingParagraph, withoutDateline } from './body-dateline';

const text = (value: string, marks: object = {}) => ({ type: 'text', text: value, ...marks });
const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
const heading = { type: 'heading', level: 2, children: [text('Old friends')] };
const picture = { type: 'image', image: { url: '/uploads/a.jpg' }, children: [text('')] };
const list = { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('One')] }] };
const LINE = 'MADRID (dpa) -';

describe('a body that brings its own dateline', () => {
  it.each<[string, object[], object[]]>([
    ['of one text', [paragraph(text(`${LINE} Der König`))], [paragraph(text('Der König'))]],
    ['with blanks around it', [paragraph(text(` \u00A0${LINE} \u00A0 Der`))], [paragraph(text('Der'))]],
    ['before a line break', [paragraph(text(`${LINE}\nDer`))], [paragraph(text('Der'))]],
    [
      'in bold',
      [paragraph(text('MADRID', { bold: true }), text(' (dpa) - '), text('Der', { italic: true }))],
      [paragraph(text('Der', { italic: true }))],
    ],
    [
      'that ends within a text',
      [paragraph(text('MADRID (d'), text('pa) - Der König'), text(' sprach'))],
      [paragraph(text('Der König'), text(' sprach'))],
    ],
    [
      'in a link',
      [paragraph({ type: 'link', url: 'https://a.example', children: [text('MADRID')] }, text(' (dpa) - Der'))],
      [paragraph(text('Der'))],
    ],
    [
      'before a link',
      [paragraph(text(`${LINE} `), { type: 'link', url: 'https://a.example', children: [text('Der')] })],
      [paragraph({ type: 'link', url: 'https://a.example', children: [text('Der')] })],
    ],
    ['in a paragraph of its own', [paragraph(text(LINE)), paragraph(text('Der'))], [paragraph(text('Der'))]],
    ['under a picture', [picture, paragraph(text(`${LINE} Der`))], [picture, paragraph(text('Der'))]],
    ['under a crosshead', [heading, paragraph(text(`${LINE} Der`))], [heading, paragraph(text('Der'))]],
  ])('loses it: %s', (_what, body, rest) => {
    expect(firstParagraphText(body)).toContain('MADRID');
    expect(withoutDateline(body, LINE)).toEqual(rest);
  });

  it.each<[string, object[], string | null]>([
    ['none is known', [paragraph(text(`${LINE} Der`))], null],
    ['it begins otherwise', [paragraph(text('Der König'))], LINE],
    ['it stands further on', [paragraph(text('Am Montag: MADRID (dpa) -'))], LINE],
    ['it stands in a second paragraph', [paragraph(text('Der')), paragraph(text(LINE))], LINE],
    ['the text begins with a list', [list, paragraph(text(`${LINE} Der`))], LINE],
    ['there is no text', [picture], LINE],
  ])('stays as it is where %s', (_what, body, line) => expect(withoutDateline(body, line)).toEqual(body));

  it('takes a dateline into its first line where a paragraph opens it', () => {
    expect(openingParagraph([paragraph(text('a'))])).toBe(0);
    expect(openingParagraph([picture, picture, paragraph(text('a'))])).toBe(2);
    for (const body of [[], [picture], [heading, paragraph(text('a'))], [list], [null, 'x', 7]])
      expect(openingParagraph(body)).toBe(-1);
  });
});
