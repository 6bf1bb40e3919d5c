import { z } from 'zod';
import { bodyFault } from './body-shape';
import type { Fault } from './fault';
import type { AttributesOf } from './schemas';

/** As of a file's own name: nothing that is a path or ends a line. */
const NAME = /^[^/\\\p{Cc}]*$/u;
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const JSON_OBJECT = z
  .string()
  .transform((text, context) => {
    const value = parsed(text);
    // It came as a text, and is looked through as every body; zod leaves `__proto__` out without a word.
    const fault = value === undefined ? null : bodyFault(value);
    if (value !== undefined && !fault) return value;
    context.addIssue({ code: 'custom', message: fault ? `${fault.parameter} ${fault.message}` : 'must be JSON' });
    return z.NEVER;
  })
  .pipe(z.looseObject({ name: z.string().regex(NAME, 'must not hold slashes or control characters').nullish() }));

const FIELDS = z.looseObject({
  fileInfo: z
    .union([JSON_OBJECT, z.array(JSON_OBJECT), z.looseObject({})], { error: 'must be JSON of an object' })
    .optional(),
  ref: z.string().optional(),
  refId: z
    .union([z.string().regex(/^\d{1,9}$/), z.number().int()], { error: 'must be the number of an entry' })
    .optional(),
  field: z.string().optional(),
});

/** More than anybody chooses in a form: each is a row, a file on the disk, and pictures made of it. */
const MOST_FILES = 50;

/** @param files - As they were received, by the names of their fields. */
export function tooManyFiles(files: Record<string, unknown> = {}): Fault | null {
  const count = Object.values(files).flat().length;
  return count > MOST_FILES
    ? { parameter: 'files', message: `must be ${MOST_FILES} at most: send them in turns` }
    : null;
}

/** What makes the fields beside a sent file unfit: Strapi stores the file first, and fails on them. */
export function uploadFault(body: unknown, attributesOf: AttributesOf): Fault | null {
  const { data, error } = FIELDS.safeParse(body ?? {});
  if (error) {
    const [{ path, message }] = error.issues;
    return { parameter: String(path[0] ?? 'body'), message };
  }
  const { ref, refId, field } = data;
  if (ref === undefined && refId === undefined) return null;
  if (ref === undefined || refId === undefined || field === undefined) {
    return { parameter: 'ref', message: 'must come with refId and field' };
  }
  const attributes = attributesOf(ref);
  if (!attributes) return { parameter: 'ref', message: `"${ref.slice(0, 100)}" is no type` };
  const isMedia = Object.entries(attributes).some(([name, { type }]) => name === field && type === 'media');
  return isMedia ? null : { parameter: 'field', message: `"${field.slice(0, 100)}" holds no file` };
}
