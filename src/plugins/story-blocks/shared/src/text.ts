import { z } from 'zod';

/** Text that both databases can keep: PostgreSQL takes no null character. */
export const plainText = z.string().refine((value) => !value.includes('\0'), 'must not hold a null character');
