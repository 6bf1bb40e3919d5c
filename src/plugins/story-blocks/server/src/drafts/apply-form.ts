import { invalid } from '@wiredesk/strapi-kit/server';
import { relationValueSchema } from '../../../shared/src';
import type { Attribute, Model, Schemas } from '../newsroom';
import { changedRelation } from './changed-relation';
import type { MayLink } from './new-links';

/** An entry as it was saved: relations and files by document id, components whole. */
export type SavedRow = Record<string, unknown>;
type Item = Record<string, unknown>;
type Path = (string | number)[];

interface FormRules {
  attributes: Model['attributes'];
  components: Schemas['components'];
  mayLink: MayLink;
}

const itemsOf = (value: unknown): Item[] =>
  (Array.isArray(value) ? value : value ? [value] : []).filter(
    (item): item is Item => typeof item === 'object' && item !== null
  );
const idsOf = (value: unknown): string[] =>
  itemsOf(value).flatMap(({ documentId }) => (typeof documentId === 'string' ? [documentId] : []));

function applyRelation(saved: unknown, value: unknown, attribute: Attribute, path: Path, rules: FormRules): Item[] {
  const change = relationValueSchema.safeParse(value ?? []);
  if (!change.success) throw invalid(`${path.join('.')}: ${change.error.issues[0].message}`, path);
  const before = idsOf(saved);
  const mayStand = (id: string) => before.includes(id) || rules.mayLink(attribute.target ?? '', id);
  const after = changedRelation(before, change.data).filter(mayStand);
  const isOne = attribute.relation?.endsWith('ToOne') ?? false;
  return (isOne ? after.slice(-1) : after).map((documentId) => ({ documentId }));
}

function applyComponent(saved: unknown, value: unknown, attribute: Attribute, path: Path, rules: FormRules): Item[] {
  const { attributes = {} } = rules.components[attribute.component ?? ''] ?? {};
  const rows = itemsOf(saved);
  return itemsOf(value).map((item, index) => {
    // A form keeps the ids of the rows that it was filled from.
    const row = rows.find(({ id }) => id !== undefined && String(id) === String(item.id)) ?? {};
    return applyValues(row, item, [...path, index], { ...rules, attributes });
  });
}

function applyValue(saved: unknown, value: unknown, attribute: Attribute, path: Path, rules: FormRules): unknown {
  switch (attribute.type) {
    case 'relation':
      return applyRelation(saved, value, attribute, path, rules);
    case 'component':
      return applyComponent(saved, value, attribute, path, rules);
    case 'media':
      return idsOf(value).map((documentId) => ({ documentId }));
    case 'blocks':
    case 'json':
      return value;
    default:
      if (typeof value === 'object' && value !== null) {
        throw invalid(`${path.join('.')}: must be one value, not a list or an object`, path);
      }
      return value;
  }
}

function applyValues(saved: SavedRow, values: Item, path: Path, rules: FormRules): SavedRow {
  const known = Object.entries(values).filter(([name]) => rules.attributes[name]);
  return {
    ...saved,
    ...Object.fromEntries(
      known.map(([name, value]) => [
        name,
        applyValue(saved[name], value, rules.attributes[name], [...path, name], rules),
      ])
    ),
  };
}

/**
 * An entry as it will stand once its form is saved.
 *
 * @param values - The form's fields by name; those that the content type does not have are left out, and what the form
 *   leaves out stays as it was saved.
 * @throws A 400 that names the field, where a value is none that the field could hold.
 */
export const applyForm = (saved: SavedRow, values: Item, rules: FormRules): SavedRow =>
  applyValues(saved, values, ['values'], rules);
