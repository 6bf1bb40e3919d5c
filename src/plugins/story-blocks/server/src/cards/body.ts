import { isBlank, oneLine } from '../lib/plain-text';
import { safeUrl } from '../lib/safe-url';
import { keptPicture, ONLY_PATHS, type PictureAddresses } from './pictures';

/** A block of a story's body as one line of plain text; a heading is what newsrooms call a crosshead. */
export interface BodyLine {
  kind: 'paragraph' | 'heading';
  text: string;
}

type Node = Record<string, unknown>;

/** Strapi's editor nests lists six deep; a body written through an API may nest without end. */
const MAX_DEPTH = 16;
const INLINE = ['text', 'link'];
/** What each node of Strapi's Blocks may hold; what is not named here is not given out. */
const CHILDREN: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['body', ['paragraph', 'heading', 'quote', 'code', 'list', 'image']],
  ['paragraph', INLINE],
  ['heading', INLINE],
  ['quote', INLINE],
  ['code', INLINE],
  ['list', ['list-item', 'list']],
  ['list-item', [...INLINE, 'list']],
  ['image', INLINE],
  ['link', INLINE],
]);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && typeof (value as Node).type === 'string';

function childrenOf(type: unknown, children: unknown): Node[] {
  if (!Array.isArray(children)) return [];
  return children.filter(
    (child): child is Node => isNode(child) && !!CHILDREN.get(type)?.includes(child.type as string)
  );
}

function inlineText(node: Node, depth: number): string {
  if (depth > MAX_DEPTH) return '';
  if (node.type === 'text') return typeof node.text === 'string' ? node.text : '';
  return childrenOf(node.type, node.children)
    .filter(({ type }) => INLINE.includes(type as string))
    .map((child) => inlineText(child, depth + 1))
    .join('');
}

function linesOf(node: Node, depth: number): BodyLine[] {
  if (depth > MAX_DEPTH || node.type === 'image') return [];
  const nested = childrenOf(node.type, node.children).filter(({ type }) => type === 'list' || type === 'list-item');
  const kind = node.type === 'heading' ? 'heading' : 'paragraph';
  return [{ kind, text: oneLine(inlineText(node, depth)) }, ...nested.flatMap((child) => linesOf(child, depth + 1))];
}

/** A body that is plain text or Markdown: a paragraph ends at a blank line or a heading (`## …`). */
function textBlocks(body: string): Node[] {
  const blocks: Node[] = [];
  let paragraph: string[] = [];
  const add = (block: Node, text: string) => {
    if (!isBlank(text)) blocks.push({ ...block, children: [{ type: 'text', text }] });
  };
  const endParagraph = () => {
    add({ type: 'paragraph' }, oneLine(paragraph.join('\n')));
    paragraph = [];
  };
  for (const line of body.split(/\r\n|[\n\r]/)) {
    const marks = /^ {0,3}(#{1,6})[ \t]/.exec(line);
    if (!marks && line.trim() !== '') {
      paragraph.push(line);
      continue;
    }
    endParagraph();
    if (marks)
      add({ type: 'heading', level: marks[1].length }, oneLine(line.slice(marks[0].length)).replace(/ #+$/, ''));
  }
  endParagraph();
  return blocks;
}

/**
 * The body as plain text, one line a block and one an item of a list. Images and empty blocks give none.
 *
 * @param body - Strapi's Blocks, or plain text with blank lines between paragraphs and Markdown headings. Anything else
 *   gives what of it can be read; never throws.
 */
export function bodyLines(body: unknown): BodyLine[] {
  const blocks = typeof body === 'string' ? textBlocks(body) : childrenOf('body', body);
  return blocks.flatMap((block) => linesOf(block, 0)).filter(({ text }) => !isBlank(text));
}

/** The paragraphs of {@link bodyLines}, without the headings: what a teaser is cut from. */
export function bodyParagraphs(body: unknown): string[] {
  return bodyLines(body).flatMap(({ kind, text }) => (kind === 'paragraph' ? [text] : []));
}

/** Whether a reader sees nothing of a clean node; a picture needs no caption to be seen. */
const isEmpty = ({ type, children }: Node): boolean =>
  type !== 'image' &&
  (children as Node[]).every((child) => (child.type === 'text' ? isBlank(child.text as string) : isEmpty(child)));

function cleanNode(node: Node, pictures: PictureAddresses, depth: number): Node[] {
  if (depth > MAX_DEPTH) return [];
  if (node.type === 'text') return typeof node.text === 'string' ? [node] : [];
  if (!Array.isArray(node.children)) return [];
  const children = childrenOf(node.type, node.children).flatMap((child) => cleanNode(child, pictures, depth + 1));
  if (node.type === 'link') {
    const url = safeUrl(node.url);
    // A link without text keeps its blanks: they stand between words.
    return url === null || isEmpty({ ...node, children }) ? children : [{ ...node, url, children }];
  }
  if (node.type === 'image') {
    const image = keptPicture(node.image, pictures);
    return image === null ? [] : [{ ...node, image, children }];
  }
  const clean = { ...node, children };
  return isEmpty(clean) ? [] : [clean];
}

/**
 * The body as it may be given to readers.
 *
 * @param body - As for {@link bodyLines}.
 * @param pictures - Which addresses are the application's own: they are kept as paths.
 * @returns Strapi's Blocks. A link whose address is not http, https or mailto is replaced by its text; an image with such
 *   an address, nodes of a kind that Strapi doesn't have and what a reader sees nothing of (the empty paragraphs of a
 *   paste) are left out. Never throws; does not change its input.
 */
export function cleanBody(body: unknown, pictures: PictureAddresses = ONLY_PATHS): unknown[] {
  if (typeof body === 'string') return textBlocks(body);
  return childrenOf('body', body).flatMap((block) => cleanNode(block, pictures, 0));
}
