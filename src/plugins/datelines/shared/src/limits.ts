/** What an editor types or pastes: a line or two of a story's head. In characters. */
export const MAX_LINES_LENGTH = 2_000;
