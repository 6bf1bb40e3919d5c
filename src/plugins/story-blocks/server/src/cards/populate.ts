import type { Attribute, ConceptKind, Desk, Schemas, StoryType } from '../config';

/** A populate of Strapi's query engine. */
export type Populate = Record<string, unknown>;

const ID = { select: ['id', 'documentId'] };
const MAX_DEPTH = 5;

function componentPopulate(uid: string | undefined, components: Schemas['components'], depth: number): Populate {
  const component = uid ? components[uid] : undefined;
  if (!component || depth > MAX_DEPTH) return {};
  return attributesPopulate(component.attributes, components, depth + 1);
}

function attributePopulate(
  attribute: Attribute & { components?: string[] },
  components: Schemas['components'],
  depth: number
) {
  switch (attribute.type) {
    case 'relation':
    case 'media':
      return ID;
    case 'component':
      return { populate: componentPopulate(attribute.component, components, depth) };
    case 'dynamiczone':
      return {
        on: Object.fromEntries(
          (attribute.components ?? []).map((uid) => [uid, { populate: componentPopulate(uid, components, depth) }])
        ),
      };
    default:
      return null;
  }
}

function attributesPopulate(
  attributes: Record<string, Attribute>,
  components: Schemas['components'],
  depth: number
): Populate {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, attribute]) => {
      // A morphTo has no one target to select from, and nothing of ours reads it.
      if (attribute.type === 'relation' && attribute.relation?.startsWith('morph')) return [];
      const populate = attributePopulate(attribute, components, depth);
      return populate ? [[name, populate]] : [];
    })
  );
}

function mappedPopulate(
  desk: Desk,
  uid: string,
  fields: Record<string, unknown>,
  components: Schemas['components']
): Populate {
  const { attributes } = desk.model(uid);
  const names = Object.values(fields).map((field) =>
    typeof field === 'object' && field !== null ? (field as { field: string }).field : (field as string)
  );
  const mapped = Object.fromEntries(names.filter(Boolean).map((name) => [name, attributes[name]]));
  return attributesPopulate(mapped, components, 0);
}

/** What a story's card is made of: relations by document id, components, the picture as readers get it. */
export function storyPopulate(desk: Desk, type: StoryType, components: Schemas['components']): Populate {
  const populate = mappedPopulate(desk, type.uid, type.fields, components);
  return type.fields.image ? { ...populate, [type.fields.image]: true } : populate;
}

/** What a concept is made of, layouts with all that their blocks hold. */
export function conceptPopulate(desk: Desk, kind: ConceptKind, components: Schemas['components']): Populate {
  const type = desk.newsroom.types[kind];
  return type ? mappedPopulate(desk, type.uid, type.fields, components) : {};
}
