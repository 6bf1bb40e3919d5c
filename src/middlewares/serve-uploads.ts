import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { isShown } from '../uploads/types';

/** Nothing runs, nothing is asked, and what is opened belongs to no origin; a picture keeps its own styles. */
const POLICY = "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** One part of a file, as browsers ask for it. */
const RANGE = /^bytes=\d{1,15}-\d{0,15}$/;

/** Whether a path names an uploaded file: as the file server reads it, which decodes, and takes `..` and `//` away. */
function isUpload(asked: string): boolean {
  try {
    return path.posix
      .normalize(`/${decodeURIComponent(asked)}`)
      .toLowerCase()
      .startsWith('/uploads/');
  } catch {
    // No path at all: the file server refuses it.
    return false;
  }
}

/**
 * Keeps uploaded files from running as pages of the admin's origin, those from before their types were checked among
 * them: browsers neither guess another type nor run a script, and download what is not a picture, sound or film.
 */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  if (!isUpload(ctx.path)) return next();
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Security-Policy', POLICY);
  // The file server takes any number for a part of the file, also one past its end.
  if (!RANGE.test(ctx.get('Range'))) delete ctx.req.headers.range;
  await next();
  if (Number(ctx.response.get('Content-Length')) < 0) ctx.throw(416);
  if (ctx.status < 400 && !isShown(ctx.response.get('Content-Type'))) ctx.set('Content-Disposition', 'attachment');
};
