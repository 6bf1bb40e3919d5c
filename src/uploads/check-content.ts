import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { unreadable } from './open-pictures';
import { agrees } from './types';

interface Upload {
  filepath: string;
  originalFilename?: string | null;
  mimetype?: string | null;
  /** What Strapi's own check has found it to be; it is kept as that. */
  detectedMimeType?: string;
}

interface UploadService {
  upload(input: { files: Upload | Upload[] }, options?: unknown): Promise<unknown>;
  replace(id: unknown, input: { file: Upload }, options?: unknown): Promise<unknown>;
}

async function refuseUnlike(file: Upload): Promise<void> {
  const type = file.detectedMimeType ?? file.mimetype;
  if (!type) return;
  const { fileTypeFromFile } = await import('file-type');
  const found = await fileTypeFromFile(file.filepath);
  if (agrees(type, found?.mime)) return;
  const name = file.originalFilename ?? 'The file';
  throw new errors.ValidationError(
    `${name}: its content is not ${type}, which its name says that it is. Send it under its real name.`
  );
}

/** Pictures that are opened and made smaller when they come: all that they hold, however small the file is. */
const OPENED = ['jpeg', 'png', 'webp', 'tiff', 'gif'];
const OPENED_TYPES = OPENED.map((format) => `image/${format}`);
const MILLION = 1_000_000;

/** Whatever it is sent as: Strapi opens each file that it finds to be a picture by its bytes. */
async function refuseUnfit(file: Upload, megapixels: number): Promise<void> {
  const { default: sharp } = await import('sharp');
  const picture = sharp(file.filepath, { animated: true, limitInputPixels: false });
  const metadata = await picture.metadata().catch(() => undefined);
  if (!metadata) {
    if (OPENED_TYPES.includes(file.detectedMimeType ?? file.mimetype ?? '')) throw unreadable(file.originalFilename);
    return;
  }
  const { format, width, pageHeight, height, pages = 1 } = metadata;
  refuseHuge(file, { width, height: pageHeight ?? height, pages }, megapixels);
  if (!OPENED.includes(format)) return;
  // Made small without this, a JPEG is read in part.
  if (pages === 1) picture.extract({ left: 0, top: 0, width, height });
  const small = picture.resize({ width: 16, height: 16, fit: 'inside' }).raw();
  await small.toBuffer().catch(() => {
    throw unreadable(file.originalFilename);
  });
}

interface Extent {
  width: number;
  height: number;
  pages: number;
}

function refuseHuge(file: Upload, { width, height, pages }: Extent, megapixels: number): void {
  if (width * height * pages <= megapixels * MILLION) return;
  const name = file.originalFilename ?? 'The picture';
  throw new errors.ValidationError(
    `${name} is ${width} × ${height} pixels${pages > 1 ? ` × ${pages} pictures` : ''}: more than ${megapixels} million. Send a smaller one.`
  );
}

/**
 * Refuses files whose content is not what their names say, whatever way they come by: the media library, the content
 * API, an address that Strapi fetches. Strapi's own check believes the name where the first bytes say nothing, and those of
 * a page or a script say nothing. A picture of more than `megapixels` million pixels is refused as well: a few
 * kilobytes can hold so many that making it smaller takes minutes and all the memory. So is one that cannot be read to its
 * end. All files of a request are looked at before one of them is stored.
 */
export function checkUploads(strapi: Core.Strapi): void {
  const megapixels = strapi.config.get<number>('plugin::upload.megapixels', 100);
  const check = async (file: Upload) => {
    await refuseUnlike(file);
    await refuseUnfit(file, megapixels);
  };
  const service = strapi.plugin('upload').service('upload') as UploadService;
  const { upload, replace } = service;
  service.upload = async (input, options) => {
    for (const file of [input.files].flat()) await check(file);
    return upload(input, options);
  };
  service.replace = async (id, input, options) => {
    await check(input.file);
    return replace(id, input, options);
  };
}
