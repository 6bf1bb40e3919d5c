import { oneLine } from '../http/plain-text';
import { safeUrl } from '../http/safe-url';

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
    if (text !== '') blocks.push({ ...block, children: [{ type: 'text', text }] });
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
  return blocks.flatMap((block) => linesOf(block, 0)).filter(({ text }) => text !== '');
}

/** The paragraphs of {@link bodyLines}, without the headings: what a teaser is cut from. */
export function bodyParagraphs(body: unknown): string[] {
  return bodyLines(body).flatMap(({ kind, text }) => (kind === 'paragraph' ? [text] : []));
}

function cleanNode(node: Node, depth: number): Node[] {
  if (depth > MAX_DEPTH) return [];
  if (node.type === 'text') return typeof node.text === 'string' ? [node] : [];
  if (!Array.isArray(node.children)) return [];
  const children = childrenOf(node.type, node.children).flatMap((child) => cleanNode(child, depth + 1));
  if (node.type === 'link') {
    const url = safeUrl(node.url);
    return url === null ? children : [{ ...node, url, children }];
  }
  if (node.type === 'image') {
    const image = typeof node.image === 'object' && node.image !== null ? (node.image as Node) : {};
    // Strapi's own uploads are addressed within the site.
    const url = safeUrl(image.url, { allowRelative: true });
    return url === null ? [] : [{ ...node, image: { ...image, url }, children }];
  }
  return [{ ...node, children }];
}

/**
 * The body as it may be given to readers.
 *
 * @param body - As for {@link bodyLines}.
 * @returns Strapi's Blocks. A link whose address is not http, https or mailto is replaced by its text, an image with such
 *   an address and nodes of a kind that Strapi doesn't have are left out. Never throws; does not change its input.
 */
export function cleanBody(body: unknown): unknown[] {
  if (typeof body === 'string') return textBlocks(body);
  return childrenOf('body', body).flatMap((block) => cleanNode(block, 0));
}
