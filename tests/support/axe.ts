import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator } from 'playwright-core';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}
interface Axe {
  run(part: Element, options: { resultTypes: string[] }): Promise<{ violations: Violation[] }>;
}

/**
 * What axe finds wrong with a part of a page, of what keeps somebody from using it.
 *
 * @returns Serious and critical findings with the elements; none where all is well.
 */
export async function findBarriers(part: Locator): Promise<string[]> {
  await part.page().evaluate(source);
  const violations = await part.evaluate(async (element) => {
    const { axe } = window as unknown as { axe: Axe };
    return (await axe.run(element, { resultTypes: ['violations'] })).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`);
}
