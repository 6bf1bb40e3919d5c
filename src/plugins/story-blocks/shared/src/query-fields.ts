import { z } from 'zod';
import { MAX_LIMIT } from './ids';

/** A whole number in an address, within bounds. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(
      z
        .int()
        .min(min, `must be a whole number from ${min} to ${max}`)
        .max(max, `must be a whole number from ${min} to ${max}`)
    );

export const limitQuery = wholeNumber(1, MAX_LIMIT).optional();
/** PostgreSQL takes no null character in a text. */
const isText = (value: string) => !value.includes('\0');

const nameOf = (text: z.ZodString) => text.min(1).max(500).refine(isText, 'must be text');

export const nameQuery = nameOf(z.string());
/** A name that must be given; `missing` says so. */
export const neededName = (missing: string) =>
  nameOf(z.string({ error: ({ input }) => (input === undefined ? missing : undefined) }));
export const localeQuery = z.string().max(35).optional();

/** A list written with commas. */
export const listQuery = z
  .string()
  .max(5000)
  .refine(isText, 'must be text')
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean)
  )
  .pipe(z.array(z.string()));
