import { MAX_OPENING } from '../../../shared/src/limits';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const childrenOf = ({ children }: Node): Node[] => (Array.isArray(children) ? children.filter(isNode) : []);
const textOf = (node: Node): string =>
  typeof node.text === 'string' ? node.text : childrenOf(node).map(textOf).join('');

/** White space, and characters without a shape. */
const BLANKS = /^[\s\p{Default_Ignorable_Code_Point}]*/u;
const blanks = (text: string) => BLANKS.exec(text)?.[0].length ?? 0;

/** The first paragraph with a text: what a paste left empty stands before it, crossheads and pictures too. */
function firstParagraph(body: unknown): { blocks: Node[]; at: number; text: string } | null {
  const blocks = Array.isArray(body) ? body.filter(isNode) : [];
  const at = blocks.findIndex((block) => {
    const text = textOf(block);
    return text.length > blanks(text) && block.type !== 'heading' && block.type !== 'image';
  });
  return blocks[at]?.type === 'paragraph' ? { blocks, at, text: textOf(blocks[at]) } : null;
}

/** How the text of a body begins; `null` where it does with no paragraph. */
export const openingOf = (body: unknown): string | null => firstParagraph(body)?.text.slice(0, MAX_OPENING) ?? null;

/** A node without the first `count` code units of its text; what is empty then goes. */
function without(node: Node, count: number): Node[] {
  if (count === 0) return [node];
  if (typeof node.text === 'string') return count < node.text.length ? [{ ...node, text: node.text.slice(count) }] : [];
  let left = count;
  const children = childrenOf(node).flatMap((child) => {
    const taken = Math.min(left, textOf(child).length);
    left -= taken;
    return without(child, taken);
  });
  return children.length > 0 ? [{ ...node, children }] : [];
}

/**
 * A body of the form without the dateline that its text begins with.
 *
 * @returns `null` where it does not begin so.
 */
export function takeOff(body: unknown, line: string): unknown[] | null {
  const found = firstParagraph(body);
  if (!found) return null;
  const { blocks, at, text } = found;
  const start = blanks(text);
  if (!text.startsWith(line, start)) return null;
  const end = start + line.length;
  const rest = [
    ...blocks.slice(0, at),
    ...without(blocks[at] ?? {}, end + blanks(text.slice(end))),
    ...blocks.slice(at + 1),
  ];
  // Strapi's editor needs a place for the cursor.
  return rest.length > 0 ? rest : [{ type: 'paragraph', children: [{ type: 'text', text: '' }] }];
}
