/** A part of a dateline; `before` and `after` are written only where the part has a text. */
export type DatelinePart =
  | {
      readonly field: 'places' | 'source' | 'date' | 'credits';
      readonly before?: string;
      readonly after?: string;
    }
  | { readonly text: string };

/** How a house writes the date in a language of its own; other languages have the form that Intl knows for them. */
export interface DatelineDateForm {
  /** The twelve months as the house writes them. */
  readonly months: readonly string[];
  /**
   * With `{day}` or `{dd}` (padded to two digits), `{month}`, `{year}` and `{weekday}`. What stands in square brackets
   * falls away where its value is not known: `{month} {day}[, {year}]`.
   */
  readonly pattern: string;
  /** From Monday on, where the pattern has `{weekday}`. */
  readonly weekdays?: readonly string[];
}

/** How a house writes a dateline in one language. Plain data: one description serves writing and reading. */
export interface DatelineForm {
  readonly cityCase: 'as-written' | 'capitals';
  /** Between several places. */
  readonly betweenPlaces: string;
  /**
   * Whether the region or country follows a city that does not stand alone. @default 'unless-alone'
   */
  readonly qualifier?: 'unless-alone' | 'never';
  /** Between a city and what follows it. @default the language's comma */
  readonly beforeQualifier?: string;
  /** In the order in which they are written. */
  readonly parts: readonly DatelinePart[];
  readonly date?: DatelineDateForm;
  /** How sources are written, by code, where not as the code itself (`{ TASS: 'ТАСС' }`). */
  readonly sourceNames?: Readonly<Record<string, string>>;
  /** Between several names, in styles whose dateline names the reporters. @default ', ' */
  readonly betweenCredits?: string;
}

/**
 * What a house does otherwise for a source, or did otherwise in an era. One without conditions is read, and written only
 * where the dateline names it: a line that was read is written again as it stood.
 */
export interface DatelineVariant {
  /** Unique within the style. */
  readonly name: string;
  /** Codes of the sources that it holds for. */
  readonly sources?: readonly string[];
  /** Holds for datelines of this day and later, `YYYY-MM-DD`. */
  readonly from?: string;
  /** Holds for datelines before this day. */
  readonly until?: string;
  readonly dateline: Partial<DatelineForm>;
}

/**
 * A house style: how an agency or a site writes datelines and bylines. Plain data, so that one description serves
 * writing and reading, and other plugins can add their own.
 */
export interface DatelineStyle {
  /** Unique, as sites name it: `ap`, `smn`. */
  readonly name: string;
  /** BCP 47; the language of the line where the caller names none. */
  readonly language: string;
  readonly dateline: DatelineForm;
  /**
   * Whether the house sets the line at the head of the first paragraph. What closes the line there (`—`, `.-`) is left
   * off where it stands alone. @default false: on a line of its own
   */
  readonly runsIn?: boolean;
  /** Other languages that the house files in, by base language. */
  readonly languages?: Readonly<Record<string, DatelineForm>>;
  /** The first that fits holds. */
  readonly variants?: readonly DatelineVariant[];
  /** Codes of the sources whose own style this is: how a line in brackets tells whose it is. */
  readonly sources?: readonly string[];
  readonly byline: {
    readonly familyName: 'as-written' | 'capitals';
    /** `commas`: A, B, C. `conjunction`: A, B and C. */
    readonly list: 'commas' | 'conjunction';
  };
}
