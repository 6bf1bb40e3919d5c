import { z } from 'zod';

/** Text within bounds; PostgreSQL takes no null character in one. */
export const textField = (max: number) =>
  z
    .string()
    .max(max, `must have ${max} characters at most`)
    .refine((value) => !value.includes('\0'), 'must not hold null characters');

export const localeField = textField(35);
export const styleField = textField(50);
export const dayField = z.iso.date('must be a day such as 2026-04-22');
/** A day or an instant. */
export const momentField = z.union([dayField, z.iso.datetime({ offset: true })], 'must be a day or an instant');
export const idField = textField(100).min(1);
