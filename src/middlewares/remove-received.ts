import fs from 'node:fs/promises';
import type { Core } from '@strapi/strapi';

interface Received {
  filepath?: string;
}

/**
 * Removes the files of a request from the system's temporary folder when it is answered. Strapi leaves them there where it
 * refuses the request, and all that come under another name than `files`. Stands after `strapi::body`, which receives them.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    ctx.state.bodyIsRead = true;
    const files = (ctx.request as { files?: Record<string, Received | Received[]> }).files ?? {};
    const received = Object.values(files).flat();
    try {
      await next();
    } finally {
      await Promise.all(
        received.map(({ filepath }) =>
          filepath
            ? fs
                .rm(filepath, { force: true })
                .catch((error: Error) => strapi.log.warn(`${filepath} stays: ${error.message}`))
            : undefined
        )
      );
    }
  };
