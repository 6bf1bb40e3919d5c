import type { Credit } from './credit';
import type { Slip } from './read/slips';

/** A place as a line names it. */
export interface ParsedPlace {
  /** Out of capitals, where it was set in them. */
  city: string;
  /** What follows the city, as written. */
  qualifier?: string;
  /** ISO 3166-2, where it is known. */
  region?: string;
  /** ISO 3166-1 alpha-2, where it is known. */
  country?: string;
}

/** What a dateline says. `formatDateline` takes it as it is, and writes the same line again. */
export interface ParsedDateline {
  /** Name of the style. */
  style: string;
  /** In the order in which they stand; none where a line says by whom or when alone: `March 3 (UPI) --`. */
  places: ParsedPlace[];
  /** Code of the agency (`AFP`), also where the style writes it otherwise (`ТАСС`). */
  source?: string;
  /** `YYYY-MM-DD`; `--MM-DD` without a year, `---DD` the day alone, `--MM` where the day is impossible. */
  date?: string;
  /** Reporters whom the dateline names. */
  credits?: Credit[];
  /** Name of the style's variant. */
  variant?: string;
  /** A weekday that stands before the date: 1 is Monday. */
  weekday?: number;
  /** What was written wrong and is read all the same: `Marhc`, `l2`. */
  slips?: Slip[];
}

/** What both readers give: the dateline, and where in the text it ends. */
export interface Reading {
  parsed: ParsedDateline;
  end: number;
}
