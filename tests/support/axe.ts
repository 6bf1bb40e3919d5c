import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds that keeps somebody from working, in a part of a page: serious and critical findings.
 *
 * @param part - A CSS selector.
 */
export async function seriousFindings(page: Page, part: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (selector) => (window as unknown as { axe: typeof axe }).axe.run(selector),
    part
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
}
