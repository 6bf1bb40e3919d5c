/** Where the note by the publish button leads. */
export const FINDINGS_ID = 'story-blocks-findings';

export const COLOURS = { error: 'danger600', warning: 'warning600', info: 'neutral600' } as const;
