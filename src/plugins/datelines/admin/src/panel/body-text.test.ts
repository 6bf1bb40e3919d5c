import { describe, expect, it } from 'vitest';
import { openingOf, takeOff } from './body-text';

const text = (value: string, marks: object = {}) => ({ type: 'text', text: value, ...marks });
const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
const LINE = 'MADRID (dpa) -';

describe('a dateline in the body of a form', () => {
  it.each<[string, object[], object[]]>([
    ['in one text', [paragraph(text(`${LINE} Der König`))], [paragraph(text('Der König'))]],
    [
      'in several texts',
      [paragraph(text('MADRID', { bold: true }), text(' (dpa) -'), text(' Der'))],
      [paragraph(text('Der'))],
    ],
    ['with blanks around it', [paragraph(text(`\u00A0\u200B${LINE}\u00A0Der`))], [paragraph(text('Der'))]],
    [
      'after paragraphs that a paste left empty',
      [paragraph(text('')), paragraph(text('\u00A0')), paragraph(text(`${LINE} Der`))],
      [paragraph(text('')), paragraph(text('\u00A0')), paragraph(text('Der'))],
    ],
    ['in a paragraph of its own', [paragraph(text(LINE)), paragraph(text('Der'))], [paragraph(text('Der'))]],
    ['that is all there is', [paragraph(text(LINE))], [paragraph(text(''))]],
  ])('is found and taken off: %s', (_what, body, rest) => {
    expect(openingOf(body)).toContain('MADRID');
    expect(takeOff(body, LINE)).toEqual(rest);
  });

  it.each<[string, unknown]>([
    ['begins otherwise', [paragraph(text('Der König'))]],
    ['begins with a list', [{ type: 'list', children: [{ type: 'list-item', children: [text(LINE)] }] }]],
    ['is empty', []],
    ['is none', null],
    ['is plain text', `${LINE} Der`],
  ])('is not in a body that %s', (_what, body) => expect(takeOff(body, LINE)).toBeNull());

  it('is looked for at the head of a long paragraph', () => {
    expect(openingOf([paragraph(text('x'.repeat(9_000)))])).toHaveLength(500);
    expect(openingOf(null)).toBeNull();
  });
});
