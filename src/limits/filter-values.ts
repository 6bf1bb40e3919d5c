import { type Fault, isReserved } from './fault';
import { parameterOf, type Question } from './questions-within';
import { type Attribute, type AttributesOf, targetOf } from './schemas';
import { isGroup, isPlace } from './values';

const LOGIC = new Set(['$and', '$or', '$not']);
/** Strapi takes lists of filters and other fields around a field, and fails on them within one. */
const isNoComparison = (key: string) => ['$and', '$or'].includes(key) || !/^(?:\$|\d+$)/.test(key);
const holdsNoComparison = (value: unknown): boolean =>
  isGroup(value) && Object.entries(value).some(([key, below]) => isNoComparison(key) || holdsNoComparison(below));
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

/** Fields that every entry has, and no schema. Components, whose uids name no kind, have no document id. */
const ID: Attribute = { type: 'integer' };
const DOCUMENT_ID: Attribute = { type: 'string' };
const isComponent = (uid: string) => !uid.includes('::');

/**
 * The first value of `filters` that its field cannot be compared with: a text for a number, a day that there is none of.
 * Fields that the type does not have are left to Strapi, which refuses them by name.
 */
export function filterFault(question: Question, attributesOf: AttributesOf): Fault | null {
  const { filters, uid } = question;
  if (uid === undefined) return null;
  /** `inLogic`: whether `$and`, `$or` or `$not` holds it, where only fields are compared. */
  const open: { value: unknown; uid: string; path: string; inLogic: boolean; inRelation: boolean }[] = [
    { value: filters, uid, path: parameterOf(question, 'filters'), inLogic: false, inRelation: false },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    if (!isGroup(next.value)) continue;
    const attributes = attributesOf(next.uid) ?? {};
    for (const [key, value] of Object.entries(next.value)) {
      const path = `${next.path}[${key}]`;
      if (key === '$not' && next.inRelation) {
        return { parameter: path, message: 'must stand around the relation, and not in it' };
      }
      if (LOGIC.has(key) || isPlace(key)) {
        open.push({ ...next, value, path, inLogic: next.inLogic || LOGIC.has(key) });
        continue;
      }
      if (next.inLogic && key.startsWith('$')) {
        return { parameter: path, message: 'must stand in a field; $and, $or and $not hold fields' };
      }
      if (key === 'documentId' && isComponent(next.uid)) {
        return { parameter: path, message: 'is no field of a component: filter by its own fields' };
      }
      const attribute = attributeOf(key, attributes);
      const target = targetOf(attribute);
      if (target && isGroup(value)) open.push({ value, uid: target, path, inLogic: false, inRelation: true });
      else if (!target && attribute && holdsNoComparison(value)) {
        return { parameter: path, message: 'must hold operators such as $eq; $and and $or stand around the field' };
      } else if (attribute && VALUES[attribute.type]) {
        const message = valueFault(value, attribute.type);
        if (message !== null) return { parameter: path, message };
      }
    }
  }
  return null;
}

function attributeOf(key: string, attributes: Record<string, Attribute>): Attribute | undefined {
  if (key === 'id') return ID;
  if (key === 'documentId') return DOCUMENT_ID;
  return isReserved(key) ? undefined : attributes[key];
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
