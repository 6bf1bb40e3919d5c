import { type Fault, isReserved } from './fault';
import { parameterOf, type Question } from './questions-within';
import { type Attribute, type AttributesOf, targetOf } from './schemas';
import { isGroup, isPlace } from './values';

const LOGIC = new Set(['$and', '$or', '$not']);
/** Strapi takes lists of filters and other fields around a field, and fails on them within one. */
const isNoComparison = (key: string) => ['$and', '$or'].includes(key) || !/^(?:\$|\d+$)/.test(key);
/** Operators that compare with a value of the field's own type. */
const COMPARES = new Set(['$eq', '$ne', '$in', '$notIn', '$gt', '$gte', '$lt', '$lte', '$between']);
const LARGEST_INTEGER = 2 ** 31;
const DAY = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/;

function isDay(text: string): boolean {
  const [day] = DAY.exec(text) ?? [];
  return day !== undefined && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

const isMoment = (text: string): boolean =>
  /^-?\d{1,15}$/.test(text) ||
  /^\d{4}-\d\d$/.test(text) ||
  (isDay(text) && !Number.isNaN(Date.parse(text.replace(/(T.*[+-]\d\d)$/, '$1:00').replace(' ', 'T'))));

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
const isInteger = (text: string): boolean => /^\s*[+-]?\d+\s*$/.test(text) && Math.abs(Number(text)) < LARGEST_INTEGER;

/** Types whose values Strapi or the database would fail on, and what they must be. */
const VALUES: Record<string, [fits: (text: string) => boolean, what: string]> = {
  integer: [isInteger, 'a whole number'],
  biginteger: [(text) => /^\s*[+-]?\d{1,18}\s*$/.test(text), 'a whole number'],
  float: [isNumber, 'a number'],
  decimal: [isNumber, 'a number'],
  date: [isDay, 'a day such as 2026-03-01'],
  datetime: [isMoment, 'a moment such as 2026-03-01T12:00:00Z'],
  timestamp: [isMoment, 'a moment such as 2026-03-01T12:00:00Z'],
  time: [(text) => /^(?:2[0-3]|[01]\d):[0-5]\d:[0-5]\d(?:\.\d{1,3})?$/.test(text), 'a time such as 12:00:00'],
};

const ID: Attribute = { type: 'integer' };

/**
 * The first value of `filters` that its field cannot be compared with: a text for a number, a day that there is none of.
 * Fields that the type does not have are left to Strapi, which refuses them by name.
 */
export function filterFault(question: Question, attributesOf: AttributesOf): Fault | null {
  const { filters, uid } = question;
  if (uid === undefined) return null;
  const open: { value: unknown; uid: string; path: string }[] = [
    { value: filters, uid, path: parameterOf(question, 'filters') },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    if (!isGroup(next.value)) continue;
    const attributes = attributesOf(next.uid) ?? {};
    for (const [key, value] of Object.entries(next.value)) {
      const path = `${next.path}[${key}]`;
      if (LOGIC.has(key) || isPlace(key)) {
        open.push({ value, uid: next.uid, path });
        continue;
      }
      const attribute = key === 'id' ? ID : isReserved(key) ? undefined : attributes[key];
      const target = targetOf(attribute);
      if (target && isGroup(value)) open.push({ value, uid: target, path });
      else if (!target && attribute && isGroup(value) && Object.keys(value).some(isNoComparison)) {
        return { parameter: path, message: 'must hold operators such as $eq; $and and $or stand around the field' };
      } else if (attribute && VALUES[attribute.type]) {
        const message = valueFault(value, attribute.type);
        if (message !== null) return { parameter: path, message };
      }
    }
  }
  return null;
}

function valueFault(value: unknown, type: string): string | null {
  const [fits, what] = VALUES[type];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const item = open.pop();
    if (isGroup(item)) {
      for (const [operator, below] of Object.entries(item)) {
        if (COMPARES.has(operator) || operator === '$not' || /^\d+$/.test(operator)) open.push(below);
      }
    } else if (typeof item === 'string' && !fits(item)) return `must be ${what}`;
  }
  return null;
}
