import type { Core } from '@strapi/strapi';

/** What is known of an attribute of a type or component. */
export interface Attribute {
  type: string;
  target?: string;
  component?: string;
  relation?: string;
  repeatable?: boolean;
  multiple?: boolean;
}
interface Model {
  uid: string;
  attributes: Record<string, Attribute>;
}
/** Attributes of a content type or component by its uid. */
export type AttributesOf = (uid: string) => Record<string, Attribute> | undefined;

/**
 * The attributes of an application's types and components. They are read once, when they are asked for first: Strapi copies
 * all of them each time.
 */
export function attributesIn(strapi: Core.Strapi): AttributesOf {
  let models: Map<string, Record<string, Attribute>> | undefined;
  return (uid) => {
    models ??= new Map(
      Object.values({ ...strapi.contentTypes, ...strapi.components } as Record<string, Model>).map((model) => [
        model.uid,
        model.attributes,
      ])
    );
    return models.get(uid);
  };
}

/** Where an attribute leads to: another type, a file, a component; undefined for a plain field. */
export function targetOf(attribute: Attribute | undefined): string | undefined {
  if (attribute?.type === 'media') return 'plugin::upload.file';
  return attribute?.target ?? attribute?.component;
}

/** Whether an attribute leads to many entries at once. */
export const leadsToMany = ({ type, relation, repeatable, multiple }: Attribute): boolean =>
  type === 'dynamiczone' || Boolean(repeatable || multiple || relation?.endsWith('ToMany'));
