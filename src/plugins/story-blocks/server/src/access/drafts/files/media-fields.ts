import type { Attribute, Schemas } from '../../../newsroom';

type Change = (id: unknown) => unknown;
type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const each = (value: unknown, change: Change): unknown =>
  Array.isArray(value) ? value.map((one) => change(one)) : change(value);

/** A media field as a write may name files: `7`, `[7, 8]`, `{ id: 7 }`, `{ set: … }`, `{ connect: …, disconnect: … }`. */
function inMedia(value: unknown, change: Change): unknown {
  const inFile: Change = (one) => {
    if (isFields(one)) return Object.hasOwn(one, 'id') ? { ...one, id: change(one.id) } : one;
    return one === null || one === undefined ? one : change(one);
  };
  if (!isFields(value) || Object.hasOwn(value, 'id')) return each(value, inFile);
  const attached = ['set', 'connect'].filter((key) => Object.hasOwn(value, key));
  return { ...value, ...Object.fromEntries(attached.map((key) => [key, each(value[key], inFile)])) };
}

/**
 * What is written to a content type or component, with the number of every file in it changed: those of its media fields
 * and of the components in it, however deep.
 */
export function changeFiles(schemas: Schemas, uid: string | undefined, data: unknown, change: Change): unknown {
  const model = uid ? (schemas.contentTypes[uid] ?? schemas.components[uid]) : undefined;
  if (!model || !isFields(data)) return data;
  const changed = Object.entries(data).map(([name, value]) => {
    const attribute = model.attributes[name];
    if (attribute?.type === 'media') return [name, inMedia(value, change)];
    if (attribute?.type === 'component')
      return [name, each(value, (part) => changeFiles(schemas, attribute.component, part, change))];
    if (attribute?.type === 'dynamiczone')
      return [name, each(value, (part) => changeFiles(schemas, componentOf(part), part, change))];
    return [name, value];
  });
  return Object.fromEntries(changed);
}

const componentOf = (part: unknown): string | undefined =>
  isFields(part) && typeof part.__component === 'string' ? part.__component : undefined;

/** A populate of Strapi's query engine for every file that an entry has, in fields of its own or of components. */
export function populateFiles(
  { contentTypes, components }: Schemas,
  uid: string,
  within: readonly string[] = []
): object {
  const model = contentTypes[uid] ?? components[uid];
  if (!model || within.includes(uid)) return {};
  const inner = (component: string) => ({
    populate: populateFiles({ contentTypes, components }, component, [...within, uid]),
  });
  const partOf = (attribute: Attribute): object | undefined => {
    if (attribute.type === 'media') return { select: ['id'] };
    if (attribute.type === 'component' && attribute.component) return inner(attribute.component);
    if (attribute.type !== 'dynamiczone') return undefined;
    return { on: Object.fromEntries((attribute.components ?? []).map((component) => [component, inner(component)])) };
  };
  const parts = Object.entries(model.attributes).map(([name, attribute]) => [name, partOf(attribute)] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}
