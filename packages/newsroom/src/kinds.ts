const TEXT = ['string', 'text', 'richtext', 'uid', 'email', 'enumeration'] as const;
const NUMBER = ['integer', 'biginteger', 'float', 'decimal'] as const;
const DATE = ['date', 'datetime'] as const;

/** What is known of a field that a newsroom may map. */
interface FieldFacts {
  /** Types that the attribute may have. */
  types: readonly string[];
  /** Where the attribute is a relation: the kind that it must lead to. */
  kind?: string;
  /** Where it is a component: fields of that component, with the names that they have unless the mapping says otherwise. */
  parts?: Readonly<Record<string, string>>;
}

const LAYOUT = { types: ['dynamiczone'] } as const;
/** Layouts of pages, which sections and sites may have: `story` in `defaultLayouts` is `storyLayout` of a section. */
const LAYOUTS = { storyLayout: LAYOUT, frontLayout: LAYOUT } as const;

export type LayoutField = keyof typeof LAYOUTS;
export const LAYOUT_FIELDS = Object.keys(LAYOUTS) as LayoutField[];

/** The kinds of content types that a newsroom may map, and the fields of each: `types` in `config/newsroom`. */
export const KINDS = {
  story: {
    title: { types: TEXT },
    slug: { types: TEXT },
    section: { types: ['relation'], kind: 'section' },
    topics: { types: ['relation'], kind: 'topic' },
    source: { types: ['relation'], kind: 'source' },
    datelines: { types: ['relation'], kind: 'place' },
    datelineDate: { types: DATE },
    filedAt: { types: DATE },
    byline: {
      types: ['component', 'relation', ...TEXT],
      kind: 'author',
      parts: { author: 'author', name: 'name', location: 'location', role: 'role' },
    },
    bylineLabel: { types: TEXT },
    body: { types: ['blocks', ...TEXT] },
    summary: { types: TEXT },
    image: { types: ['media'] },
    externalLinks: { types: ['component'], parts: { title: 'title', url: 'url' } },
    priority: { types: NUMBER },
  },
  section: {
    name: { types: TEXT },
    slug: { types: TEXT },
    label: { types: TEXT },
    description: { types: TEXT },
    site: { types: ['relation'], kind: 'site' },
    parent: { types: ['relation'], kind: 'section' },
    position: { types: NUMBER },
    topics: { types: ['relation'], kind: 'topic' },
    ...LAYOUTS,
  },
  topic: {
    name: { types: TEXT },
    slug: { types: TEXT },
    landingPhrase: { types: TEXT },
    landingUrl: { types: TEXT },
    site: { types: ['relation'], kind: 'site' },
  },
  site: {
    name: { types: TEXT },
    url: { types: TEXT },
    owner: { types: TEXT },
    tagline: { types: TEXT },
    language: { types: TEXT },
    timezone: { types: TEXT },
    datelineStyle: { types: TEXT },
    urlPattern: { types: TEXT },
    ...LAYOUTS,
  },
  author: { name: { types: TEXT }, familyName: { types: TEXT }, slug: { types: TEXT } },
  place: {
    /** `label` and `aliases` are read by `datelines` alone. */
    label: { types: TEXT },
    city: { types: TEXT },
    region: { types: TEXT },
    country: { types: TEXT },
    timezone: { types: TEXT },
    standsAlone: { types: ['boolean'] },
    names: { types: ['component'], parts: { locale: 'locale', city: 'city', region: 'region' } },
    aliases: { types: ['json', ...TEXT] },
  },
  source: {
    name: { types: TEXT },
    code: { types: TEXT },
    kind: { types: TEXT },
    rightsLine: { types: TEXT },
  },
} as const satisfies Record<string, Record<string, FieldFacts>>;

export type Kind = keyof typeof KINDS;
/** What stories point at. */
export type ConceptKind = Exclude<Kind, 'story'>;

/** What a field must be: `undefined` where the kind has no such field. */
export const factsOf = (kind: Kind, field: string): (FieldFacts & { kind?: ConceptKind }) | undefined => {
  const fields: Record<string, FieldFacts & { kind?: ConceptKind }> = KINDS[kind];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
};
