type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const childrenOf = ({ children }: Node): Node[] => (Array.isArray(children) ? children.filter(isNode) : []);

/** White space, and characters without a shape, at the beginning of a text. */
const BLANKS = /^[\s\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*/u;

/** The text of a block, as it is written. */
function textOf(node: Node): string {
  if (typeof node.text === 'string') return node.text;
  return childrenOf(node).map(textOf).join('');
}

function firstParagraphAfter(body: readonly unknown[], passed: readonly string[]): number {
  const at = body.findIndex((block) => isNode(block) && !passed.includes(String(block.type)));
  return at >= 0 && (body[at] as Node).type === 'paragraph' ? at : -1;
}

/**
 * The paragraph that a dateline is set at the head of: the first block but for pictures. A crosshead, a list, a quotation
 * takes no dateline into its line.
 *
 * @returns Its place in the body; -1 where the text begins with something else, or there is none.
 */
export const openingParagraph = (body: readonly unknown[]): number => firstParagraphAfter(body, ['image']);

/** The text of the paragraph in which a body may bring its own dateline along: crossheads may stand before it. */
export function firstParagraphText(body: readonly unknown[]): string | null {
  const at = firstParagraphAfter(body, ['image', 'heading']);
  return at < 0 ? null : textOf(body[at] as Node);
}

/** A node without the first `count` code units of its text; null where nothing is left of it. */
function without(node: Node, count: number): Node | null {
  if (count === 0) return node;
  if (typeof node.text === 'string') return count < node.text.length ? { ...node, text: node.text.slice(count) } : null;
  let left = count;
  const children = childrenOf(node).flatMap((child) => {
    const length = textOf(child).length;
    const rest = without(child, Math.min(left, length));
    left -= Math.min(left, length);
    return rest ?? [];
  });
  return children.length > 0 ? { ...node, children } : null;
}

/**
 * A body without the dateline that it brings along: for a page that prints the story's own.
 *
 * @param dateline - `story.bodyDateline`: how the first paragraph begins.
 * @returns The body as it is where the first paragraph does not begin so. Does not change its input.
 */
export function withoutDateline(body: readonly unknown[], dateline: string | null | undefined): unknown[] {
  const at = firstParagraphAfter(body, ['image', 'heading']);
  if (!dateline || at < 0) return [...body];
  const paragraph = body[at] as Node;
  const text = textOf(paragraph);
  const before = BLANKS.exec(text)?.[0].length ?? 0;
  if (!text.startsWith(dateline, before)) return [...body];
  const end = before + dateline.length;
  const after = BLANKS.exec(text.slice(end))?.[0].length ?? 0;
  const rest = without(paragraph, end + after);
  return [...body.slice(0, at), ...(rest ? [rest] : []), ...body.slice(at + 1)];
}
