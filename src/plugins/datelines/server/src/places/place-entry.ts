import type { PlaceEntry } from '../../../shared/src';
import { type Row, textOf } from '../lib/entries';
import type { PlaceType } from '../newsroom';

/** A row of the mapped place type as datelines take it. */
export function toPlaceEntry(row: Row, { fields }: PlaceType): PlaceEntry {
  const city = textOf(row, fields.city) ?? '';
  const region = textOf(row, fields.region);
  const { names } = fields;
  const rows = names && Array.isArray(row[names.field]) ? (row[names.field] as Record<string, unknown>[]) : [];
  return {
    id: row.id,
    documentId: row.documentId,
    label: textOf(row, fields.label) ?? [city, region].filter(Boolean).join(', '),
    city,
    region,
    country: textOf(row, fields.country),
    timezone: textOf(row, fields.timezone),
    standsAlone: fields.standsAlone ? row[fields.standsAlone] === true : false,
    names: rows.flatMap((name) => {
      const locale = textOf(name, names?.locale);
      const localCity = textOf(name, names?.city);
      return locale && localCity ? [{ locale, city: localCity, region: textOf(name, names?.region) }] : [];
    }),
  };
}

/** What a query must fetch besides the row itself. */
export const placePopulate = ({ fields }: PlaceType): Record<string, unknown> =>
  fields.names ? { [fields.names.field]: true } : {};
