/** Where the note by the publish button leads. */
export const FINDINGS_ID = 'story-blocks-findings';

/** Colours of the sign before a finding. */
export const COLOURS = { error: 'danger600', warning: 'warning600', info: 'neutral600' } as const;

/** Colours of its word: the theme's warning is too light to read on white. */
export const WORD_COLOURS = { ...COLOURS, warning: 'neutral800' } as const;
