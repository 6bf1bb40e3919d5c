import type { Core } from '@strapi/strapi';

export function loadDemo(
  strapi: Core.Strapi,
  options?: {
    administrator?: { email: string; password: string } | null;
    report?: (state: { done: number; total: number; what: string }) => void;
  }
): Promise<{ made: number; published: number }>;
