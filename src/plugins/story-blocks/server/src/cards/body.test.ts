import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyLines, bodyParagraphs, cleanBody } from './body';

const text = (value: string, marks: object = {}) => ({ type: 'text', text: value, ...marks });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });
const link = (url: unknown, value: string) => ({ type: 'link', url, children: [text(value)] });

describe('bodyLines', () => {
  it('gives a line for each block and each item of a list', () => {
    const body = [
      { type: 'heading', level: 2, children: [text('Old friends')] },
      paragraph(
        text('The '),
        text('ferry', { bold: true }),
        text(' ran '),
        link('https://a.example', 'aground'),
        text('.')
      ),
      paragraph(text('')),
      { type: 'image', image: { url: '/uploads/a.jpg' }, children: [text('')] },
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [text('One')] },
          { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('One and a half')] }] },
          { type: 'list-item', children: [link('https://a.example', 'Two')] },
        ],
      },
      { type: 'quote', children: [text('A quote\nof two lines')] },
      { type: 'code', children: [text('a = 1')] },
    ];
    expect(bodyLines(body)).toEqual([
      { kind: 'heading', text: 'Old friends' },
      ...['The ferry ran aground.', 'One', 'One and a half', 'Two', 'A quote of two lines', 'a = 1'].map((line) => ({
        kind: 'paragraph',
        text: line,
      })),
    ]);
    expect(bodyParagraphs(body)[0]).toBe('The ferry ran aground.');
  });

  it('reads plain text and Markdown headings', () => {
    expect(bodyLines('First line\nsecond line\r\n \r\nThird.\n## Old  friends ##\nFourth. #5\n\n\n')).toEqual([
      { kind: 'paragraph', text: 'First line second line' },
      { kind: 'paragraph', text: 'Third.' },
      { kind: 'heading', text: 'Old friends' },
      { kind: 'paragraph', text: 'Fourth. #5' },
    ]);
  });

  it('strips direction marks and controls', () => {
    expect(bodyParagraphs([paragraph(text('a\u202Eb\u0000c\td'))])).toEqual(['abc d']);
  });

  it.each([
    [null],
    [undefined],
    [7],
    [{ type: 'doc' }],
    [[null, 1, 'x', [], { type: 7 }, { type: 'constructor', children: [] }]],
    [
      [
        { type: 'paragraph' },
        { type: 'paragraph', children: 'x' },
        paragraph(null, text(7 as never), { type: 'link' }),
      ],
    ],
  ])('finds nothing in %j', (body) => {
    expect(bodyLines(body)).toEqual([]);
  });

  it('stops at a depth that no editor reaches', () => {
    let list: unknown = { type: 'list', children: [{ type: 'list-item', children: [text('deep')] }] };
    for (let depth = 0; depth < 50_000; depth += 1) list = { type: 'list', children: [list] };
    expect(bodyLines([list, paragraph(text('after'))])).toEqual([{ kind: 'paragraph', text: 'after' }]);
    expect(cleanBody([list])).toEqual([]);
  });

  it('never throws', () => {
    const node = fc.letrec((tie) => ({
      node: fc.record(
        {
          type: fc.constantFrom('paragraph', 'text', 'link', 'list', 'list-item', 'image', 'heading', 'x', null),
          text: fc.anything(),
          url: fc.anything(),
          image: fc.anything(),
          children: fc.oneof({ maxDepth: 4 }, fc.array(tie('node'), { maxLength: 3 }), fc.anything()),
        },
        { requiredKeys: [] }
      ),
    })).node;
    fc.assert(
      fc.property(fc.oneof(fc.array(node), fc.anything()), (body) => {
        bodyLines(body);
        expect(bodyLines(cleanBody(body))).toEqual(bodyLines(body));
      })
    );
  });
});

describe('cleanBody', () => {
  it('gives a sound body back as it is', () => {
    const body = [
      { type: 'heading', level: 3, children: [text('Old friends')] },
      paragraph(text('a', { italic: true }), link('mailto:desk@a.example', 'mail')),
      { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('One')] }] },
      { type: 'code', language: 'js', children: [text('a = 1')] },
      { type: 'image', image: { url: '/uploads/a.jpg', width: 3, alternativeText: null }, children: [text('')] },
    ];
    expect(cleanBody(body)).toEqual(body);
  });

  it.each([
    ['javascript:alert(1)'],
    ['java\nscript:alert(1)'],
    ['data:text/html,x'],
    ['//host.example'],
    ['tel:1'],
    [null],
  ])('puts the text in the place of a link to %j', (url) => {
    expect(cleanBody([paragraph(text('a '), link(url, 'b'), text(' c'))])).toEqual([
      paragraph(text('a '), text('b'), text(' c')),
    ]);
  });

  it('leaves out unknown nodes and unsafe images', () => {
    expect(
      cleanBody([
        { type: 'script', children: [text('x')] },
        { type: 'image', image: { url: 'javascript:alert(1)' }, children: [text('')] },
        { type: 'image' },
        paragraph({ type: 'iframe', src: 'x' }, text('kept')),
        text('stray'),
      ])
    ).toEqual([paragraph(text('kept'))]);
  });

  it('makes blocks of plain text', () => {
    expect(cleanBody('## Old friends\nThe ferry\nsank.')).toEqual([
      { type: 'heading', level: 2, children: [text('Old friends')] },
      paragraph(text('The ferry sank.')),
    ]);
  });
});

describe('what a reader sees nothing of', () => {
  const list = (...items: unknown[]) => ({ type: 'list', format: 'unordered', children: items });
  const item = (...children: unknown[]) => ({ type: 'list-item', children });
  const empty: [string, unknown][] = [
    ['a paragraph without text', paragraph(text(''))],
    ['without children', paragraph()],
    ['blanks', paragraph(text('   \t '))],
    ['line breaks', paragraph(text('\n\r\n\u2028'))],
    ['a no-break space', paragraph(text('\u00A0'))],
    ['a narrow no-break space', paragraph(text('\u202F\u2007'))],
    ['an ideographic space', paragraph(text('\u3000'))],
    ['a zero-width space', paragraph(text('\u200B'))],
    ['joiners', paragraph(text('\u200C\u200D\u2060'))],
    ['a byte order mark', paragraph(text('\uFEFF'))],
    ['direction marks', paragraph(text('\u200F\u200E\u202B\u202C\u2067\u2069'))],
    ['a soft hyphen', paragraph(text('\u00AD'))],
    ['a Hangul filler', paragraph(text('\u3164'))],
    ['a blank of Braille', paragraph(text('\u2800'))],
    ['control characters', paragraph(text('\u0000\u0007'))],
    ['several empty texts', paragraph(text('', { bold: true }), text(' '), text('\u00A0', { italic: true }))],
    ['a line break of HTML', paragraph(text('<br>'))],
    ['several, with blanks', paragraph(text('<br/> <BR /> &nbsp;'), text('<br>'))],
    ['a blank of HTML', paragraph(text('&#160;&#xA0;&NBSP;'))],
    ['a link without text', paragraph(link('https://a.example', ''))],
    ['a link of a blank', paragraph(link('https://a.example', '\u00A0'))],
    ['an unsafe link without text', paragraph(link('javascript:x', ' '))],
    ['a heading', { type: 'heading', level: 2, children: [text(' ')] }],
    ['a quotation', { type: 'quote', children: [text('\u200B')] }],
    ['code', { type: 'code', children: [text('\n\n')] }],
    ['a list of nothing', list(item(text('')), item(link('https://a.example', '')))],
    ['a list within a list', list(item(list(item(text('\u00A0')))), list(item(text(''))))],
    ['a list without items', list()],
  ];

  it.each(empty)('is left out: %s', (_what, block) => {
    expect(cleanBody([paragraph(text('before')), block, paragraph(text('after'))])).toEqual([
      paragraph(text('before')),
      paragraph(text('after')),
    ]);
    expect(bodyLines([block])).toEqual([]);
  });

  it('is left out of a Markdown text too', () => {
    expect(cleanBody('One\n\n&nbsp;\n\n<br>\n\n## \u200B\n\n\u00A0\n\nTwo')).toEqual([
      paragraph(text('One')),
      paragraph(text('Two')),
    ]);
  });

  it.each([
    ['an empty line within code', { type: 'code', children: [text('a = 1\n\nb = 2')] }],
    ['a picture without a caption', { type: 'image', image: { url: '/uploads/a.jpg' }, children: [text('')] }],
    ['an emoji of several', paragraph(text('\u{1F468}\u200D\u{1F467}'))],
    ['a heart with its selector', paragraph(text('\u2764\uFE0F'))],
    ['a dash', paragraph(text('—'))],
    ['a line of stars', paragraph(text('* * *'))],
    ['text with a line break', paragraph(text('one\n\ntwo'))],
    ['a text about HTML', paragraph(text('Use <br> for a break'))],
    ['Persian with a joiner', paragraph(text('می\u200Cخواهم'))],
  ])('is not %s', (_what, block) => expect(cleanBody([block])).toEqual([block]));

  it('goes from a list that has more, and leaves the blanks of a link between words', () => {
    expect(cleanBody([list(item(text('One')), item(text(' ')), item(text('Two')))])).toEqual([
      list(item(text('One')), item(text('Two'))),
    ]);
    expect(cleanBody([paragraph(text('a'), link('https://a.example', ' '), text('b'))])).toEqual([
      paragraph(text('a'), text(' '), text('b')),
    ]);
  });
});
