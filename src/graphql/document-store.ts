import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode } from 'graphql';

const MIB = 2 ** 20;
/** What a parsed document takes for each character of its text, about; the text is kept with it. */
const BYTES_A_CHARACTER = 20;
const BYTES_A_DOCUMENT = 1_000;

const sizeOf = ({ loc }: DocumentNode): number => BYTES_A_DOCUMENT + BYTES_A_CHARACTER * (loc?.source.body.length ?? 0);

/**
 * Where Apollo keeps parsed documents, of one application: what stands for a refused one is known to it alone. Apollo's own
 * store counts documents without their texts, which are kept as well, however long.
 */
export function createDocumentStore() {
  const documents = new InMemoryLRUCache<DocumentNode>({ maxSize: 32 * MIB, sizeCalculation: sizeOf });
  return {
    get: (key: string) => documents.get(key),
    set: (key: string, document: DocumentNode) => documents.set(key, document),
    delete: (key: string) => documents.delete(key),
  };
}
