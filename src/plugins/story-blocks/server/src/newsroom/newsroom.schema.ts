import { type ConceptKind, LAYOUT_FIELDS, type LayoutField, typesSchema } from '@wiredesk/newsroom';
import { z } from 'zod';
import { blockDefaultsSchema, cachePolicySchema, rankingSettingsSchema } from '../../../shared/src';
import { patternFault, TOPIC_PLACES } from '../addresses';

const ranking = rankingSettingsSchema.shape;
const blocks = blockDefaultsSchema.shape;

const policy = cachePolicySchema.shape;

const field = z.string().min(1);

/** Its first slash may be left out. */
const urlPattern = (places?: readonly string[]) =>
  z
    .string()
    .transform((pattern) => (pattern.startsWith('/') ? pattern : `/${pattern}`))
    .superRefine((pattern, context) => {
      const fault = patternFault(pattern, places);
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    });

/** A killed story is gone from a cache that follows `story-blocks.changed` at once, from others after these times. */
const cachePolicy = z
  .strictObject({
    maxAge: policy.maxAge.default(5),
    sharedMaxAge: policy.sharedMaxAge.default(600),
    staleWhileRevalidate: policy.staleWhileRevalidate.default(30),
  })
  .prefault({});

const layoutSchema = z.array(z.looseObject({ __component: z.string().min(1) }));

/** A layout, as `defaultLayouts` calls it. */
export type LayoutName = LayoutField extends `${infer Name}Layout` ? Name : never;
const layoutOf = (field: LayoutField) => field.replace('Layout', '') as LayoutName;
type LayoutSchemas = Record<LayoutName, z.ZodDefault<typeof layoutSchema>>;

/** What `story-blocks` reads of `config/newsroom`. */
export const newsroomSchema = z.strictObject({
  types: typesSchema({
    story: ['title'],
    section: ['name'],
    topic: ['name'],
    site: ['name'],
    author: ['name'],
    place: ['city'],
    source: ['name'],
  }),
  /** Layouts of a page whose section and site have none. */
  defaultLayouts: z
    .strictObject(
      Object.fromEntries(LAYOUT_FIELDS.map((field) => [layoutOf(field), layoutSchema.default([])])) as LayoutSchemas
    )
    .prefault({}),
  /** Name or document id of the site that serves a story whose section has none. */
  defaultSite: z.string().min(1).optional(),
  /** Style of datelines and bylines where the site names none. */
  datelineStyle: z.string().min(1).default('ap'),
  /** Which day a dateline shows that has none of its own: that of filing, or that of the last update or correction. */
  datelineShows: z.enum(['filing', 'update']).default('filing'),
  /** Addresses under a site's `url`. `story` stands where the site has no pattern of its own. */
  urlPatterns: z
    .strictObject({
      story: urlPattern().default('/{section}/{slug}'),
      topic: urlPattern(TOPIC_PLACES).default('/topics/{slug}'),
    })
    .prefault({}),
  /** Names of the GraphQL fields, where an application uses one for something else, and how much a query may ask. */
  graphql: z
    .strictObject({
      relatedLinks: field.default('relatedLinks'),
      bylineText: field.default('bylineText'),
      datelineText: field.default('datelineText'),
      teaser: field.default('teaser'),
      teasers: field.default('teasers'),
      headlineRails: field.default('headlineRails'),
      storyPage: field.default('storyPage'),
      front: field.default('front'),
      /** Stands before the names of our types, where an application has types of these names. */
      typePrefix: z
        .string()
        .regex(/^([A-Za-z]\w*)?$/, 'must be the beginning of a GraphQL name')
        .default(''),
      /** What one query of the whole application may cost; 0: anything. */
      maxCost: z.int().min(0).default(10_000),
    })
    .prefault({}),
  /** How stories' related links are chosen; a change is followed by every story's links, in the background. */
  related: z
    .strictObject({
      /** How much each signal counts, by its name; 0 switches it off, one left out counts as it was registered. */
      weights: ranking.weights.default({}),
      /** How much a name counts beside another word. */
      nameWeight: z.number().min(0).max(4).default(0.25),
      /** Days between two filings after which nearness in time counts for a third. */
      days: z.number().positive().max(36_500).default(30),
      /** Words that stand in a larger share of the stories tell nothing. */
      commonShare: z.number().min(0.01).max(1).default(0.2),
      /** Dimensions of the space in which stories lie beside each other; 0 for none. */
      dimensions: z.int().min(0).max(128).default(64),
      /** Stories that are compared in full, of those that share a telling word. */
      candidates: ranking.candidates.default(100),
      /** How much two stories must be about the same to be linked, of the cosine of their words; 0: no floor. */
      floor: ranking.floor.default(0.035),
      /** Languages that take links of others where they have too few of their own: `{ fr: ['en'] }`. */
      borrow: ranking.borrow.default({}),
    })
    .prefault({}),
  /** What the editors' desk asks of a story. */
  desk: z
    .strictObject({
      /** Whether a story that has an error among its findings is refused when it is published. */
      blockPublishing: z.boolean().default(false),
    })
    .prefault({}),
  holds: z
    .strictObject({
      /** Seconds that a kill may wait for its receipt: pages that are not reached by then are counted as unsure. */
      receiptSeconds: z.number().min(0).max(60).default(1.5),
    })
    .prefault({}),
  /** How long answers may be kept by caches, in seconds, and what the application keeps of them itself. */
  delivery: z
    .strictObject({
      pages: cachePolicy,
      fronts: cachePolicy,
      related: cachePolicy,
      teasers: cachePolicy,
      rails: cachePolicy,
      /** MiB of made answers that a process keeps until what they show changes; 0 for none. */
      memory: z.number().min(0).max(4096).default(64),
      /**
       * Where kept answers leave: behind the application's own middlewares, before them, or as any other answer (`off`).
       * Errors, security headers and CORS are in front of them everywhere.
       */
      early: z.enum(['behind', 'before', 'off']).default('behind'),
    })
    .prefault({}),
  /** What a block uses where its own setting is empty. */
  blocks: z
    .strictObject({
      relatedLimit: blocks.relatedLimit.default(8),
      railLimit: blocks.railLimit.default(5),
      teaserCount: blocks.teaserCount.default(1),
      teaserLength: blocks.teaserLength.default(300),
      teaserCut: blocks.teaserCut.default('word'),
      /** Left out: an invitation to read on in the story's language. */
      teaserTail: blocks.teaserTail.optional(),
    })
    .prefault({}),
});

export type NewsroomConfig = z.infer<typeof newsroomSchema>;
export type StoryType = NewsroomConfig['types']['story'][number];
/** Mapped kinds, and pictures of the media library, which no newsroom maps. */
export type AnyConceptKind = ConceptKind | 'image';
