import type { StoryType } from '../newsroom';

type Field = keyof StoryType['fields'];

/** What the desk tells of a story, each by the fields that it is made of: who may not read one of them is not told. */
export const MADE_OF = {
  title: ['title'],
  url: ['slug'],
  slug: ['slug'],
  filedAt: ['filedAt'],
  kicker: ['section'],
  // It names the source.
  dateline: ['datelines', 'datelineDate', 'source'],
  excerpt: ['summary', 'body'],
  image: ['image'],
  // Words in common are words of its text; a topic in common has its name.
  reasons: ['body', 'topics'],
} as const satisfies Record<string, readonly Field[]>;

/** Something that the desk tells of a story. */
export type Told = keyof typeof MADE_OF;
