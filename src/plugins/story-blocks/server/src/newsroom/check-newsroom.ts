import { type ConceptKind, type NewsroomConfig, newsroomSchema } from './newsroom.schema';

/** The part of a Strapi attribute that the mapping is checked against. */
export interface Attribute {
  type: string;
  /** Of a custom field, whose type is `customField` until Strapi has registered all plugins. */
  customField?: string;
  target?: string;
  component?: string;
  /** Of a dynamic zone. */
  components?: string[];
  repeatable?: boolean;
  private?: boolean;
  relation?: string;
  inversedBy?: string;
  mappedBy?: string;
}
export interface Model {
  uid: string;
  attributes: Record<string, Attribute>;
  options?: { draftAndPublish?: boolean; privateAttributes?: string[] };
  pluginOptions?: { i18n?: { localized?: boolean } };
}
export interface Schemas {
  contentTypes: Record<string, Model>;
  components: Record<string, Model>;
  /** Types that custom fields stand for, by name; those that are not registered yet are missing. */
  customFields?: Record<string, { type: string } | undefined>;
}

/** A mapping that does not fit: its message is one sentence that names the key. */
export class NewsroomConfigError extends Error {
  constructor(path: string, problem: string) {
    super(`config/newsroom: ${path} ${problem}`);
    this.name = 'NewsroomConfigError';
    // Strapi logs it as it stops: where we threw it helps nobody who wrote the mapping.
    this.stack = undefined;
  }
}

const TEXT = ['string', 'text', 'richtext', 'uid', 'email', 'enumeration'];
const NUMBER = ['integer', 'biginteger', 'float', 'decimal'];
const DATE = ['date', 'datetime'];

/** Attribute types that a field may have; `relation` fields name the kind they must point at. */
const EXPECTED: Record<string, Record<string, { types: string[]; kind?: ConceptKind }>> = {
  story: {
    title: { types: TEXT },
    slug: { types: TEXT },
    section: { types: ['relation'], kind: 'section' },
    topics: { types: ['relation'], kind: 'topic' },
    source: { types: ['relation'], kind: 'source' },
    datelines: { types: ['relation'], kind: 'place' },
    datelineDate: { types: DATE },
    filedAt: { types: DATE },
    byline: { types: ['component', 'relation', ...TEXT], kind: 'author' },
    bylineLabel: { types: TEXT },
    body: { types: ['blocks', ...TEXT] },
    summary: { types: TEXT },
    image: { types: ['media'] },
    externalLinks: { types: ['component'] },
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
    storyLayout: { types: ['dynamiczone'] },
    frontLayout: { types: ['dynamiczone'] },
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
    storyLayout: { types: ['dynamiczone'] },
    frontLayout: { types: ['dynamiczone'] },
  },
  author: { name: { types: TEXT }, familyName: { types: TEXT }, slug: { types: TEXT } },
  place: {
    label: { types: TEXT },
    city: { types: TEXT },
    region: { types: TEXT },
    country: { types: TEXT },
    timezone: { types: TEXT },
    standsAlone: { types: ['boolean'] },
    names: { types: ['component'] },
    aliases: { types: ['json', ...TEXT] },
  },
  source: {
    name: { types: TEXT },
    code: { types: TEXT },
    kind: { types: TEXT },
    rightsLine: { types: TEXT },
  },
};

type Field = string | ({ field: string } & Record<string, string>);
interface TypeEntry {
  kind: string;
  path: string;
  uid: string;
  fields: Record<string, Field>;
}

const fieldName = (field: Field) => (typeof field === 'string' ? field : field.field);

function checkAttribute(model: Model, name: string, path: string): Attribute {
  const attribute = model.attributes[name];
  if (!attribute) {
    const known = Object.keys(model.attributes).join(', ');
    throw new NewsroomConfigError(path, `names "${name}", but ${model.uid} has no such field; it has ${known}.`);
  }
  if (attribute.private || model.options?.privateAttributes?.includes(name)) {
    throw new NewsroomConfigError(
      path,
      `names "${name}", which is private in ${model.uid}; what is mapped is shown to readers.`
    );
  }
  return attribute;
}

/** The type that values have; `null` for a custom field of a plugin that Strapi registers after this one. */
function typeOf({ type, customField }: Attribute, { customFields }: Schemas): string | null {
  return type === 'customField' ? (customFields?.[customField ?? '']?.type ?? null) : type;
}

/** Where the mapped types stand in the file, and what they must fit. */
function typeEntries(config: NewsroomConfig): TypeEntry[] {
  const { story, ...concepts } = config.types;
  const stories = story.map((type, index) => ({
    kind: 'story',
    path: story.length > 1 ? `types.story[${index}]` : 'types.story',
    uid: type.uid,
    fields: type.fields as Record<string, Field>,
  }));
  const rest = Object.entries(concepts).flatMap(([kind, type]) =>
    type ? [{ kind, path: `types.${kind}`, uid: type.uid, fields: type.fields as Record<string, Field> }] : []
  );
  return [...stories, ...rest];
}

function checkPoints(
  config: NewsroomConfig,
  entry: TypeEntry,
  key: string,
  attribute: Attribute,
  path = `${entry.path}.fields.${key}`
): void {
  const kind = EXPECTED[entry.kind]?.[key]?.kind;
  if (attribute.type !== 'relation' || !kind) return;
  const target = config.types[kind]?.uid;
  if (!target) throw new NewsroomConfigError(path, `needs types.${kind}, which is not mapped.`);
  if (attribute.target !== target) {
    throw new NewsroomConfigError(path, `points at ${attribute.target}, but types.${kind} is ${target}.`);
  }
}

function checkParts(
  config: NewsroomConfig,
  entry: TypeEntry,
  key: string,
  attribute: Attribute,
  schemas: Schemas
): void {
  const field = entry.fields[key];
  if (typeof field === 'string' || attribute.type !== 'component') return;
  const component = schemas.components[attribute.component ?? ''];
  if (!component) return;
  const { field: _name, ...parts } = field;
  for (const [part, name] of Object.entries(parts)) {
    const found = component.attributes[name];
    const path = `${entry.path}.fields.${key}.${part}`;
    // A part left at its default may be absent from the component; one that is named must be there.
    if (!found && name === part) continue;
    checkAttribute(component, name, path);
    if (part === 'author') checkPoints(config, { ...entry, kind: 'story' }, 'byline', found, path);
  }
}

function describe(issue: { code: string; path: PropertyKey[]; message: string; keys?: string[] }): [string, string] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return [[path, issue.keys?.[0]].filter(Boolean).join('.'), 'is no key that Wiredesk knows.'];
  }
  return [path || 'the file', `is wrong: ${issue.message}.`];
}

/**
 * Reads `config/newsroom` and holds it against the loaded schemas.
 *
 * @returns The mapping with its defaults filled in.
 * @throws {NewsroomConfigError} One sentence that names the first key that does not fit: unknown to us, missing from
 *   the schema, of an unfit type, private, or pointing at another type than the mapped one.
 */
export function checkNewsroom(input: unknown, schemas: Schemas): NewsroomConfig {
  if (input === undefined) {
    throw new NewsroomConfigError('the file', 'is missing; "npx story-blocks init" writes one to start from.');
  }
  const parsed = newsroomSchema.safeParse(input);
  if (!parsed.success) throw new NewsroomConfigError(...describe(parsed.error.issues[0]));
  const config = parsed.data;

  for (const entry of typeEntries(config)) {
    const model = schemas.contentTypes[entry.uid];
    if (!model) throw new NewsroomConfigError(`${entry.path}.uid`, `is "${entry.uid}", which no content type has.`);
    for (const [key, field] of Object.entries(entry.fields)) {
      const path = `${entry.path}.fields.${key}`;
      const attribute = checkAttribute(model, fieldName(field), path);
      const expected = EXPECTED[entry.kind][key];
      const type = typeOf(attribute, schemas);
      if (type !== null && !expected.types.includes(type)) {
        throw new NewsroomConfigError(path, `names a field of type ${type}; it must be ${expected.types.join(', ')}.`);
      }
      checkPoints(config, entry, key, attribute);
      checkParts(config, entry, key, attribute, schemas);
    }
  }
  return config;
}
