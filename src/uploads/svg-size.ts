/** What stands before the picture itself: a declaration, comments, the root's own attributes. */
const HEAD = 16_000;
const ROOT = /<(?:\w{1,40}:)?svg(?=[\s/>])[^>]*/i;
/** Sizes without a unit are pixels; of others (`100%`, `3cm`) only the browser knows the pixels. */
const PIXELS = /^\d{1,6}(?:\.\d{1,6})?(?:px)?$/;

const attributeOf = (root: string, name: string): string =>
  new RegExp(`\\s${name}\\s?=\\s?["']([^"']*)["']`, 'i').exec(root)?.[1].trim() ?? '';

const pixelsIn = (text: string | undefined): number | null =>
  text !== undefined && PIXELS.test(text) ? Math.round(Number.parseFloat(text)) || null : null;

/** Whether a file's first bytes, read as text, are those of an SVG. */
export const isSvg = (head: string): boolean => ROOT.test(head.slice(0, HEAD));

/** The size that an SVG says it has. What it draws is not looked at: some hundred bytes can be hours of work. */
export function svgSize(head: string): { width: number | null; height: number | null } {
  const [root = ''] = ROOT.exec(head.slice(0, HEAD)) ?? [];
  const [, , boxWidth, boxHeight] = attributeOf(root, 'viewBox').split(/[\s,]+/);
  const [width, height] = [pixelsIn(attributeOf(root, 'width')), pixelsIn(attributeOf(root, 'height'))];
  if (width !== null && height !== null) return { width, height };
  return { width: pixelsIn(boxWidth), height: pixelsIn(boxHeight) };
}
