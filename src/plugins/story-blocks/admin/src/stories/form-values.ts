import type { RelationChange } from '../../../shared/src/desk-related.contract';

type Item = Record<string, unknown>;

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRelation = (value: Item) => Array.isArray(value.connect) || Array.isArray(value.disconnect);
/** A picture or a file, whole, as the form keeps it. */
const isFile = (value: Item) => typeof value.documentId === 'string' && typeof value.mime === 'string';
/** A node of Strapi's Blocks, which is sent as it is. */
const isNode = (value: Item) => typeof value.type === 'string' && Array.isArray(value.children);

const idOf = (item: Item) => {
  const { documentId } = { ...item, ...(isItem(item.apiData) ? item.apiData : {}) };
  return typeof documentId === 'string' ? documentId : null;
};
const itemsOf = (value: unknown): Item[] => (Array.isArray(value) ? value.filter(isItem) : []);

/** A relation field as the server takes it: what was linked and unlinked, by document ids. */
export function toChange(value: unknown): RelationChange {
  const { connect, disconnect } = isItem(value) ? value : {};
  return {
    connect: itemsOf(connect).flatMap((item) => {
      const documentId = idOf(item);
      const position = isItem(item.apiData) && isItem(item.apiData.position) ? item.apiData.position : {};
      const before = typeof position.before === 'string' ? { before: position.before } : {};
      return documentId ? [{ documentId, ...before }] : [];
    }),
    disconnect: itemsOf(disconnect).flatMap((item) => idOf(item) ?? []),
  };
}

function toSent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSent);
  if (!isItem(value) || isNode(value)) return value;
  if (isRelation(value)) return toChange(value);
  if (isFile(value)) return { documentId: value.documentId };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toSent(item)]));
}

/**
 * A story's form as the server takes it: relations as what was linked and unlinked, by document ids; files by theirs.
 *
 * @param fields - Those that are sent.
 */
export function toFormValues(values: Readonly<Item>, fields: readonly string[]): Item {
  return Object.fromEntries(
    fields.filter((field) => values[field] !== undefined).map((field) => [field, toSent(values[field])])
  );
}
