import { describe, expect, test } from 'vitest';
import { toChange } from '../stories/form-values';
import { hasWords, toPreviewValues } from './form-values';

const fields = {
  title: 'headline',
  body: 'copy',
  section: 'desk',
  topics: null,
  filedAt: null,
  externalLinks: { field: 'links', title: 'label', url: 'address' },
};
const block = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

describe('what is sent of a form', () => {
  test('is what the newsroom maps, under our names', () => {
    const values = {
      headline: 'Ferry runs',
      copy: block('Again.'),
      desk: {
        connect: [{ id: 1, apiData: { documentId: 's', position: { before: 'q' } } }],
        disconnect: [{ id: 2, documentId: 't' }],
      },
      topics: { connect: [{ documentId: 'unmapped' }] },
      links: [{ label: 'Board', address: 'https://a.example', __temp_key__: 'a0' }],
    };
    expect(toPreviewValues(values, fields)).toEqual({
      title: 'Ferry runs',
      body: block('Again.'),
      section: { connect: [{ documentId: 's', before: 'q' }], disconnect: ['t'] },
      topics: { connect: [], disconnect: [] },
      filedAt: null,
      externalLinks: [{ title: 'Board', url: 'https://a.example' }],
    });
  });

  test('takes a field that is not in the form for one that did not change', () => {
    expect(toChange(undefined)).toEqual({ connect: [], disconnect: [] });
    expect(toPreviewValues({}, fields)).toMatchObject({ title: '', body: null, externalLinks: [] });
  });

  test('has words once something is written', () => {
    const words = (values: Record<string, unknown>) => hasWords(toPreviewValues(values, fields));
    expect([words({}), words({ headline: '  ' }), words({ copy: block('') }), words({ copy: block(' ') })]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([words({ headline: 'a' }), words({ copy: block('a') }), words({ copy: 'a' })]).toEqual([true, true, true]);
  });
});
