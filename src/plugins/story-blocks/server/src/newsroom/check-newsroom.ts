import { type ConceptKind, configError, factsOf, type Kind, NewsroomConfigError } from '@wiredesk/newsroom';
import { z } from 'zod';
import { type NewsroomConfig, newsroomSchema } from './newsroom.schema';

/** The part of a Strapi attribute that the mapping is checked against. */
export interface Attribute {
  type: string;
  /** Name of a custom field, whose type is `customField` until Strapi has registered all plugins. */
  customField?: string;
  target?: string;
  component?: string;
  /** The components of a dynamic zone. */
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

type Field = string | ({ field: string } & Record<string, string>);
interface TypeEntry {
  kind: Kind;
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
    kind: 'story' as const,
    path: story.length > 1 ? `types.story[${index}]` : 'types.story',
    uid: type.uid,
    fields: type.fields as Record<string, Field>,
  }));
  const rest = Object.entries(concepts).flatMap(([kind, type]) =>
    type
      ? [
          {
            kind: kind as ConceptKind,
            path: `types.${kind}`,
            uid: type.uid,
            fields: type.fields as Record<string, Field>,
          },
        ]
      : []
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
  const kind = factsOf(entry.kind, key)?.kind;
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

/** Keys of plugins that register later: they are judged once all have registered. */
const withOtherKeys = z.object(newsroomSchema.shape);

/**
 * Reads `config/newsroom` and holds it against the loaded schemas.
 *
 * @param others - What becomes of keys at the top that are not ours.
 * @returns The mapping with its defaults filled in.
 * @throws {NewsroomConfigError} One sentence that names the first key that does not fit: unknown to us, missing from
 *   the schema, of an unfit type, private, or pointing at another type than the mapped one.
 */
export function checkNewsroom(input: unknown, schemas: Schemas, others: 'pass' | 'refuse' = 'refuse'): NewsroomConfig {
  if (input === undefined) {
    throw new NewsroomConfigError('the file', 'is missing; "npx story-blocks init" writes one to start from.');
  }
  const parsed = (others === 'pass' ? withOtherKeys : newsroomSchema).safeParse(input);
  if (!parsed.success) throw configError(parsed.error.issues[0]);
  const config = parsed.data;

  for (const entry of typeEntries(config)) {
    const model = schemas.contentTypes[entry.uid];
    if (!model) throw new NewsroomConfigError(`${entry.path}.uid`, `is "${entry.uid}", which no content type has.`);
    for (const [key, field] of Object.entries(entry.fields)) {
      const path = `${entry.path}.fields.${key}`;
      const attribute = checkAttribute(model, fieldName(field), path);
      const expected = factsOf(entry.kind, key)?.types ?? [];
      const type = typeOf(attribute, schemas);
      if (type !== null && !expected.includes(type)) {
        throw new NewsroomConfigError(path, `names a field of type ${type}; it must be ${expected.join(', ')}.`);
      }
      checkPoints(config, entry, key, attribute);
      checkParts(config, entry, key, attribute, schemas);
    }
  }
  return config;
}
