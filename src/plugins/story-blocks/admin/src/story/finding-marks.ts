/** Where the note by the publish button leads. */
export const FINDINGS_ID = 'story-blocks-findings';

/** Dark enough to be read on white: the theme's own warning of 600 is not. */
export const COLOURS = { error: 'danger600', warning: 'warning700', info: 'neutral600' } as const;
