import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}
interface Axe {
  run(include: string, options: { resultTypes: string[] }): Promise<{ violations: Violation[] }>;
}

/**
 * What axe finds wrong, of what keeps somebody from using it.
 *
 * @param include - Selector of the part that is looked at.
 * @returns Serious and critical findings with the elements; none where all is well.
 */
export async function findBarriers(page: Page, include: string): Promise<string[]> {
  await page.evaluate(source);
  const violations = await page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: Axe };
    return (await axe.run(selector, { resultTypes: ['violations'] })).violations;
  }, include);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`);
}
