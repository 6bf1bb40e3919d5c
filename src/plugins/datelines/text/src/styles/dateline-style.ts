/** A part of a dateline; `before` and `after` are written only where the part has a text. */
export type DatelinePart =
  | { readonly field: 'places' | 'source' | 'date'; readonly before?: string; readonly after?: string }
  | { readonly text: string };

/** How a house writes the date in its own language; other languages have the form that Intl knows for them. */
export interface DatelineDateForm {
  /** The twelve months as the house shortens them. */
  readonly months: readonly string[];
  /** With `{day}` (no padding), `{month}` and `{year}`. */
  readonly pattern: string;
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
  readonly dateline: {
    readonly cityCase: 'as-written' | 'capitals';
    /** Between several places. */
    readonly betweenPlaces: string;
    /** In the order in which they are written. */
    readonly parts: readonly DatelinePart[];
    readonly date?: DatelineDateForm;
  };
  readonly byline: {
    readonly familyName: 'as-written' | 'capitals';
    /** `commas`: A, B, C. `conjunction`: A, B and C. */
    readonly list: 'commas' | 'conjunction';
  };
}
