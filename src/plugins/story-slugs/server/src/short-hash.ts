import { createHash } from 'node:crypto';

/** Ten hexadecimal digits that stay the same for the same text. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
