export const PLUGIN_ID = 'datelines';

/** Codes in `error.details.code`. */
export const ERROR_CODES = {
  /** `config/newsroom` maps no place type. */
  noPlaceType: 'NO_PLACE_TYPE',
} as const;
