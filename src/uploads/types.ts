/** What a newsroom puts into stories: pictures, recordings, documents to download. */
const USUAL_TYPES = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/heic',
  'image/tiff',
  'image/svg+xml',
  'audio/*',
  'video/*',
  'application/pdf',
  'text/plain',
  'text/csv',
  'text/vtt',
  'application/vnd.openxmlformats-officedocument.*',
  'application/vnd.oasis.opendocument.*',
];

/** What a browser runs, refused by name and by what it is declared as, whatever the allowed types say. */
export const ACTIVE_TYPES = ['text/html', 'application/xhtml+xml', '*/*javascript', '*/*ecmascript', 'text/xsl'];

/**
 * Reads a list of media types, separated by commas; `image/*` is every picture, an empty list what newsrooms use.
 *
 * @throws Where an entry is no media type, or would let everything in.
 */
export function readUploadTypes(text: string): string[] {
  const types = text
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean);
  for (const type of types) {
    if (!/^[a-z]+\/[\w.+*-]+$/.test(type)) {
      throw new Error(
        `UPLOAD_TYPES: "${type}" is no media type. Write them with commas between them, such as image/*, application/pdf`
      );
    }
  }
  return types.length > 0 ? types : USUAL_TYPES;
}

/**
 * Whether a browser may show an answer of this type by itself. Pictures of points, sound and film hold nothing that
 * runs. An SVG does: pages show it as a picture all the same, and its own address downloads it.
 */
export function isShown(contentType: string): boolean {
  return /^(image|audio|video)\//i.test(contentType) && !/^image\/svg/i.test(contentType);
}

/** Film and sound share their containers. */
const familyOf = (type: string) => {
  const [family = '', rest = ''] = type.toLowerCase().split('/');
  if (family === 'video' || family === 'audio' || rest === 'ogg') return 'recording';
  return family;
};

/**
 * Whether a file's first bytes agree with its type.
 *
 * @param type - What it will be kept as.
 * @param found - What its bytes say; undefined for text, which has no signature.
 */
export function agrees(type: string, found: string | undefined): boolean {
  if (type === 'image/svg+xml') return found === undefined || found === 'application/xml' || found === type;
  const family = familyOf(type);
  if (family === 'image' || family === 'recording') return found !== undefined && familyOf(found) === family;
  if (type === 'application/pdf') return found === type;
  // Text and what office programs write: browsers download it, whatever it holds.
  return true;
}
