import type { Core } from '@strapi/strapi';

/** A block of a layout that could not be shown. */
export interface BlockProblem {
  component: string;
  /** Where the layout stands, such as `section nukewars (en)`. */
  layout: string;
  problem: string;
  at: string;
}

const MAX_PROBLEMS = 200;

/** Keeps what is wrong with layouts for the health report, each logged once. */
export function createProblems(strapi: Core.Strapi) {
  const problems = new Map<string, BlockProblem>();
  return {
    report(component: string, layout: string, problem: string): void {
      const key = `${component}|${layout}|${problem}`;
      if (problems.has(key)) return;
      if (problems.size >= MAX_PROBLEMS) problems.delete(problems.keys().next().value as string);
      problems.set(key, { component, layout, problem, at: new Date().toISOString() });
      strapi.log.warn(`[story-blocks] ${component} in the layout of ${layout} is left out: ${problem}`);
    },
    all: (): BlockProblem[] => [...problems.values()],
  };
}
export type Problems = ReturnType<typeof createProblems>;
