import { isFieldName, isGroup, isPlace } from './values';

const isLogic = (key: string) => /^\$(and|or|not)$/i.test(key);

/** How often filters lead to other entries. */
export function relationsIn(filters: unknown): number {
  if (!isGroup(filters)) return 0;
  return Object.entries(filters).reduce((sum, [key, value]) => {
    const leadsOn = isFieldName(key) && isGroup(value) && Object.keys(value).some(isFieldName);
    return sum + Number(leadsOn) + relationsIn(value);
  }, 0);
}

/** Operators that read every text of the archive from its first letter to its last, and take no index. */
const SEARCHES = /^\$(?:not)?(?:contains|startsWith|endsWith)i?$/i;

/** How many texts filters search for. */
export function searchesIn(filters: unknown): number {
  if (!isGroup(filters)) return 0;
  return Object.entries(filters).reduce(
    (sum, [key, value]) => sum + (SEARCHES.test(key) ? valuesIn(value) : searchesIn(value)),
    0
  );
}

const valuesIn = (value: unknown): number =>
  isGroup(value) ? Object.values(value).reduce<number>((sum, below) => sum + valuesIn(below), 0) : 1;

/** Whether a value is filters by field and operator, as Strapi reads them: no list, and no text. */
const isFilters = (value: unknown) => isGroup(value) && !Object.keys(value).some(isPlace);

/** Whether `$and`, `$or` or `$not` holds filters: the first two a list of them, the last one, of which Strapi takes no list. */
function holdsFilters(key: string, value: unknown): boolean {
  if (!isGroup(value)) return false;
  return /^\$not$/i.test(key) ? isFilters(value) : Object.values(value).every(isFilters);
}

const isComparison = (key: string) => key.startsWith('$') && !isLogic(key);
/** A driver of a database fails on anything else, and may leave its transaction open. */
const isListOfValues = (value: Record<string, unknown>) =>
  Object.entries(value).every(([key, item]) => isPlace(key) && !isGroup(item));

/** @param within - Whether a field holds them: there `$not` may have a value. */
function faultWithin(filters: unknown, within: boolean): string | null {
  if (!isGroup(filters)) return null;
  for (const [key, value] of Object.entries(filters)) {
    const isValue = within && /^\$not$/i.test(key);
    if (isValue && isGroup(value) && Object.entries(value).some(([place, item]) => isPlace(place) && isGroup(item))) {
      return `must hold values or filters in ${key}, and no list of filters`;
    }
    if (isLogic(key) && !isValue && !holdsFilters(key, value)) return `must hold filters in ${key}`;
    if (/^\$between$/i.test(key) && !(isGroup(value) && Object.keys(value).length === 2)) {
      return 'must hold two values in $between';
    }
    if (isComparison(key) && isGroup(value) && !isListOfValues(value)) return `must hold a value or a list in ${key}`;
    const message = faultWithin(value, isFieldName(key) || (within && !isLogic(key)) || isValue);
    if (message !== null) return message;
  }
  return null;
}

/** What makes filters none, whatever the fields are: Strapi fails on a list where it looks for them, or on an empty group. */
export function filterShapeFault(filters: unknown): string | null {
  if (filters === null || filters === undefined) return null;
  return isFilters(filters) ? faultWithin(filters, false) : 'must be filters by field, such as filters[title][$eq]';
}
