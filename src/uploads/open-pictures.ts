import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isSvg, svgSize } from './svg-size';

interface Picture {
  name?: string;
  mime?: string;
  filepath?: string;
  getStream(): Readable;
}
interface Size {
  width: number | null;
  height: number | null;
}
interface Manipulation {
  isImage(file: Picture): Promise<boolean>;
  isFaultyImage(file: Picture): Promise<boolean>;
  getDimensions(file: Picture): Promise<Size>;
}

/** libvips's names of what reads the pictures that cameras and programs make. */
const READERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((format) => `VipsForeignLoad${format}`);
const SVG = 'image/svg+xml';
const HEAD_BYTES = 64_000;

async function headOf({ filepath, getStream }: Picture): Promise<string> {
  const stream = filepath ? createReadStream(filepath, { end: HEAD_BYTES }) : getStream();
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    parts.push(part as Buffer);
    length += (part as Buffer).length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What a picture is refused with that cannot be read to its end. */
export const unreadable = (name: string | null | undefined): Error =>
  new errors.ValidationError(
    `${name ?? 'The file'} is no picture that can be read: it is damaged, or not what it says. Save it anew and send that.`
  );

/**
 * Opens pictures of points alone, whatever a file is sent as. An SVG is a program: one of some hundred bytes keeps the
 * library at work for hours, and it works where files are served, too. Its size is read from its text.
 */
export async function openPictures(strapi: Core.Strapi): Promise<void> {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: READERS });

  const service = strapi.plugin('upload').service('image-manipulation') as Manipulation;
  const { isImage, isFaultyImage, getDimensions } = service;
  service.isImage = async (file) => file.mime === SVG || isImage(file);
  service.isFaultyImage = async (file) => file.mime !== SVG && isFaultyImage(file);
  // The admin's logos come without a type.
  service.getDimensions = async (file) => {
    if (file.mime === SVG) return svgSize(await headOf(file));
    try {
      return await getDimensions(file);
    } catch {
      const head = await headOf(file);
      if (isSvg(head)) return svgSize(head);
      throw unreadable(file.name);
    }
  };
}
