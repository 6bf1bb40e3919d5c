/** What an editor types or pastes: a line or two of a story's head. In characters. */
export const MAX_LINES_LENGTH = 2_000;

/** How much of a body's first paragraph is read, in code units: no dateline reaches further. */
export const MAX_OPENING = 500;
