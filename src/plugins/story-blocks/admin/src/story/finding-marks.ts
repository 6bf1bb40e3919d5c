/** Where the note by the publish button leads. */
export const FINDINGS_ID = 'story-blocks-findings';

/** Of the sign before a finding. */
export const COLOURS = { error: 'danger600', warning: 'warning600', info: 'neutral600' } as const;

/** Of its word: no warning of the theme is dark enough to be read on white. */
export const WORD_COLOURS = { ...COLOURS, warning: 'neutral800' } as const;
