import { type Filled, toAnswer } from '../../blocks';
import type { FilledPage, PageAsked, PageKind } from '../kinds/page-kind';
import type { FillRequest } from '../page-request';

const shows = (filled: Filled, documentId: string) =>
  JSON.stringify(toAnswer(filled)).includes(`"documentId":${JSON.stringify(documentId)}`);

/** A page that was filled, with the parts and blocks of it that show a story. */
export interface ShownOn {
  page: FilledPage;
  blocks: string[];
}

/** Fills a page and looks for a story on it. @returns Null where there is no such page. */
export async function shownOn(
  kind: PageKind,
  request: FillRequest,
  asked: PageAsked,
  documentId: string
): Promise<ShownOn | null> {
  const page = await kind.fill(request, asked).catch((error: Error) => {
    if (error.name === 'NotFoundError') return null;
    throw error;
  });
  if (!page) return null;
  const blocks = page.blocks.filter((block) => shows(block, documentId)).map((block) => toAnswer(block).type);
  return { page, blocks: [...(kind.appearances?.partsWith(page, documentId) ?? []), ...blocks] };
}
