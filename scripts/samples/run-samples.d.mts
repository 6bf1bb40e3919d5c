import type { Core } from '@strapi/strapi';

export interface Sample {
  file: string;
  line: number;
  language: string;
  notes: Record<string, string>;
}

export interface Result {
  sample: Sample;
  plan: 'skipped' | 'shell' | 'answer' | 'input' | 'graphql' | 'schema' | 'types' | 'json' | 'unknown';
  fault: string | null;
  refreshed?: string | null;
}

export const DOCUMENTS: string[];
export function makeToken(strapi: Core.Strapi): Promise<string>;
export function runSamples(options: {
  root: string;
  url: string;
  token: string;
  files?: string[];
  write?: boolean;
}): Promise<Result[]>;
