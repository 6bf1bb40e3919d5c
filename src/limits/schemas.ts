import type { Core, UID } from '@strapi/strapi';

/** What is known of an attribute of a type or component. */
export interface Attribute {
  type: string;
  target?: string;
  component?: string;
  relation?: string;
  repeatable?: boolean;
  multiple?: boolean;
}
/** Attributes of a content type or component by its uid. */
export type AttributesOf = (uid: string) => Record<string, Attribute> | undefined;

/** The attributes of an application's types and components. */
export const attributesIn =
  (strapi: Core.Strapi): AttributesOf =>
  (uid) =>
    (strapi.contentTypes[uid as UID.ContentType] ?? strapi.components[uid as UID.Component])?.attributes as
      | Record<string, Attribute>
      | undefined;

/** Where an attribute leads to: another type, a file, a component; undefined for a plain field. */
export function targetOf(attribute: Attribute | undefined): string | undefined {
  if (attribute?.type === 'media') return 'plugin::upload.file';
  return attribute?.target ?? attribute?.component;
}

/** Whether an attribute leads to many entries at once. */
export const leadsToMany = ({ type, relation, repeatable, multiple }: Attribute): boolean =>
  type === 'dynamiczone' || Boolean(repeatable || multiple || relation?.endsWith('ToMany'));
