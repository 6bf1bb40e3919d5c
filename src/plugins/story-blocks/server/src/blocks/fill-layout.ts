import type { FilledBlock } from '../../../shared/src';
import type { LayoutBlock } from '../cards';
import type { AnyBlock, Page } from './block';
import type { Problems } from './problems';
import { type BlockRegistry, typeOf } from './registry';

/** A filled block with what filled it. */
export interface Filled {
  block: AnyBlock;
  data: object;
  /** As it stands in the layout. */
  placed: LayoutBlock;
}

/** Settings left empty count as left out, so that a schema's defaults apply to both; an empty text stays. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([key, item]) => key !== '__component' && item !== null);
  return Object.fromEntries(given.map(([key, item]) => [key, withoutNulls(item)]));
}

/** A block whose settings fit, before it is filled. */
interface Ready {
  block: AnyBlock;
  settings: unknown;
  placed: LayoutBlock;
}

/** A layout whose blocks are known. */
export interface ReadLayout {
  ready: Ready[];
  report(component: string, problem: string): void;
}

/** The settings of a placed block, as its `fill` gets them. */
export const settingsOf = (block: AnyBlock, placed: LayoutBlock) => block.schema.safeParse(withoutNulls(placed));

/**
 * Reads the settings of a layout's blocks. One that is unknown or wrongly set is reported and left out.
 *
 * @param where - Names the layout in the report.
 */
export function readLayout(
  layout: LayoutBlock[],
  { registry, problems }: { registry: BlockRegistry; problems: Problems },
  where: string
): ReadLayout {
  const ready: Ready[] = [];
  const report = (component: string, problem: string) => problems.report(component, where, problem);
  for (const placed of layout) {
    const block = registry.get(placed.__component);
    if (!block) {
      report(placed.__component, 'no plugin has registered this component');
      continue;
    }
    const settings = settingsOf(block, placed);
    if (settings.success) {
      ready.push({ block, settings: settings.data, placed });
    } else {
      const [issue] = settings.error.issues;
      report(placed.__component, `${issue.path.join('.') || 'its settings'}: ${issue.message}`);
    }
  }
  return { ready, report };
}

/** The sections that a layout's blocks draw on, as far as they say so. */
export const sectionsOf = ({ ready }: ReadLayout, page: Pick<Page, 'section'>): string[] =>
  ready.flatMap(({ block, settings }) => block.sections?.(settings, page) ?? []).filter((id) => typeof id === 'string');

/**
 * Fills a layout from top to bottom. A block that fails is reported and left out: one bad block costs its own place,
 * never the page.
 */
export async function fillLayout(layout: ReadLayout, page: Page): Promise<Filled[]> {
  const filled: Filled[] = [];
  await page.expectSections(sectionsOf(layout, page));
  for (const { block, settings, placed } of layout.ready) {
    try {
      const data = await block.fill(settings, page);
      if (data) filled.push({ block, data, placed });
    } catch (error) {
      layout.report(placed.__component, error instanceof Error ? error.message : String(error));
    }
  }
  return filled;
}

/** A filled block as REST gives it. */
export const toAnswer = ({ block, data }: Filled): FilledBlock =>
  ({ ...data, type: typeOf(block.component) }) as FilledBlock;

/** A filled block's lines in the text edition. */
export const toLines = ({ block, data }: Filled): string[] => block.toText?.(data) ?? [];
