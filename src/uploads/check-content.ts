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

/**
 * Refuses files whose content is not what their names say, whatever way they come by: the media library, the content
 * API, an address that Strapi fetches. Strapi's own check believes the name where the first bytes say nothing, and those of
 * a page or a script say nothing.
 */
export function checkUploads(strapi: Core.Strapi): void {
  const service = strapi.plugin('upload').service('upload') as UploadService;
  const { upload, replace } = service;
  service.upload = async (input, options) => {
    for (const file of [input.files].flat()) await refuseUnlike(file);
    return upload(input, options);
  };
  service.replace = async (id, input, options) => {
    await refuseUnlike(input.file);
    return replace(id, input, options);
  };
}
