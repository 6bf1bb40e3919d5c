import { describe, expect, it } from 'vitest';
import { EARLY_MIDDLEWARE, withEarly } from './stand-early';

const STRAPIS = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  { name: 'strapi::cors', config: {} },
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
const before = (entries: readonly unknown[]) => entries[entries.indexOf(EARLY_MIDDLEWARE) + 1];

describe('where early answers leave', () => {
  it('is before bodies and sessions in an application without middlewares of its own', () => {
    expect(before(withEarly(STRAPIS, 'behind'))).toBe('strapi::query');
  });

  it('is behind whatever an application has of its own', () => {
    const own = [...STRAPIS, 'global::count', 'strapi::compression', { resolve: './limit' }, 'strapi::ip'];
    expect(withEarly(own, 'behind').at(-1)).toBe(EARLY_MIDDLEWARE);
    expect(before(withEarly(['global::count', ...STRAPIS], 'behind'))).toBe('strapi::query');
    expect(before(withEarly([...STRAPIS.slice(0, 7), () => undefined, ...STRAPIS.slice(7)], 'behind'))).toBe(
      'strapi::session'
    );
  });

  it('is behind what protects every answer where the application says so', () => {
    const own = ['global::count', ...STRAPIS, 'plugin::limits.limit'];
    expect(before(withEarly(own, 'before'))).toBe('strapi::poweredBy');
  });

  it('is nowhere, or where the application has put it', () => {
    expect(withEarly(STRAPIS, 'off')).toEqual(STRAPIS);
    const own = [...STRAPIS, EARLY_MIDDLEWARE];
    expect(withEarly(own, 'before')).toEqual(own);
  });
});
