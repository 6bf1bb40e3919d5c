import { COMMON_KEYS } from '@wiredesk/newsroom';
import { newsroomSchema } from './newsroom.schema';

/** Keys of `config/newsroom` that are this plugin's alone. */
export const OWN_KEYS = Object.keys(newsroomSchema.shape).filter(
  (key) => !(COMMON_KEYS as readonly string[]).includes(key)
);
