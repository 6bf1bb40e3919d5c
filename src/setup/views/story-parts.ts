import type { EditView } from './view';

/** Components of `story.*`. */
export const storyPartViews: Record<string, EditView> = {
  'story.credit': {
    mainField: 'name',
    rows: [
      [
        {
          name: 'author',
          size: 6,
          label: 'Author',
          mainField: 'name',
          hint: 'Someone among the authors. The row shows no title then.',
        },
        { name: 'name', size: 6, label: 'Or a name', hint: 'Of anyone else, as it reads.' },
      ],
      [
        {
          name: 'location',
          size: 6,
          label: 'Place',
          placeholder: 'Seoul',
          hint: 'Where this one wrote from: “in Seoul”.',
        },
        { name: 'role', size: 6, label: 'Part', placeholder: 'Additional reporting' },
      ],
    ],
  },
  'story.external-link': {
    mainField: 'title',
    rows: [
      [
        { name: 'title', size: 6, label: 'Text', hint: 'Stands before all other related links.' },
        { name: 'url', size: 6, label: 'Address', placeholder: 'https://', hint: 'http, https or mailto.' },
      ],
    ],
  },
  'story.place-name': {
    mainField: 'city',
    rows: [
      [
        { name: 'locale', size: 4, label: 'Language', placeholder: 'fr', hint: 'A language tag.' },
        { name: 'city', size: 4, label: 'City' },
        { name: 'region', size: 4, label: 'Region' },
      ],
    ],
  },
  'story.wire': {
    mainField: 'guid',
    rows: [
      [
        {
          name: 'guid',
          size: 12,
          label: 'Identifier',
          readOnly: true,
          hint: 'The agency’s own, the same for all versions.',
        },
      ],
      [
        { name: 'agency', size: 6, label: 'Agency', readOnly: true },
        { name: 'version', size: 6, label: 'Version', readOnly: true },
      ],
    ],
  },
};
