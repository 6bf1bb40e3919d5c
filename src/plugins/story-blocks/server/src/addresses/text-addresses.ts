import { readWebAddress, type WebAddress } from './web-address';

/** Addresses of a story that are taken note of. */
const MAX_ADDRESSES = 100;
const MAX_LENGTH = 2_048;
const MAX_DEPTH = 16;

/** What stands around an address in copy, in Markdown and in HTML. */
const AROUND = /[\s<>()[\]{}"“”„«»‘’`|\\^、。，；：！？「」『』（）【】《》\u200b\u2060\ufeff]+/u;
const SCHEME = /https?:\/\//i;
/** `quay.example/docks/ferry-runs`, as agencies write it. */
const BARE = /^(?:[\p{L}\p{N}-]+\.)+\p{L}[\p{L}\p{N}-]+\.?(?::\d+)?\//u;
const MARKS_AT_END = /(?<![.,;:!?…*_~'·])[.,;:!?…*_~'·]+$/u;
/** Within the site, where a frontend makes links of them: Markdown's and HTML's. */
const WITHIN = /(?:\]\(\s*<?|href\s*=\s*["']?)(\/(?!\/)[^\s"'<>)]*)/gi;
/** Writing without blanks goes on right after an address. */
const TAIL = /^([\x21-\x7e]+)[^\x21-\x7e]/;

function addressIn(token: string): string[] {
  if (!token.includes('/') || token.length > MAX_LENGTH) return [];
  const from = token.search(SCHEME);
  const text = from >= 0 ? token.slice(from) : token.replace(/^[^\p{L}\p{N}/]+/u, '');
  const address = (text.startsWith('//') ? `https:${text}` : text).replace(MARKS_AT_END, '');
  if (from < 0 && !text.startsWith('//')) return BARE.test(address) ? [`https://${address}`] : [];
  const plain = TAIL.exec(address)?.[1];
  return plain ? [address, plain.replace(MARKS_AT_END, '')] : [address];
}

/** The addresses that stand in a text, with their scheme or without; plain, in Markdown or in HTML. */
export function addressesInText(text: string): string[] {
  if (!text.includes('/')) return [];
  return [
    ...text.split(AROUND).flatMap(addressIn),
    ...[...text.matchAll(WITHIN)].flatMap(([, address]) =>
      address.length > MAX_LENGTH ? [] : address.replace(MARKS_AT_END, '')
    ),
  ];
}

function* addressesInNodes(nodes: readonly unknown[], depth: number): Generator<string> {
  if (depth > MAX_DEPTH) return;
  for (const node of nodes) {
    if (typeof node !== 'object' || node === null) continue;
    const { type, url, text, children } = node as Record<string, unknown>;
    if (type === 'link' && typeof url === 'string') yield url;
    if (typeof text === 'string') yield* addressesInText(text);
    if (Array.isArray(children)) yield* addressesInNodes(children, depth + 1);
  }
}

/**
 * The addresses that a story's texts lead to, each once, and no more than a hundred.
 *
 * @param body - Strapi's Blocks.
 * @param texts - Its other texts.
 */
export function addressesOf(body: readonly unknown[], texts: readonly (string | null)[]): WebAddress[] {
  const found = new Map<string, WebAddress>();
  const add = (value: string) => {
    const address = found.size < MAX_ADDRESSES && !found.has(value) ? readWebAddress(value) : null;
    if (address && address.path.length + address.query.size > 0) found.set(value, address);
  };
  for (const value of addressesInNodes(body, 0)) add(value);
  for (const text of texts) for (const value of addressesInText(text ?? '')) add(value);
  return [...found.values()];
}
