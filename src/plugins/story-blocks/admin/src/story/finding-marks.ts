/** Where the note by the publish button leads. */
export const FINDINGS_ID = 'story-blocks-findings';

/** Of a finding's sign: as text none of them has enough contrast in both themes. */
export const COLOURS = { error: 'danger600', warning: 'warning700', info: 'neutral600' } as const;
