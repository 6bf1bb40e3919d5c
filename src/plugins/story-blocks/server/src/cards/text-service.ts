import type { Core } from '@strapi/strapi';

/** Places, credits and dates as the `datelines` plugin's `text` service takes them. */
export interface PlaceText {
  city: string;
  region?: string;
  country?: string;
  timezone?: string;
  standsAlone?: boolean;
  names?: { locale: string; city: string; region?: string }[];
}
export interface CreditText {
  name: string;
  familyName?: string;
  location?: string;
  role?: string;
}
export interface TextService {
  formatDateline(
    dateline: { places: PlaceText[]; source?: string; date?: string },
    options: { style?: string; locale?: string }
  ): string;
  formatByline(credits: CreditText[], options: { style?: string; locale?: string }): string;
  localDate(instant: string, timezone?: string): string | null;
  /** Whether a style sets the dateline at the head of the first paragraph. */
  datelineRunsIn(style: string): boolean;
  /** The dateline that a paragraph itself begins with, as it stands there; of a story that names `places`. */
  leadingDateline(text: string, options: { locale?: string; places?: PlaceText[] }): string | null;
}

const safely = <T>(make: () => T, otherwise: T): T => {
  try {
    return make();
  } catch {
    // Intl throws a RangeError on a tag or zone that an editor mistyped; the plain form serves.
    return otherwise;
  }
};

/** Plain datelines and bylines, for a site that does without the `datelines` plugin. */
export const plainText: TextService = {
  formatDateline: ({ places, source, date }) => {
    const where = places.map((place) => place.city).join('/');
    if (!where) return '';
    return [where, source ? `(${source})` : '', date ?? ''].filter(Boolean).join(' ');
  },
  formatByline: (credits, { locale }) => {
    const names = credits.map(({ name, location }) => (location ? `${name} (${location})` : name));
    return safely(() => new Intl.ListFormat(locale || 'en', { type: 'conjunction' }).format(names), names.join(', '));
  },
  localDate: (instant, timezone) => {
    const format = (timeZone: string) =>
      new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
        new Date(instant)
      );
    return safely(
      () => format(timezone || 'UTC'),
      safely(() => format('UTC'), null)
    );
  },
  datelineRunsIn: () => false,
  leadingDateline: () => null,
};

/** The `datelines` plugin's texts where it is installed, else plain ones. */
export function textService(strapi: Core.Strapi): TextService {
  return strapi.plugins.datelines ? (strapi.plugin('datelines').service('text') as TextService) : plainText;
}
