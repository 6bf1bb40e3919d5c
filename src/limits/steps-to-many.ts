import { isReserved } from './fault';
import type { Question } from './questions-within';
import { type AttributesOf, leadsToMany, targetOf } from './schemas';
import { isFieldName, isGroup } from './values';

/**
 * How often filters and orders lead to many entries at once: through topics, credits, other languages. The database joins
 * each of them anew, so that a story with ten topics becomes ten rows, then a hundred, then a thousand.
 */
export function stepsToMany({ filters, sort, uid }: Question, attributesOf: AttributesOf): number {
  let steps = 0;

  function stepInto(name: string, at: string): string | undefined {
    const attribute = isReserved(name) ? undefined : attributesOf(at)?.[name];
    const target = targetOf(attribute);
    if (attribute && (target || attribute.type === 'dynamiczone') && leadsToMany(attribute)) steps += 1;
    return target;
  }

  function inFilters(value: unknown, at: string): void {
    if (!isGroup(value)) return;
    for (const [key, below] of Object.entries(value)) {
      const target = isFieldName(key) ? stepInto(key, at) : at;
      if (target) inFilters(below, target);
    }
  }

  function inSort(value: unknown, at: string): void {
    if (typeof value === 'string') {
      for (const one of value.split(',')) {
        let here: string | undefined = at;
        for (const name of one.trim().split(':')[0].split('.')) here = here && stepInto(name, here);
      }
    } else if (isGroup(value)) inFilters(value, at);
  }

  if (uid !== undefined) {
    inFilters(filters, uid);
    for (const one of Array.isArray(sort) ? sort : [sort]) inSort(one, uid);
  }
  return steps;
}
