import type { Core } from '@strapi/strapi';
import type { Attribute, Schemas } from '../newsroom';

/** Rows of a table that say which entry or component an owner has in a field, and where in its order. */
interface Pairs {
  field: string;
  isMany: boolean;
  table: string;
  /** The column with the owner's row id, and that with the row id of what it has. */
  owner: string;
  target: string;
  targetTable: string;
  order: string | null;
  /** What else a row must say, where the table holds those of several fields. */
  on: Record<string, string>;
}

/** A field that leads to entries or files, of which no more is read than which they are. */
export interface RelationField extends Pairs {
  kind: 'relation';
}
/** A field that holds components, with the relations that these have. */
export interface ComponentField extends Pairs {
  kind: 'component';
  uid: string;
  relations: RelationField[];
}
export type LinkedField = RelationField | ComponentField;

/** The part of Strapi's query engine metadata that is read here. */
interface Column {
  name: string;
  referencedColumn?: string;
}
interface JoinTable {
  name: string;
  joinColumn: Column;
  inverseJoinColumn: Column;
  orderBy?: Record<string, string>;
  on?: Record<string, string>;
  morphColumn?: { idColumn: Column; typeColumn: Column };
}
interface EngineAttribute {
  type: string;
  relation?: string;
  target?: string;
  morphBy?: string;
  joinTable?: JoinTable;
}

const TO_MANY = new Set(['oneToMany', 'manyToMany', 'morphMany']);
const isById = (column: Column | undefined) => column?.referencedColumn === 'id';

/** How Strapi keeps what a field leads to; null where it is none of the two plain ways, a table of pairs or one of files. */
function pairsOf(strapi: Core.Strapi, uid: string, field: string): Pairs | null {
  const metadata = (of: string) => strapi.db.metadata.get(of);
  const attribute = metadata(uid).attributes[field] as unknown as EngineAttribute | undefined;
  if (!attribute?.target) return null;
  const { target, morphBy, relation = '' } = attribute;
  const backward = morphBy ? (metadata(target).attributes[morphBy] as unknown as EngineAttribute) : undefined;
  const { morphColumn, ...joinTable } = backward?.joinTable ?? attribute.joinTable ?? ({} as Partial<JoinTable>);
  const columns = morphBy
    ? { owner: morphColumn?.idColumn, target: joinTable.joinColumn }
    : { owner: joinTable.joinColumn, target: joinTable.inverseJoinColumn };
  if (!joinTable.name || !columns.owner || !columns.target || !isById(columns.owner) || !isById(columns.target))
    return null;
  return {
    field,
    isMany: TO_MANY.has(relation),
    table: joinTable.name,
    owner: columns.owner.name,
    target: columns.target.name,
    targetTable: metadata(target).tableName,
    order: Object.keys(joinTable.orderBy ?? {})[0] ?? null,
    on: { ...joinTable.on, ...(morphColumn ? { field, [morphColumn.typeColumn.name]: uid } : {}) },
  };
}

const LEADS_ON = new Set(['component', 'dynamiczone']);
const isLink = ({ type }: Attribute) => type === 'relation' || type === 'media';
/** One that leads to many types has no one table to read from, and nothing of ours reads it. */
const isMorph = ({ relation }: Attribute) => relation?.startsWith('morph') ?? false;

function relationField(strapi: Core.Strapi, uid: string, field: string): RelationField | null {
  const pairs = pairsOf(strapi, uid, field);
  return pairs && { kind: 'relation', ...pairs };
}

function componentField(
  strapi: Core.Strapi,
  uid: string,
  field: string,
  component: string,
  components: Schemas['components']
): ComponentField | null {
  const pairs = pairsOf(strapi, uid, field);
  const attributes = Object.entries(components[component]?.attributes ?? {});
  if (!pairs || attributes.some(([, { type }]) => LEADS_ON.has(type))) return null;
  const links = attributes.filter(([, attribute]) => isLink(attribute) && !isMorph(attribute));
  const relations = links.map(([name]) => relationField(strapi, component, name));
  return relations.includes(null)
    ? null
    : { kind: 'component', uid: component, relations: relations as RelationField[], ...pairs };
}

/**
 * How a field that leads to entries, files or components without components of their own is read.
 *
 * @returns Null for every other one: Strapi's engine has to populate it.
 */
export function linkedField(
  strapi: Core.Strapi,
  uid: string,
  field: string,
  attribute: Attribute,
  components: Schemas['components']
): LinkedField | null {
  if (isMorph(attribute)) return null;
  if (attribute.type === 'component' && attribute.component)
    return componentField(strapi, uid, field, attribute.component, components);
  return isLink(attribute) ? relationField(strapi, uid, field) : null;
}
