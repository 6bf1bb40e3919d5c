import type { Core } from '@strapi/strapi';
import type { News } from './news.mjs';

export function loadDemo(
  strapi: Core.Strapi,
  options?: {
    administrator?: { email: string; password: string } | null;
    news?: News;
    report?: (state: { done: number; total: number; what: string }) => void;
  }
): Promise<{ made: number; published: number }>;
