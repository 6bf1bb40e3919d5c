import type { Core } from '@strapi/strapi';
import type { Attribute, Newsroom, Schemas } from '../newsroom';
import { type LinkedField, linkedField } from './linked-fields';

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

/** What is read of entries: fields in one statement of ours, and those that Strapi's engine has to populate. */
export interface Reading {
  linked: LinkedField[];
  populate: Populate;
}

/** What cards and concepts are made of: relations by document id, components, layouts with all that their blocks hold. */
export function readingOf(strapi: Core.Strapi, newsroom: Newsroom, uid: string): Reading {
  const { attributes } = newsroom.model(uid);
  const components = strapi.components as unknown as Schemas['components'];
  const mapped = newsroom.mappedFields(uid).map((name) => [name, attributes[name]] as const);
  const linked = new Map(
    mapped.map(([name, attribute]) => [name, linkedField(strapi, uid, name, attribute, components)])
  );
  const left = Object.fromEntries(mapped.filter(([name]) => !linked.get(name)));
  return {
    linked: [...linked.values()].filter((field) => field !== null),
    populate: attributesPopulate(left, components, 0),
  };
}
