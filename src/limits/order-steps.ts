import { isReserved } from './fault';
import type { Question } from './questions-within';
import { type Attribute, type AttributesOf, targetOf } from './schemas';
import { isGroup, isPlace } from './values';

/** Fields that every entry has, and no schema. */
const OF_ENTRIES = ['id', 'documentId'];

/**
 * The first order that leads on from a plain field, such as `title.asc`: Strapi hands the rest to the database as a
 * direction. Fields that the type does not have are left to Strapi, which refuses them by name.
 */
export function orderFault({ sort, uid }: Pick<Question, 'sort' | 'uid'>, attributesOf: AttributesOf): string | null {
  if (uid === undefined) return null;
  const attributeOf = (type: string, name: string): Attribute | undefined =>
    isReserved(name) ? undefined : attributesOf(type)?.[name];

  function ofNames([name, ...further]: string[], type: string): boolean {
    if (further.length === 0) return true;
    const attribute = attributeOf(type, name);
    const target = targetOf(attribute);
    if (target) return ofNames(further, target);
    return attribute === undefined && !OF_ENTRIES.includes(name);
  }

  function ofGroup(value: Record<string, unknown>, type: string): boolean {
    return Object.entries(value).every(([name, below]) => {
      if (isPlace(name)) return isFit(below, type);
      if (!isGroup(below)) return true;
      const attribute = attributeOf(type, name);
      const target = targetOf(attribute);
      return target ? isFit(below, target) : attribute === undefined && !OF_ENTRIES.includes(name);
    });
  }

  function isFit(value: unknown, type: string): boolean {
    if (isGroup(value)) return ofGroup(value, type);
    if (typeof value !== 'string') return true;
    return value.split(',').every((order) => ofNames(order.trim().split(':')[0].split('.'), type));
  }

  return isFit(sort, uid) ? null : 'must not lead on from a field that leads nowhere: write title:asc';
}
