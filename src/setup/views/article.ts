import type { EditView } from './view';

export const articleView: EditView = {
  mainField: 'title',
  list: ['title', 'section', 'source', 'filedAt'],
  sort: { by: 'filedAt', order: 'DESC' },
  rows: [
    [{ name: 'title', size: 12, label: 'Headline' }],
    [{ name: 'slug', size: 12, label: 'Slug', hint: 'The part of the address that names it.' }],
    [
      {
        name: 'section',
        size: 6,
        label: 'Section',
        mainField: 'name',
        hint: 'The desk that the story runs under. It gives the kicker, the layout and the home site.',
      },
      {
        name: 'topics',
        size: 6,
        label: 'Topics',
        mainField: 'name',
        hint: 'Stories on the same topics are related. The first topic gives the first landing link.',
      },
    ],
    [
      {
        name: 'bylineLabel',
        size: 12,
        label: 'Byline label',
        placeholder: 'by Staff Writers',
        hint: 'Stands in place of the byline where nobody is credited.',
      },
    ],
    [
      {
        name: 'byline',
        size: 12,
        label: 'Byline',
      },
    ],
    [
      {
        name: 'datelines',
        size: 6,
        label: 'Dateline places',
        mainField: 'label',
        hint: 'Where the story was filed. Mostly one place; several stand in this order.',
      },
      {
        name: 'datelineDate',
        size: 6,
        label: 'Dateline date',
        hint: 'Leave it empty for the day it was filed, in the first place’s time zone.',
      },
    ],
    [
      {
        name: 'filedAt',
        size: 6,
        label: 'Filed at',
        hint: 'Stories are sorted by this time, newest first. Empty: when the entry was made.',
      },
      {
        name: 'source',
        size: 6,
        label: 'Source',
        mainField: 'code',
        hint: 'The agency or desk that the copy comes from; the dateline names it.',
      },
    ],
    [{ name: 'summary', size: 12, label: 'Summary', hint: 'Teasers show it in place of the opening of the text.' }],
    [{ name: 'body', size: 12, label: 'Text', hint: 'A heading is set as a crosshead.' }],
    [{ name: 'image', size: 12, label: 'Picture' }],
    [
      {
        name: 'externalLinks',
        size: 12,
        label: 'External links',
      },
    ],
    [
      {
        name: 'priority',
        size: 4,
        label: 'Priority',
        placeholder: '1 to 9',
        hint: '1 is the most urgent, 9 the least.',
      },
    ],
    [
      {
        name: 'wire',
        size: 12,
        label: 'Wire copy, filled in by intake',
        readOnly: true,
      },
    ],
  ],
};
