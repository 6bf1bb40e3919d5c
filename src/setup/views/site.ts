import type { EditView } from './view';

export const siteView: EditView = {
  mainField: 'name',
  list: ['name', 'url', 'timezone', 'datelineStyle'],
  sort: { by: 'name', order: 'ASC' },
  rows: [
    [
      { name: 'name', size: 6, label: 'Name', hint: 'The masthead.' },
      { name: 'tagline', size: 6, label: 'Tagline', hint: 'The line under the masthead.' },
    ],
    [
      {
        name: 'url',
        size: 6,
        label: 'Address',
        placeholder: 'https://www.example.com',
        hint: 'Addresses of stories begin with it.',
      },
      {
        name: 'urlPattern',
        size: 6,
        label: 'Address of a story',
        placeholder: '/{section}/{slug}',
        hint: 'What follows the site’s address. {section} and {slug} are filled in.',
      },
    ],
    [
      { name: 'owner', size: 6, label: 'Owner', hint: 'The rights notice names it.' },
      {
        name: 'language',
        size: 6,
        label: 'Language',
        placeholder: 'en-AU',
        hint: 'A language tag. It says how lists are joined. Empty: the language of the page.',
      },
    ],
    [
      {
        name: 'timezone',
        size: 6,
        label: 'Time zone',
        placeholder: 'Europe/Paris',
        hint: 'An IANA name. It says when a day begins and ends on fronts.',
      },
      {
        name: 'datelineStyle',
        size: 6,
        label: 'House style',
        placeholder: 'ap',
        hint: 'Of datelines and bylines, such as ap or smn. Empty: the application’s.',
      },
    ],
    [
      {
        name: 'storyLayout',
        size: 12,
        label: 'Story page',
        hint: 'Blocks around each story, top to bottom',
      },
    ],
    [
      {
        name: 'frontLayout',
        size: 12,
        label: 'Front',
        hint: 'Blocks of section, topic and author pages',
      },
    ],
  ],
};
