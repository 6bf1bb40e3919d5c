import type { EditView } from './view';

/** Components of `story-blocks.*`: what editors place in layouts. */
export const blockViews: Record<string, EditView> = {
  'story-blocks.related-links': {
    mainField: 'heading',
    rows: [
      [
        { name: 'heading', size: 8, label: 'Heading', placeholder: 'Related Links' },
        { name: 'limit', size: 4, label: 'Links at most', placeholder: '8', hint: 'Empty: 8.' },
      ],
      [
        { name: 'stories', size: 4, label: 'Stories', hint: 'Related stories.' },
        { name: 'landings', size: 4, label: 'Topics', hint: 'Links to the topics’ own pages.' },
        { name: 'externals', size: 4, label: 'External links', hint: 'The story’s own links.' },
      ],
    ],
  },
  'story-blocks.section-teaser': {
    // Strapi can't title a block with a relation, and takes the first text field where it has nothing better.
    mainField: 'count',
    rows: [
      [
        {
          name: 'section',
          size: 8,
          label: 'Section',
          mainField: 'name',
          hint: 'Whose newest stories it shows. Empty: the section of the page.',
        },
        { name: 'count', size: 4, label: 'Stories', placeholder: '1', hint: 'Empty: 1.' },
      ],
      [
        {
          name: 'length',
          size: 4,
          label: 'Length',
          placeholder: '300',
          hint: 'Characters of each opening, at most. Empty: 300.',
        },
        { name: 'cut', size: 4, label: 'Ends after a whole', hint: 'Where the opening may be cut. Empty: word.' },
        {
          name: 'tail',
          size: 4,
          label: 'Tail',
          hint: 'Added as it is where an excerpt was cut. Empty: “read more” in the story’s language. A space: none.',
        },
      ],
    ],
  },
  'story-blocks.headline-rails': {
    rows: [[{ name: 'rails', size: 12, label: 'Rails: sections’ newest headlines' }]],
  },
  'story-blocks.rail': {
    mainField: 'label',
    rows: [
      [
        { name: 'section', size: 5, label: 'Section', mainField: 'name' },
        { name: 'label', size: 4, label: 'Label', hint: 'Empty: the section’s kicker.' },
        { name: 'limit', size: 3, label: 'Headlines', placeholder: '5', hint: 'Empty: 5.' },
      ],
    ],
  },
  'story-blocks.appeal': {
    mainField: 'heading',
    rows: [
      [{ name: 'heading', size: 12, label: 'Heading' }],
      [{ name: 'text', size: 12, label: 'Text', hint: 'Leave a blank line between paragraphs.' }],
      [{ name: 'offers', size: 12, label: 'Offers' }],
    ],
  },
  'story-blocks.offer': {
    mainField: 'name',
    rows: [
      [
        { name: 'name', size: 6, label: 'Name', placeholder: 'Member' },
        { name: 'price', size: 6, label: 'Price', placeholder: '$5 a month', hint: 'As it reads.' },
      ],
      [
        { name: 'note', size: 6, label: 'Note', placeholder: 'Paid monthly' },
        { name: 'url', size: 6, label: 'Address', placeholder: 'https://', hint: 'http, https or mailto.' },
      ],
    ],
  },
  'story-blocks.comments': {
    rows: [[{ name: 'text', size: 12, label: 'Text', hint: 'The line over the comments.' }]],
  },
  'story-blocks.share': {
    mainField: 'heading',
    rows: [
      [{ name: 'heading', size: 12, label: 'Heading', placeholder: 'Share this article' }],
      [{ name: 'targets', size: 12, label: 'Networks, as readers see them' }],
    ],
  },
  'story-blocks.share-target': {
    mainField: 'name',
    rows: [
      [
        { name: 'name', size: 4, label: 'Name', placeholder: 'Reddit' },
        {
          name: 'urlTemplate',
          size: 8,
          label: 'Address',
          placeholder: 'https://example.com/share?u={url}&t={title}',
          hint: '{url} and {title} are the story’s. Leave it empty for a network that is known by its name.',
        },
      ],
    ],
  },
  'story-blocks.rights': {
    mainField: 'owner',
    rows: [
      [
        {
          name: 'from',
          size: 4,
          label: 'From year',
          hint: 'A year such as 1995; the form shows it as 1,995, readers get 1995.',
        },
        { name: 'to', size: 4, label: 'To year', hint: 'Empty: this year. The form shows 2026 as 2,026.' },
        { name: 'owner', size: 4, label: 'Owner', hint: 'Empty: the site’s owner.' },
      ],
      [
        {
          name: 'template',
          size: 12,
          label: 'Notice',
          placeholder: 'The content herein, unless otherwise known, is copyright {years} {owner}. {sources}',
          hint: '{years}, {owner} and {sources} are filled in; {sources} is a sentence for each kind of source. Empty: a notice in the language of the page.',
        },
      ],
      [
        {
          name: 'sources',
          size: 12,
          label: 'Sources',
          mainField: 'name',
          hint: 'Those that the notice names, in this order.',
        },
      ],
    ],
  },
};
