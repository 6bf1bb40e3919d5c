import type { ParseOptions } from '../parse-dateline';
import type { DatelineStyles } from '../styles';

/** A place of a story's dateline, as far as it is checked. */
export interface CheckedPlace {
  city: string;
  /** Its names in other languages. */
  names?: readonly { city: string }[] | null;
  region?: string | null;
  /** ISO 3166-1 alpha-2. */
  country?: string | null;
  timezone?: string | null;
  standsAlone?: boolean | null;
  /** Whether it is one of the newsroom's places; left out: it is. */
  known?: boolean;
}

/** A person of a story's byline. */
export interface CheckedCredit {
  name?: string | null;
  familyName?: string | null;
  location?: string | null;
}

/** What is checked: the fields of a story, and lines as a wire or an editor wrote them. */
export interface CheckedStory {
  datelines?: readonly CheckedPlace[] | null;
  /** `YYYY-MM-DD`. */
  datelineDate?: string | null;
  /** ISO 8601. */
  filedAt?: string | null;
  /** ISO 8601; the instant at which it is, or is to be, published. */
  publishedAt?: string | null;
  /** Code of the source. */
  source?: string | null;
  credits?: readonly CheckedCredit[] | null;
  /** What stands where nobody is credited. */
  bylineLabel?: string | null;
  /** A dateline as it was written. */
  datelineText?: string | null;
  /** How the first paragraph of the story's text begins, as it is written. */
  openingText?: string | null;
  /** A byline as it was written. */
  bylineText?: string | null;
}

export type FindingCode =
  | 'DATELINE_UNREAD'
  | 'DATELINE_TWICE'
  | 'DATELINE_IN_TEXT'
  | 'DATELINE_SLIP'
  | 'DAY_IMPOSSIBLE'
  | 'DATE_AFTER_PUBLICATION'
  | 'DATE_LONG_BEFORE'
  | 'DATE_IN_OTHER_YEAR'
  | 'WEEKDAY_DIFFERS'
  | 'DATE_DIFFERS'
  | 'PLACE_UNKNOWN'
  | 'PLACE_DIFFERS'
  | 'REGION_MISSING'
  | 'TIMEZONE_UNKNOWN'
  | 'SOURCE_DIFFERS'
  | 'AUTHOR_MISSING'
  | 'BYLINE_UNREAD'
  | 'BYLINE_PLACE_DIFFERS'
  | 'CAPITALS_DIFFER';

/** Something that does not agree. Callers branch on `code`; the message may be reworded. */
export interface Finding {
  code: FindingCode;
  /** `error`: readers would be misled. `warning`: probably wrong. `info`: worth a look. */
  severity: 'error' | 'warning' | 'info';
  field: 'dateline' | 'byline' | 'source' | 'date';
  message: string;
  /** Which place or person, from 0. */
  place?: number;
  /** What the message is made of, for texts in other languages. */
  values?: Record<string, string>;
}

export interface CheckOptions extends Pick<ParseOptions, 'isPlace'> {
  /** Language of the lines, BCP 47. */
  locale?: string | null;
  /** Style of the dateline as it was written. @default found out */
  style?: string | null;
  /** Where styles are looked up. @default the styles of this library */
  styles?: Pick<DatelineStyles, 'get' | 'names'>;
}

/** Makes a finding. */
export const finding = (
  code: FindingCode,
  severity: Finding['severity'],
  field: Finding['field'],
  message: string,
  rest: Pick<Finding, 'place' | 'values'> = {}
): Finding => ({ code, severity, field, message, ...rest });
