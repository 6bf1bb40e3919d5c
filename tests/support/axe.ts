import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Finding {
  id: string;
  impact?: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/** What axe finds on a page, or in a part of it, that is serious or critical. */
export async function seriousFindings(page: Page, selector = 'main'): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (within) => {
    const { run } = (window as unknown as { axe: { run(context: string): Promise<{ violations: Finding[] }> } }).axe;
    return (await run(within)).violations;
  }, selector);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`
    );
}
