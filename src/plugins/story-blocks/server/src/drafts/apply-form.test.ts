import { describe, expect, it } from 'vitest';
import { applyForm } from './apply-form';

const rules = {
  attributes: {
    title: { type: 'string' },
    section: { type: 'relation', relation: 'manyToOne', target: 'api::section.section' },
    topics: { type: 'relation', relation: 'manyToMany', target: 'api::topic.topic' },
    image: { type: 'media' },
    byline: { type: 'component', component: 'story.credit', repeatable: true },
  },
  components: {
    'story.credit': {
      uid: 'story.credit',
      attributes: {
        name: { type: 'string' },
        author: { type: 'relation', relation: 'manyToOne', target: 'api::author.author' },
      },
    },
  },
  mayLink: () => true,
};
const linked = (...ids: string[]) => ids.map((documentId) => ({ documentId }));

describe('applyForm', () => {
  const saved = {
    title: 'Old',
    section: { documentId: 'docks' },
    topics: linked('ice'),
    byline: [
      { id: 7, name: null, author: { documentId: 'ana' } },
      { id: 8, name: 'Jan', author: null },
    ],
  };

  it('keeps what the form leaves out', () => {
    expect(applyForm(saved, { title: 'New' }, rules)).toEqual({ ...saved, title: 'New' });
  });

  it('has one entry where only one can be linked: the last that was chosen', () => {
    const section = { connect: [{ documentId: 'sport' }] };
    expect(applyForm(saved, { section }, rules).section).toEqual(linked('sport'));
    expect(applyForm(saved, { section: { disconnect: ['docks'] } }, rules).section).toEqual([]);
  });

  it('finds the rows of a component by their ids, in the order of the form', () => {
    const byline = [
      { id: 8, name: 'Jan K.' },
      { id: 7, author: { connect: [], disconnect: [] } },
      { __temp_key__: 'a0', author: { connect: [{ documentId: 'ben' }] } },
    ];
    expect(applyForm(saved, { byline }, rules).byline).toEqual([
      { id: 8, name: 'Jan K.', author: null },
      { id: 7, name: null, author: linked('ana') },
      { author: linked('ben') },
    ]);
  });

  it('leaves out fields that the type does not have, and links that may not be made', () => {
    const values = { secret: 'x', topics: { connect: [{ documentId: 'boats' }] } };
    const row = applyForm(saved, values, { ...rules, mayLink: () => false });
    expect(row).not.toHaveProperty('secret');
    expect(row.topics).toEqual(linked('ice'));
  });

  it('takes a picture by its document id', () => {
    expect(applyForm(saved, { image: { id: 3, documentId: 'gull', url: '/gull.png' } }, rules).image).toEqual(
      linked('gull')
    );
  });

  it.each([
    [{ title: ['x'] }, 'values.title'],
    [{ topics: { connect: 'x' } }, 'values.topics'],
    [{ byline: [{ author: [{}] }] }, 'values.byline.0.author'],
  ])('refuses %j and names the field', (values, field) => {
    expect(() => applyForm(saved, values, rules)).toThrow(field);
  });
});
