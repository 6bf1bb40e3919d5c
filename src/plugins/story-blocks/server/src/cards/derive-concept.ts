import { type ConceptKind, LAYOUT_FIELDS } from '@wiredesk/newsroom';
import type { AnyConceptKind, Newsroom, StoryType } from '../newsroom';
import type { Concept, ConceptDataByKind, LayoutBlock, Layouts } from './concept';
import { address, documentId, documentIds, list, number, type Row, settings, text } from './read-values';

type Fields = Record<string, string | ({ field: string } & Record<string, string>) | undefined>;
type Get = (key: string) => unknown;

const layout = (value: unknown): LayoutBlock[] =>
  list(value).map((block) => ({ ...settings(block), __component: String(block.__component) }));

const layouts = (get: Get) => Object.fromEntries(LAYOUT_FIELDS.map((field) => [field, layout(get(field))])) as Layouts;

const SOURCE_KINDS = new Set(['wire', 'reports', 'public-domain', 'staff']);

const data: { [Kind in ConceptKind]: (get: Get, fields: Fields) => ConceptDataByKind[Kind] } = {
  section: (get) => ({
    label: text(get('label')),
    description: text(get('description')),
    siteId: documentId(get('site')),
    parentId: documentId(get('parent')),
    topicIds: documentIds(get('topics')),
    ...layouts(get),
  }),
  topic: (get) => ({
    landingPhrase: text(get('landingPhrase')),
    landingUrl: address(get('landingUrl')),
    siteId: documentId(get('site')),
  }),
  site: (get) => ({
    url: address(get('url'))?.replace(/(?<!\/)\/+$/, '') ?? null,
    owner: text(get('owner')),
    tagline: text(get('tagline')),
    language: text(get('language')),
    timezone: text(get('timezone')),
    datelineStyle: text(get('datelineStyle')),
    urlPattern: text(get('urlPattern')),
    ...layouts(get),
  }),
  author: (get) => ({ familyName: text(get('familyName')) }),
  place: (get, fields) => {
    const names = fields.names;
    const parts = typeof names === 'object' ? names : { locale: 'locale', city: 'city', region: 'region' };
    return {
      region: text(get('region')),
      country: text(get('country')),
      timezone: text(get('timezone')),
      standsAlone: get('standsAlone') === true,
      names: list(get('names')).flatMap((name) => {
        const locale = text(name[parts.locale]);
        const city = text(name[parts.city]);
        return locale && city ? [{ locale, city, region: text(name[parts.region]) }] : [];
      }),
    };
  },
  source: (get) => {
    const kind = text(get('kind'));
    return {
      code: text(get('code')),
      kind: kind && SOURCE_KINDS.has(kind) ? (kind as ConceptDataByKind['source']['kind']) : null,
      rightsLine: text(get('rightsLine')),
    };
  },
};

/** Makes the concept of a live section, topic, site, author, place or source. Never throws on content. */
export function deriveConcept(row: Row, kind: ConceptKind, newsroom: Newsroom): Concept {
  const type = newsroom.config.types[kind];
  if (!type) throw new Error(`story-blocks: types.${kind} is not mapped.`);
  const fields = type.fields as Fields;
  const get: Get = (key) => {
    const field = fields[key];
    return field ? row[typeof field === 'string' ? field : field.field] : undefined;
  };
  const name = text(get(kind === 'place' ? 'city' : 'name')) ?? '';
  return {
    kind,
    documentId: String(row.documentId),
    locale: newsroom.keyLocale(type.uid, text(row.locale)),
    name,
    slug: text(get('slug')),
    position: number(get('position')),
    data: data[kind](get, fields),
  };
}

/** Makes the concept of an uploaded picture. */
export function deriveImage(file: Row): Concept<'image'> | null {
  const id = text(file.documentId);
  const url = text(file.url);
  if (!id || !url) return null;
  const formats = typeof file.formats === 'object' ? (file.formats as Record<string, unknown> | null) : null;
  return {
    kind: 'image' satisfies AnyConceptKind,
    documentId: id,
    locale: '',
    name: text(file.name) ?? '',
    slug: null,
    position: null,
    data: {
      url,
      alternativeText: text(file.alternativeText),
      caption: text(file.caption),
      width: number(file.width),
      height: number(file.height),
      formats,
    },
  };
}

/** Document ids of the pictures that entries of stories show, each once. */
export const imageIdsOf = (rows: Row[], { fields }: StoryType): string[] =>
  fields.image ? documentIds(rows.flatMap((row) => list(row[fields.image as string])[0] ?? [])) : [];
