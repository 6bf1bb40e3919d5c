import type { Credit } from './credit';

/** A place's name in one language of the readers. */
export interface LocalizedPlaceName {
  /** BCP 47 (`fr`, `pt-BR`); a bare language also serves its regional forms. */
  locale: string;
  city: string;
  region?: string | null;
}

/** Where a story was filed. What is missing, `null` or blank is left out of the text. */
export interface DatelinePlace {
  city: string;
  /** As it is to be written (`N.Y.`, `Tibet`); wins over the country's name. */
  region?: string | null;
  /** What follows the city, as it was read (`N.Y.`); wins over region and country. */
  qualifier?: string | null;
  /** ISO 3166-1 alpha-2 (`KP`); anything longer is taken for the name itself. */
  country?: string | null;
  /** IANA time zone (`Asia/Pyongyang`). */
  timezone?: string | null;
  /** Whether readers know the city without its region or country. @default false */
  standsAlone?: boolean | null;
  names?: readonly LocalizedPlaceName[] | null;
}

/** The parts of the line that says where, by whom and when a story was filed. */
export interface Dateline {
  /** In the order in which they are written; most stories have one. */
  places: readonly DatelinePlace[];
  /** Code of the agency (`AFP`). */
  source?: string | null;
  /**
   * Local calendar date at the place, `YYYY-MM-DD`; see {@link localDate}. What a line leaves out is left out as in
   * ISO 8601: `--MM-DD` without the year, `---DD` the day alone.
   */
  date?: string | null;
  /** Reporters, in styles whose dateline names them. */
  credits?: readonly Credit[] | null;
  /** Name of a variant of the style, where the line was read in one. */
  variant?: string | null;
}
