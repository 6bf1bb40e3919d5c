import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
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
const OPENED = /^image\/(?!svg)/;
const MILLION = 1_000_000;

async function refuseHuge(file: Upload, megapixels: number): Promise<void> {
  if (!OPENED.test(file.detectedMimeType ?? file.mimetype ?? '')) return;
  const { default: sharp } = await import('sharp');
  // What cannot be read as a picture is not opened either.
  const {
    width = 0,
    height = 0,
    pages = 1,
  } = await sharp(file.filepath, { limitInputPixels: false })
    .metadata()
    .catch(() => ({}) as { width?: number; height?: number; pages?: number });
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
 * kilobytes can hold so many that making it smaller takes minutes and all the memory.
 */
export function checkUploads(strapi: Core.Strapi): void {
  const megapixels = strapi.config.get<number>('plugin::upload.megapixels', 100);
  const check = async (file: Upload) => {
    await refuseUnlike(file);
    await refuseHuge(file, megapixels);
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
