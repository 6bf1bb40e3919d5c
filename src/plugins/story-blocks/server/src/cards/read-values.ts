import { safeUrl } from '../lib/safe-url';

/** An entry as Strapi's query engine gives it. */
export type Row = Record<string, unknown>;

const MAX_DEPTH = 6;

export const text = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
};
export const number = (value: unknown): number | null => {
  const parsed = typeof value === 'string' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : null;
};
export const list = (value: unknown): Row[] => {
  const values = Array.isArray(value) ? value : value ? [value] : [];
  return values.filter((item): item is Row => typeof item === 'object' && item !== null);
};
export const documentId = (value: unknown): string | null => text(list(value)[0]?.documentId);
export const documentIds = (value: unknown): string[] => [
  ...new Set(list(value).flatMap((item) => text(item.documentId) ?? [])),
];
export const address = (value: unknown): string | null => safeUrl(value);

/** Milliseconds of a date, a date-time text or a number; null where it is none. */
export const instant = (value: unknown): number | null => {
  if (value === null || value === undefined || value === '') return null;
  const date = value instanceof Date ? value : new Date(value as string | number);
  const time = date.getTime();
  return Number.isNaN(time) ? null : time;
};

const isRelated = (value: Row) => typeof value.documentId === 'string';

function setting(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH || value instanceof Date) return value instanceof Date ? value.toISOString() : null;
  if (Array.isArray(value)) return value.map((item) => setting(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const row = value as Row;
  if (isRelated(row)) return row.documentId;
  return Object.fromEntries(
    Object.entries(row)
      .filter(([key]) => key !== 'id')
      .map(([key, item]) => [key, setting(item, depth + 1)])
  );
}

/** A component's fields with relations turned to document ids: what a block's `fill` gets as its settings. */
export const settings = (value: unknown): Record<string, unknown> => setting(value, 0) as Record<string, unknown>;
