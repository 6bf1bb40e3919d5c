import type { EditView } from './view';

export const topicView: EditView = {
  mainField: 'name',
  list: ['name', 'slug', 'landingPhrase', 'site'],
  sort: { by: 'name', order: 'ASC' },
  rows: [
    [{ name: 'name', size: 12, label: 'Name' }],
    [{ name: 'slug', size: 12, label: 'Slug', hint: 'The part of the address that names it.' }],
    [
      {
        name: 'landingPhrase',
        size: 12,
        label: 'Landing phrase',
        placeholder: 'Learn about missile defense at {site}',
        hint: 'The link to the topic’s own page among related links. {site} stands for the site’s name.',
      },
    ],
    [
      {
        name: 'landingUrl',
        size: 6,
        label: 'Landing address',
        placeholder: 'https://www.example.com/topics/missiles',
        hint: 'Where the link leads. Empty: the topic’s front.',
      },
      { name: 'site', size: 6, label: 'Site', mainField: 'name', hint: 'Set it in each language.' },
    ],
  ],
};

export const authorView: EditView = {
  mainField: 'name',
  list: ['name', 'jobTitle', 'slug'],
  sort: { by: 'name', order: 'ASC' },
  rows: [
    [
      { name: 'name', size: 6, label: 'Name', hint: 'As it reads in a byline.' },
      {
        name: 'familyName',
        size: 6,
        label: 'Family name',
        hint: 'The part of the name that some styles set in capitals.',
      },
    ],
    [
      {
        name: 'slug',
        size: 6,
        label: 'Slug',
        hint: 'The part of the address that names it.',
      },
      { name: 'jobTitle', size: 6, label: 'Job title', placeholder: 'Business editor' },
    ],
    [{ name: 'email', size: 6, label: 'E-mail', hint: 'For the newsroom alone: readers never get it.' }],
    [{ name: 'bio', size: 12, label: 'Biography' }],
    [{ name: 'avatar', size: 12, label: 'Portrait' }],
  ],
};

export const datelineView: EditView = {
  mainField: 'label',
  list: ['label', 'country', 'timezone', 'standsAlone'],
  sort: { by: 'label', order: 'ASC' },
  rows: [
    [
      {
        name: 'label',
        size: 12,
        label: 'Label',
        hint: 'How editors find the place. Leave it empty to have it made of city, region and country.',
      },
    ],
    [
      { name: 'city', size: 6, label: 'City' },
      {
        name: 'region',
        size: 6,
        label: 'Region',
        placeholder: 'N.Y.',
        hint: 'State or province, as a dateline writes it.',
      },
    ],
    [
      {
        name: 'country',
        size: 6,
        label: 'Country',
        placeholder: 'KR',
        hint: 'Two capitals, as in ISO 3166. Its name is written in the language of the page.',
      },
      {
        name: 'timezone',
        size: 6,
        label: 'Time zone',
        placeholder: 'Asia/Seoul',
        hint: 'An IANA name. It says what day it is there when a story is filed.',
      },
    ],
    [
      {
        name: 'standsAlone',
        size: 12,
        label: 'Stands alone',
        hint: 'Known to readers without its region and country, as Paris is.',
      },
    ],
    [{ name: 'names', size: 12, label: 'In other languages' }],
    [
      {
        name: 'aliases',
        size: 12,
        label: 'Other spellings',
        hint: 'A list, such as ["Pusan", "Busan City"]: wire copy may write the place so.',
      },
    ],
  ],
};

export const sourceView: EditView = {
  mainField: 'name',
  list: ['code', 'name', 'kind', 'rightsLine'],
  sort: { by: 'code', order: 'ASC' },
  rows: [
    [
      { name: 'code', size: 4, label: 'Code', placeholder: 'AFP', hint: 'As datelines write it.' },
      { name: 'name', size: 8, label: 'Name', placeholder: 'Agence France-Presse' },
    ],
    [
      { name: 'kind', size: 4, label: 'Kind', hint: 'Whose material it is: the rights notice is worded by it.' },
      {
        name: 'rightsLine',
        size: 8,
        label: 'Rights line',
        hint: 'Stands in the rights notice in place of the sentence for its kind, in all languages.',
      },
    ],
  ],
};
