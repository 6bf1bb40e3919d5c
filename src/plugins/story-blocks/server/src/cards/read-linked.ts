import type { Core } from '@strapi/strapi';
import { entries, isPostgres, type Sql, sqlNow, tableName } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { readRows, whereIn } from '../db';
import type { ComponentField, LinkedField, RelationField } from './linked-fields';
import type { Row } from './read-values';

/** What a row of the statement says: that an owner has an entry, a file or a component, and where in its order. */
interface Owned {
  /** The part of the statement that it comes from. */
  part: number;
  owner: number;
  id: number;
  /** None of a component's. */
  document_id: string | null;
  place: number | null;
  /** The field of the component, or of the one that the owner is; Strapi keeps those of all fields in one table. */
  component: string | null;
}

const isRelation = (field: LinkedField): field is RelationField => field.kind === 'relation';
const isComponent = (field: LinkedField): field is ComponentField => field.kind === 'component';

/** A part of the statement, and the field that a row of it belongs to. */
interface Part {
  query: Knex.QueryBuilder;
  fieldOf(row: Owned): LinkedField | undefined;
}

/** The parts of the statement. Conditions on the component's field are left to us: its index is a bad one to go by. */
function partsOf(strapi: Core.Strapi, sql: Sql, fields: LinkedField[], owners: number[]): Part[] {
  const named = (table: string) => tableName(strapi, table);
  const from = ({ table }: LinkedField) => sql(`${named(table)} as l`);
  const of = (field: RelationField) =>
    from(field).where(Object.fromEntries(Object.entries(field.on).map(([column, value]) => [`l.${column}`, value])));
  const columns = (field: LinkedField, component: string | null) => [
    `l.${field.owner} as owner`,
    `l.${field.target} as id`,
    isRelation(field)
      ? sql.raw('(select ?? from ?? as ?? where ?? = ??) as ??', [
          ...['t.document_id', named(field.targetTable), 't', 't.id', `l.${field.target}`, 'document_id'],
        ])
      : sql.raw('cast(null as varchar) as ??', ['document_id']),
    field.order ? `l.${field.order} as place` : sql.raw('cast(null as float) as place'),
    component ? `${component}.field as component` : sql.raw('cast(null as varchar) as ??', ['component']),
  ];
  const relations = fields.filter(isRelation).map((field): Part => {
    const query = whereIn(strapi, of(field), `l.${field.owner}`, owners);
    return { query: query.select(columns(field, null)), fieldOf: () => field };
  });
  const components = fields.filter(isComponent);
  const nested = components.flatMap((through) =>
    through.relations.map((field): Part => {
      const query = of(field).join(`${named(through.table)} as c`, `c.${through.target}`, `l.${field.owner}`);
      return {
        query: whereIn(strapi, query, `c.${through.owner}`, owners).select(columns(field, 'c')),
        fieldOf: ({ component }) => (component === through.field ? field : undefined),
      };
    })
  );
  const [any] = components;
  if (!any) return relations;
  const query = whereIn(strapi, from(any), `l.${any.owner}`, owners).select(columns(any, 'l'));
  const fieldOf = ({ component }: Owned) => components.find(({ field }) => field === component);
  return [...relations, ...nested, { query, fieldOf }];
}

/** What owners have in all of the fields, in one statement; by field and owner, in its order. */
async function readOwned(strapi: Core.Strapi, fields: LinkedField[], owners: number[]) {
  const parts = partsOf(strapi, await sqlNow(strapi), fields, owners);
  const [first, ...others] = parts.map(({ query }, part) => query.select(query.client.raw(`${part} as part`)));
  const rows: Owned[] = first ? await readRows(strapi, first.unionAll(others)) : [];
  const known = new Map<LinkedField, Map<number, Owned[]>>();
  const nowhere = isPostgres(strapi) ? Number.MAX_VALUE : -Number.MAX_VALUE;
  const placeOf = ({ place }: Owned) => place ?? nowhere;
  for (const row of rows.sort((a, b) => placeOf(a) - placeOf(b))) {
    const field = parts[row.part]?.fieldOf(row);
    // What a relation leads to may be gone, where something wrote past the database's own checks.
    if (!field || (isRelation(field) && row.document_id === null)) continue;
    const owned = known.get(field) ?? new Map<number, Owned[]>();
    known.set(field, owned);
    owned.set(row.owner, [...(owned.get(row.owner) ?? []), row]);
  }
  return (field: LinkedField, owner: unknown): Owned[] => known.get(field)?.get(Number(owner)) ?? [];
}

/** As Strapi's engine gives a populated field. */
const populated = <Value>({ isMany }: LinkedField, values: Value[]) => (isMany ? values : (values[0] ?? null));

type OwnedBy = Awaited<ReturnType<typeof readOwned>>;

function fillRelation(row: Row, field: RelationField, ownedBy: OwnedBy): void {
  const related = ownedBy(field, row.id).map(({ id, document_id: documentId }) => ({ id, documentId }));
  row[field.field] = populated(field, related);
}

/** Fields of one kind of component. */
async function fillComponents(
  strapi: Core.Strapi,
  rows: Row[],
  kind: string,
  fields: ComponentField[],
  ownedBy: OwnedBy
) {
  const ids = rows.flatMap((row) => fields.flatMap((field) => ownedBy(field, row.id).map(({ id }) => id)));
  const where = { id: { $in: ids } };
  const found = (ids.length > 0 ? await entries(strapi, kind).findMany({ where }) : []) as Row[];
  const byId = new Map(found.map((component) => [Number(component.id), component]));
  for (const row of rows) {
    for (const field of fields) {
      const owned = ownedBy(field, row.id)
        .map(({ id }) => byId.get(id))
        .filter((component) => component !== undefined);
      for (const component of owned) for (const relation of field.relations) fillRelation(component, relation, ownedBy);
      row[field.field] = populated(field, owned);
    }
  }
}

/**
 * Fills fields of entries as Strapi's engine would populate them, relations with `id` and `documentId`: in one statement
 * for all of the fields, and one a kind of component that there is any of.
 */
export async function fillLinked(strapi: Core.Strapi, rows: Row[], fields: LinkedField[]): Promise<void> {
  if (rows.length === 0 || fields.length === 0) return;
  const owners = rows.map((row) => Number(row.id));
  const ownedBy = await readOwned(strapi, fields, owners);
  for (const row of rows) for (const field of fields.filter(isRelation)) fillRelation(row, field, ownedBy);
  const components = fields.filter(isComponent);
  for (const kind of new Set(components.map(({ uid }) => uid))) {
    const ofKind = components.filter(({ uid }) => uid === kind);
    await fillComponents(strapi, rows, kind, ofKind, ownedBy);
  }
}
