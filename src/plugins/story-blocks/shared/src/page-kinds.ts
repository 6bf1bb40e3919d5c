import { z } from 'zod';

/** Whose front a page is, such as `section`. Plugins may add kinds: the OpenAPI document names those that we have. */
export const frontKindSchema = z.string().meta({ kindsOf: 'front' });
/** What a page is called in receipts: `story`, `front`, or as the plugin says that adds the kind. */
export const pageNameSchema = z.string().meta({ kindsOf: 'page' });
