import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';

const SETTLED_MS = 500;

/**
 * What axe finds of a page that is serious or critical: what keeps somebody from working.
 *
 * @param within - A selector, or the part itself.
 * @returns A line each; none when all is well.
 */
export async function seriousFindings(page: Page, within: string | Locator = 'body'): Promise<string[]> {
  // The pointer leaves what was clicked: the colours under it are the design system's own.
  await page.mouse.move(0, 0);
  // A colour that is on its way to another is none that anybody reads.
  await page.waitForTimeout(SETTLED_MS);
  await page.evaluate(axe.source);
  const part = typeof within === 'string' ? page.locator(within).first() : within;
  const { violations } = await part.evaluate((element) =>
    (window as unknown as { axe: typeof axe }).axe.run(element, { resultTypes: ['violations'] })
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
}
