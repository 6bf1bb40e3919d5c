import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

/** The blocks of a document that map folders. A line has paths, which end in a slash or an extension, and what they are. */
const mapsOf = (file: string): { folder: string; text: string }[][] =>
  [...read(file).matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block = '']) => {
    const above: string[] = [];
    return block
      .trimEnd()
      .split('\n')
      .flatMap((line) => {
        const [, indent = '', names = '', text = ''] = /^( *)((?:\S*(?:\/|\.[a-z]+)(?: +|$))+)(.*)$/.exec(line) ?? [];
        above.length = indent.length / 2;
        const folders = names
          .trim()
          .split(/ +/)
          .map((name) => path.join(...above, name.replace(/\/$/, '')));
        above.push(names.trim());
        return folders.map((folder) => ({ folder, text }));
      });
  });

const foldersIn = (dir: string) =>
  fs
    .readdirSync(path.join(root, dir), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['node_modules', 'dist'].includes(entry.name))
    .map(({ name }) => name);

const [application = []] = mapsOf('CONTRIBUTING.md');
const plugin = mapsOf('CONTRIBUTING.md')[1] ?? [];
const [repository = []] = mapsOf('README.md').filter((map) =>
  map.some(({ folder }) => folder === 'config/newsroom.ts')
);
const STORY_BLOCKS = 'src/plugins/story-blocks';

describe.each([
  ['README.md', repository, ''],
  ['CONTRIBUTING.md, the application', application, ''],
  ['CONTRIBUTING.md, story-blocks', plugin, STORY_BLOCKS],
])('the map of %s', (_name, map, dir) => {
  test('is there', () => expect(map.length).toBeGreaterThan(5));

  test.each(map)('$folder exists', ({ folder }) => {
    expect(fs.existsSync(path.join(root, dir, folder))).toBe(true);
  });
});

test.each(foldersIn(`${STORY_BLOCKS}/server/src`))('CONTRIBUTING names the folder %s of story-blocks', (name) => {
  expect(plugin.map(({ folder }) => folder)).toContain(`server/src/${name}`);
});

test.each(foldersIn(STORY_BLOCKS))('CONTRIBUTING names the part %s of story-blocks', (name) => {
  expect(plugin.some(({ folder }) => folder.split('/')[0] === name)).toBe(true);
});

test.each(foldersIn('src/plugins'))('the README names the plugin %s', (name) => {
  expect(repository.map(({ folder }) => folder)).toContain(path.join('src/plugins', name));
});

test.each(foldersIn('src/api'))('the README names the content type %s', (name) => {
  expect(repository.find(({ folder }) => folder === 'src/api')?.text).toMatch(new RegExp(`\\b${name}\\b`));
});
