import { z } from 'zod';
import { localeField, textField } from './fields';

/** An entry of the application, as a relation field of the admin shows it. */
export interface EntryRef {
  id: number;
  documentId: string;
  label: string;
}

/** A place that the newsroom has. */
export interface PlaceEntry extends EntryRef {
  city: string;
  region: string | null;
  country: string | null;
  timezone: string | null;
  standsAlone: boolean;
  names: { locale: string; city: string; region: string | null }[];
}

/** A place that the newsroom does not have, ready to be made one. */
export interface PlaceCandidate {
  label: string;
  city: string;
  /** As it is to be written (`N.Y.`). */
  region: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** IANA. */
  timezone: string | null;
  /** Where it is known from: the gazetteer, or the line alone. */
  from: 'gazetteer' | 'line';
}

const isTimezone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    // Intl throws a RangeError on a zone that it does not know.
    return false;
  }
};

/** `POST /datelines/places`. */
export const createPlaceSchema = z.strictObject({
  data: z.strictObject({
    label: textField(300).nullish(),
    city: textField(200).trim().min(1, 'must not be empty'),
    region: textField(200).nullish(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be two capitals such as KR')
      .nullish(),
    timezone: textField(64).refine(isTimezone, 'must be a time zone such as Asia/Seoul').nullish(),
    standsAlone: z.boolean().nullish(),
  }),
  locale: localeField.nullish(),
});
export type CreatePlace = z.infer<typeof createPlaceSchema>['data'];
