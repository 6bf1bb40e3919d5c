import path from 'node:path';
import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/support/longest-first';

const plugin = (file: string) => path.resolve(import.meta.dirname, 'src/plugins', file);

/** ESM imports in tests and in pure code reach the plugins' sources; `scripts/plugin-source.cjs` does it for Strapi. */
const alias = [
  { find: 'strapi-plugin-datelines/text', replacement: plugin('datelines/text/src/index.ts') },
  { find: 'strapi-plugin-story-blocks/client', replacement: plugin('story-blocks/client/src/index.ts') },
  { find: 'strapi-plugin-story-blocks/shared', replacement: plugin('story-blocks/shared/src/index.ts') },
];

export default defineConfig({
  test: {
    reporters: ['default', path.resolve(import.meta.dirname, 'tests/support/count-reporter.ts')],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          testTimeout: 60_000,
          include: ['{packages,src,bench,scripts}/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          globalSetup: ['tests/support/databases.ts'],
          pool: 'threads',
          // A thread loads Strapi once, and starts one application after another.
          isolate: false,
          // One more than cores, for while a test waits for an instant or for the database.
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'packed',
          include: ['tests/packed/**/*.test.ts'],
          pool: 'threads',
          testTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'admin',
          include: ['tests/admin/**/*.test.ts'],
          globalSetup: ['tests/support/build-admin.ts'],
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 180_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
