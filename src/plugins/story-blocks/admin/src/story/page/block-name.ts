import type { TextId, Texts } from '../../texts';
import en from '../../translations/en.json';

/** What a block is called; one of another plugin by its component's uid. */
export function blockName(texts: Texts, type: string): string {
  const id = `story.block.${type}`;
  return id in en ? texts(id as TextId) : type;
}
