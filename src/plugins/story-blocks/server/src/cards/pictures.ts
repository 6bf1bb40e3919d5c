import { safeUrl } from '../lib/safe-url';

/**
 * How addresses of pictures are kept and given out: those of the application's own uploads are kept as paths, so that they
 * follow a move of the application, and given out under its public address.
 */
export interface PictureAddresses {
  /** `server.url`, without a slash at its end; '' where the application does not know under which address it is reached. */
  base: string;
}

/** Where no public address is known. */
export const ONLY_PATHS: PictureAddresses = { base: '' };

const UPLOADS = '/uploads/';
/** Strapi's admin writes its own address before pictures that editors put into a text: on a laptop it is one of these. */
const LOOPBACK = /^https?:\/\/(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])(?::\d+)?(?=\/)/i;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Reads the application's public address.
 *
 * @param serverUrl - `server.url` of Strapi's configuration: an address, a path, or nothing.
 */
export function pictureAddresses(serverUrl: unknown): PictureAddresses {
  const given = typeof serverUrl === 'string' ? serverUrl.trim().replace(/^\/+|(?<!\/)\/+$/g, '') : '';
  if (given === '') return ONLY_PATHS;
  return { base: /^https?:\/\//i.test(given) ? given : `/${given}` };
}

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

function keptUrl(value: unknown, { base }: PictureAddresses, isLocal: boolean): string | null {
  const url = safeUrl(value, { allowRelative: true });
  if (url === null) return null;
  if (base && url.startsWith(`${base}/`)) return url.slice(base.length);
  if (!ABSOLUTE.test(url)) return /^[\w%]/.test(url) ? `/${url}` : url;
  const path = url.replace(LOOPBACK, '');
  if (path !== url && path.startsWith(UPLOADS)) return path;
  const at = url.indexOf(UPLOADS);
  return isLocal && at > 0 ? url.slice(at) : url;
}

/** A picture and its formats, each with its address changed; formats that have none are left out. */
function withUrls(image: Row, change: (url: unknown) => string | null): Row | null {
  const url = change(image.url);
  if (url === null) return null;
  const changed: Row = { ...image, url };
  if ('previewUrl' in image) changed.previewUrl = change(image.previewUrl);
  if (isRow(image.formats)) {
    changed.formats = Object.fromEntries(
      Object.entries(image.formats).flatMap(([name, format]) => {
        const inside = isRow(format) ? withUrls(format, change) : null;
        return inside ? [[name, inside]] : [];
      })
    );
  }
  return changed;
}

/**
 * A picture of a body as it is kept. An upload of the application's own is a path, whichever address Strapi's admin wrote
 * before it.
 *
 * @returns Null where its address is not one that readers may be given.
 */
export function keptPicture(image: unknown, pictures: PictureAddresses): Row | null {
  if (!isRow(image)) return null;
  const isLocal = image.provider === 'local';
  return withUrls(image, (url) => keptUrl(url, pictures, isLocal));
}

/** A picture as readers get it: a path of the application's own stands under its public address, where that is known. */
export function shownPicture<Image extends object>(image: Image, { base }: PictureAddresses): Image {
  if (!base) return image;
  const show = (url: unknown) => (typeof url === 'string' ? (url.startsWith('/') ? `${base}${url}` : url) : null);
  return (withUrls(image as Row, show) ?? image) as Image;
}

/** A kept body as readers get it. */
export function shownBody(body: unknown[], pictures: PictureAddresses): unknown[] {
  if (!pictures.base) return body;
  return body.map((block) =>
    isRow(block) && block.type === 'image' && isRow(block.image)
      ? { ...block, image: shownPicture(block.image, pictures) }
      : block
  );
}
