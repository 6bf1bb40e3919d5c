import { describe, expect, it } from 'vitest';
import { toFormValues } from './form-values';

const docks = {
  id: 3,
  documentId: 'docks',
  label: 'Docks',
  apiData: { id: 3, documentId: 'docks', isTemporary: true },
};

describe('toFormValues', () => {
  it('sends the fields that are asked for, and leaves out what the form does not have', () => {
    expect(toFormValues({ title: 'Ferry', secret: 'x', summary: null }, ['title', 'summary', 'body'])).toEqual({
      title: 'Ferry',
      summary: null,
    });
  });

  it('sends relations as what was linked and unlinked', () => {
    const placed = { ...docks, apiData: { ...docks.apiData, position: { before: 'ice' } } };
    const section = { connect: [docks, placed], disconnect: [{ id: 4, documentId: 'sport' }, { id: 5 }] };
    expect(toFormValues({ section }, ['section'])).toEqual({
      section: {
        connect: [{ documentId: 'docks' }, { documentId: 'docks', before: 'ice' }],
        disconnect: ['sport'],
      },
    });
  });

  it('does so within components, and keeps their ids', () => {
    const byline = [{ id: 7, name: null, author: { connect: [docks], disconnect: [] } }];
    expect(toFormValues({ byline }, ['byline'])).toEqual({
      byline: [{ id: 7, name: null, author: { connect: [{ documentId: 'docks' }], disconnect: [] } }],
    });
  });

  it('sends a picture by its document id, and a text as it is', () => {
    const image = { id: 1, documentId: 'gull', mime: 'image/png', url: '/gull.png' };
    const body = [{ type: 'image', image, children: [{ type: 'text', text: '' }] }];
    expect(toFormValues({ image, body }, ['image', 'body'])).toEqual({ image: { documentId: 'gull' }, body });
  });
});
