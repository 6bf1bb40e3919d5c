import type { Result } from './run-samples.mjs';

export function describeResults(results: Result[]): { lines: string[]; failed: number };
