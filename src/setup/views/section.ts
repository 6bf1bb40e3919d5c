import type { EditView } from './view';

export const sectionView: EditView = {
  mainField: 'name',
  list: ['name', 'label', 'site', 'position'],
  sort: { by: 'position', order: 'ASC' },
  rows: [
    [{ name: 'name', size: 12, label: 'Name' }],
    [{ name: 'slug', size: 12, label: 'Slug', hint: 'The part of the address that names it.' }],
    [
      {
        name: 'label',
        size: 6,
        label: 'Kicker',
        placeholder: 'SPACE WAR',
        hint: 'Stands over the headlines of its stories. Empty: the name.',
      },
      {
        name: 'position',
        size: 6,
        label: 'Position',
        hint: 'Where it stands among the sections of its site: 1 comes first.',
      },
    ],
    [{ name: 'description', size: 12, label: 'Description', hint: 'What the section is about, in a sentence.' }],
    [
      {
        name: 'site',
        size: 6,
        label: 'Home site',
        mainField: 'name',
        hint: 'Addresses of its stories begin with this site’s. Set it in each language.',
      },
      {
        name: 'parent',
        size: 6,
        label: 'Parent section',
        mainField: 'name',
        hint: 'The section that this one is part of.',
      },
    ],
    [
      {
        name: 'topics',
        size: 12,
        label: 'Topics',
        mainField: 'name',
        hint: 'Give landing links to stories that have no topics of their own.',
      },
    ],
    [
      {
        name: 'storyLayout',
        size: 12,
        label: 'Story page',
        hint: 'Blocks around each story; empty: the site’s',
      },
    ],
    [
      {
        name: 'frontLayout',
        size: 12,
        label: 'Front',
        hint: 'Blocks of the section’s page; empty: the site’s',
      },
    ],
  ],
};
