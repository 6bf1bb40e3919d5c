import type { Core } from '@strapi/strapi';
import { setCreatorFields } from '@strapi/utils';
import { forbidden, notFound } from '@wiredesk/strapi-kit/server';
import { type CreatePlace, ERROR_CODES, type PlaceCandidate, type PlaceEntry } from '../../../shared/src';
import { formatDateline, type IsPlace, type ParsedPlace } from '../../../text/src';
import { readableRows } from '../lib/entries';
import { indexOf } from '../lib/index-of';
import { type Reader, SEES_ALL } from '../lib/reader';
import { deskOf, type PlaceType } from '../newsroom';
import { placeCandidates } from './candidates';
import { loadGazetteer } from './load-gazetteer';
import { placePopulate, toPlaceEntry } from './place-entry';
import { rankPlaces } from './rank-places';

interface Documents {
  create(params: Record<string, unknown>): Promise<{ documentId: string }>;
}

const dataOf = ({ fields }: PlaceType, place: CreatePlace): Record<string, unknown> => {
  const values = { ...place, label: place.label || labelOf(place) };
  const keys = ['label', 'city', 'region', 'country', 'timezone', 'standsAlone'] as const;
  return Object.fromEntries(
    keys.flatMap((key) => (fields[key] && values[key] != null ? [[fields[key], values[key]]] : []))
  );
};

const labelOf = ({ city, region, country }: CreatePlace) =>
  formatDateline({ places: [{ city, region, country }] }, { style: 'smn', locale: 'en' });

/**
 * Makes `strapi.plugin('datelines').service('places')`: the newsroom's filing places, and the world's.
 *
 * Code that asks for no administrator names no reader, and sees all entries.
 */
export const createPlacesService = ({ strapi }: { strapi: Core.Strapi }) => {
  const placeType = (): PlaceType => {
    const { place } = deskOf(strapi).types;
    if (!place) throw notFound('config/newsroom maps no types.place', { code: ERROR_CODES.noPlaceType });
    return place;
  };

  /** Entries of a name, best first, as far as the caller may read them. */
  async function find(parsed: ParsedPlace, reader: Reader = SEES_ALL, locale?: string | null): Promise<PlaceEntry[]> {
    const { place } = deskOf(strapi).types;
    const ids = await (await indexOf(strapi, 'place', locale))?.find(parsed.city);
    if (!place || !ids) return [];
    const rows = await readableRows(strapi, place.uid, ids.slice(0, 50), reader, placePopulate(place));
    return rankPlaces(
      rows.map((row) => toPlaceEntry(row, place)),
      parsed
    );
  }

  return {
    find,
    /**
     * Says whether there is a place of a name: one of the newsroom's, as far as the caller may read them, or one of the
     * gazetteer's. What `isPlace` of `parseDateline` takes.
     */
    async lookUp(reader: Reader | null = SEES_ALL, locale?: string | null): Promise<IsPlace> {
      const index = reader?.can.read() ? await indexOf(strapi, 'place', locale) : null;
      const [gazetteer, isOwn] = await Promise.all([loadGazetteer(), index?.lookUp()]);
      return (name) => (isOwn?.(name) ?? false) || gazetteer.find(name).length > 0;
    },
    /** What a place of a line may be: entries, or where there is none candidates. */
    async resolve(
      parsed: ParsedPlace,
      reader: Reader | null = SEES_ALL,
      locale?: string | null
    ): Promise<{ entries: PlaceEntry[]; candidates: PlaceCandidate[] }> {
      const entries = reader ? await find(parsed, reader, locale) : [];
      if (entries.length > 0) return { entries, candidates: [] };
      return { entries, candidates: placeCandidates(parsed, await loadGazetteer()) };
    },
    /**
     * Makes a place, or gives the one that is there.
     *
     * @throws A 403 where the caller may not make places; a 404 where no type is mapped.
     */
    async create(
      place: CreatePlace,
      { checker = SEES_ALL, user, locale }: { checker?: Reader; user?: unknown; locale?: string | null } = {}
    ): Promise<{ entry: PlaceEntry; created: boolean }> {
      const type = placeType();
      if (!checker.can.create()) throw forbidden('You may not make places.');
      const { city, region, country } = place;
      const same = (entry: PlaceEntry) => entry.region === (region || null) && entry.country === (country || null);
      const found = (
        await find({ city, qualifier: region ?? undefined, country: country ?? undefined }, checker, locale)
      )
        .filter(same)
        .at(0);
      if (found) return { entry: found, created: false };
      const data = await checker.sanitizeCreateInput(dataOf(type, place));
      const documents = (strapi.documents as unknown as (uid: string) => Documents)(type.uid);
      const made = await documents.create({
        data: user ? setCreatorFields({ user } as never)(data as never) : data,
        ...(deskOf(strapi).isLocalized(type.uid) && locale ? { locale } : {}),
      });
      const row = { ...data, ...made, [type.fields.city]: city } as never;
      return { entry: toPlaceEntry(row, type), created: true };
    },
  };
};

export type PlacesService = ReturnType<typeof createPlacesService>;
