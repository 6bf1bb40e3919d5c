import type { FilledBlock } from '../../../shared/src';
import type { LayoutBlock } from '../cards';
import type { AnyBlock, Page } from './block';
import type { Problems } from './problems';
import { type BlockRegistry, typeOf } from './registry';

/** A filled block with what filled it. */
export interface Filled {
  block: AnyBlock;
  data: object;
}

/** Settings left empty count as left out, so that a schema's defaults apply to both; an empty text stays. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([key, item]) => key !== '__component' && item !== null);
  return Object.fromEntries(given.map(([key, item]) => [key, withoutNulls(item)]));
}

/**
 * Fills a layout from top to bottom. A block that is unknown, wrongly set or fails is reported and left out: one bad
 * block costs its own place, never the page.
 *
 * @param where - Names the layout in the report.
 */
export async function fillLayout(
  layout: LayoutBlock[],
  page: Page,
  { registry, problems }: { registry: BlockRegistry; problems: Problems },
  where: string
): Promise<Filled[]> {
  const filled: Filled[] = [];
  for (const placed of layout) {
    const report = (problem: string) => problems.report(placed.__component, where, problem);
    const block = registry.get(placed.__component);
    if (!block) {
      report('no plugin has registered this component');
      continue;
    }
    const settings = block.schema.safeParse(withoutNulls(placed));
    if (!settings.success) {
      const [issue] = settings.error.issues;
      report(`${issue.path.join('.') || 'its settings'}: ${issue.message}`);
      continue;
    }
    try {
      const data = await block.fill(settings.data, page);
      if (data) filled.push({ block, data });
    } catch (error) {
      report(error instanceof Error ? error.message : String(error));
    }
  }
  return filled;
}

/** A filled block as REST gives it. */
export const toAnswer = ({ block, data }: Filled): FilledBlock => ({ ...data, type: typeOf(block.component) });

/** A filled block's lines in the text edition. */
export const toLines = ({ block, data }: Filled): string[] => block.toText?.(data as never) ?? [];
