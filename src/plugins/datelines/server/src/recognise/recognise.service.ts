import type { Core } from '@strapi/strapi';
import {
  type EntryRef,
  type Recognised,
  type RecognisedCredit,
  type RecogniseRequest,
  readLines,
} from '../../../shared/src';
import type { ParsedByline, ParsedDateline } from '../../../text/src';
import { creditName } from '../../../text/src/format-credit';
import { readableRows, textOf } from '../lib/entries';
import { indexOf } from '../lib/index-of';
import { type Readers, SEES_ALL } from '../lib/reader';
import { deskOf } from '../newsroom';
import { createPlacesService } from '../places';
import { heldAgainst } from '../stories/held-against';
import type { StylesService } from '../styles.service';
import { lineFindings } from './line-findings';
import { readPlaces } from './read-places';
import { writeByline, writeDateline } from './written-again';

/** Makes `strapi.plugin('datelines').service('recognise')`: what a text says, and which entries it means. */
export const createRecogniseService = ({ strapi }: { strapi: Core.Strapi }) => {
  const places = createPlacesService({ strapi });

  async function named(kind: 'author' | 'source', name: string, readers: Readers, locale?: string | null) {
    const type = deskOf(strapi).types[kind];
    const ids = await (await indexOf(strapi, kind, locale))?.find(name);
    if (!type || !ids) return [];
    const rows = await readableRows(strapi, type.uid, ids.slice(0, 10), readers(type.uid));
    const label = kind === 'source' && 'code' in type.fields ? type.fields.code : type.fields.name;
    return rows.map((row) => ({
      ref: { id: row.id, documentId: row.documentId, label: textOf(row, label) ?? name } satisfies EntryRef,
      familyName: 'familyName' in type.fields ? textOf(row, type.fields.familyName) : null,
    }));
  }

  async function resolveDateline(
    { style, places: parsed, source, date }: ParsedDateline,
    request: RecogniseRequest,
    readers: Readers
  ): Promise<NonNullable<Recognised['dateline']>> {
    const { place } = deskOf(strapi).types;
    const reader = place ? readers(place.uid) : null;
    const resolved = await Promise.all(
      parsed.map(async (one) => ({ ...one, ...(await places.resolve(one, reader, request.locale)) }))
    );
    const sources = source ? await named('source', source, readers, request.locale) : [];
    const code = sources[0]?.ref.label ?? source ?? null;
    const options = optionsOf(request);
    return {
      style,
      places: resolved,
      date: date ?? null,
      source: source ? { code: source, entries: sources.map(({ ref }) => ref) } : null,
      text: writeDateline({ places: resolved, source: code, date: date ?? null }, options),
    };
  }

  async function resolveByline(
    { credits, label }: ParsedByline,
    request: RecogniseRequest,
    readers: Readers
  ): Promise<NonNullable<Recognised['byline']>> {
    const resolved = await Promise.all(
      credits.map(async (credit): Promise<RecognisedCredit & { familyName: string | null }> => {
        const name = creditName(credit);
        const found = await named('author', name, readers, request.locale);
        // Authors are kept with their degrees and honours, or without.
        const authors =
          found.length > 0 || !credit.suffix
            ? found
            : await named('author', creditName({ ...credit, suffix: null }), readers, request.locale);
        return {
          name,
          location: credit.location ?? null,
          role: credit.role ?? null,
          authors: authors.map(({ ref }) => ref),
          familyName: authors[0]?.familyName ?? credit.familyName ?? null,
        };
      })
    );
    const text = writeByline({ credits: resolved, label: label ?? null }, optionsOf(request));
    return { credits: resolved.map(({ familyName: _, ...credit }) => credit), label: label ?? null, text };
  }

  const styles = (): StylesService => strapi.plugin('datelines').service('styles');
  const optionsOf = ({ style, locale }: RecogniseRequest) => ({
    style: style ?? deskOf(strapi).datelineStyle,
    locale,
    styles: styles(),
  });

  return {
    /**
     * Never throws on text; what it is not is `null`.
     *
     * @param readers - What the administrator who asks may see. Code that asks for none leaves it out, and sees all entries.
     */
    async recognise(request: RecogniseRequest, readers: Readers = () => SEES_ALL): Promise<Recognised> {
      const { text, locale, referenceDate } = request;
      const { place } = deskOf(strapi).types;
      const isPlace = await places.lookUp(place ? readers(place.uid) : null, locale);
      const read = readLines(text, { locale, referenceDate, styles: styles(), isPlace });
      let dateline = read.dateline && (await resolveDateline(read.dateline, request, readers));
      if (read.kind === 'neither') {
        // A place alone is no dateline in any style; an editor who types it means the place, if there is one.
        const alone = readPlaces(text, locale);
        const resolved = alone && (await resolveDateline(alone, request, readers));
        const isKnown = resolved?.places.every(
          ({ entries, candidates }) => entries.length > 0 || candidates.some(({ from }) => from === 'gazetteer')
        );
        if (isKnown) dateline = resolved;
      }
      const byline = read.byline && (await resolveByline(read.byline, request, readers));
      const { datelineText, bylineText } = read;
      return {
        kind: read.kind === 'neither' && dateline ? 'dateline' : read.kind,
        dateline,
        byline,
        findings: lineFindings(
          { dateline, byline },
          { datelineText, bylineText },
          { locale, styles: styles(), isPlace, filedAt: heldAgainst(referenceDate, new Date()) }
        ),
      };
    },
  };
};

export type RecogniseService = ReturnType<typeof createRecogniseService>;
