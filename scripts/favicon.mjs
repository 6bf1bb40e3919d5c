// node scripts/favicon.mjs: draws favicon.ico, which Strapi reads from the application's folder.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SIZE = 32;
const HEADER = { file: 6, entry: 16, bitmap: 40 };
/** Blue, green, red, opacity, as bitmaps have it. */
const INK = [0x6b, 0x2f, 0x0b, 0xff];
const PAPER = [0xff, 0xff, 0xff, 0xff];
const NOTHING = [0, 0, 0, 0];

/** The W, from corner to corner; half a stroke on each side of it. */
const STROKES = [
  [6, 8, 11, 24],
  [11, 24, 16, 12],
  [16, 12, 21, 24],
  [21, 24, 26, 8],
];
const HALF_STROKE = 1.9;
const CORNER = 6;

function distanceTo([x1, y1, x2, y2], x, y) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

function colourAt(x, y) {
  const inset = (at) => Math.max(CORNER - at, at - (SIZE - CORNER), 0);
  if (Math.hypot(inset(x), inset(y)) > CORNER) return NOTHING;
  return STROKES.some((stroke) => distanceTo(stroke, x, y) <= HALF_STROKE) ? PAPER : INK;
}

/**
 * Draws the application's icon: a white W on a blue square with round corners.
 *
 * @returns {Buffer} An ICO file of one bitmap, 32 by 32, 32 bits a pixel: a form that every browser has always read.
 */
export function drawFavicon() {
  const pixels = SIZE * SIZE * 4;
  // A row of the mask has a bit a pixel. Opacity says the same, so it stays empty.
  const mask = (SIZE * SIZE) / 8;
  const file = Buffer.alloc(HEADER.file + HEADER.entry + HEADER.bitmap + pixels + mask);
  file.writeUInt16LE(1, 2); // an icon
  file.writeUInt16LE(1, 4); // of one picture
  const entry = HEADER.file;
  file.writeUInt8(SIZE, entry);
  file.writeUInt8(SIZE, entry + 1);
  file.writeUInt16LE(1, entry + 4);
  file.writeUInt16LE(32, entry + 6);
  file.writeUInt32LE(HEADER.bitmap + pixels + mask, entry + 8);
  file.writeUInt32LE(HEADER.file + HEADER.entry, entry + 12);
  const bitmap = HEADER.file + HEADER.entry;
  file.writeUInt32LE(HEADER.bitmap, bitmap);
  file.writeInt32LE(SIZE, bitmap + 4);
  file.writeInt32LE(SIZE * 2, bitmap + 8); // the mask counts
  file.writeUInt16LE(1, bitmap + 12);
  file.writeUInt16LE(32, bitmap + 14);
  for (let row = 0; row < SIZE; row += 1) {
    for (let column = 0; column < SIZE; column += 1) {
      // Bitmaps stand on their heads.
      const at = bitmap + HEADER.bitmap + ((SIZE - 1 - row) * SIZE + column) * 4;
      Buffer.from(colourAt(column + 0.5, row + 0.5)).copy(file, at);
    }
  }
  return file;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  fs.writeFileSync(path.resolve(import.meta.dirname, '../favicon.ico'), drawFavicon());
}
