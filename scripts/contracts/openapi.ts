import { datelinesApi } from '../../src/plugins/datelines/shared/src/openapi';
import pkg from '../../src/plugins/story-blocks/package.json';
import { buildDocument, storyBlocksApi } from '../../src/plugins/story-blocks/shared/src/openapi';
import { storySlugsApi } from '../../src/plugins/story-slugs/shared/src/openapi';

/**
 * The OpenAPI document of the application's plugins.
 *
 * @param options.closed - Whether an answer with a field that is not named there is wrong; for tests.
 */
export const openApiDocument = (options: { closed?: boolean } = {}) =>
  buildDocument([storyBlocksApi, storySlugsApi, datelinesApi], { version: pkg.version, ...options });
