export const BAD_QUERY =
  'A parameter does not fit: `details.errors[0].path` names it. `UNKNOWN_LOCALE` for a language that the application does not have.';
export const MAY_NOT_FIND = 'The caller may not find the story type.';

/** Errors of every route that reads. */
export const READ_ERRORS = { 400: BAD_QUERY, 403: MAY_NOT_FIND };
