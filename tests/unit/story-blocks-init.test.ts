import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { checkNewsroom, type Model } from '../../src/plugins/story-blocks/server/src/newsroom/check-newsroom';

const root = path.resolve(import.meta.dirname, '../..');
const command = path.join(root, 'src/plugins/story-blocks/bin/story-blocks.cjs');
const shipped = path.join(root, 'src/components/story-blocks');
const require = createRequire(import.meta.url);
const { init } = require(command) as {
  init(appDir: string, shipped: string, options?: Record<string, string>): string[];
};

interface Schema {
  attributes: Record<string, { type: string; target?: string }>;
}
const readJson = (file: string): Schema => JSON.parse(fs.readFileSync(file, 'utf8'));

describe('story-blocks init', () => {
  let appDir: string;
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(appDir, file)), { recursive: true });
    fs.writeFileSync(path.join(appDir, file), text);
  };
  const addType = (name: string, attributes: Record<string, unknown> = {}) =>
    write(`src/api/${name}/content-types/${name}/schema.json`, JSON.stringify({ attributes }));
  const component = (name: string) =>
    readJson(path.join(appDir, `src/components/story-blocks/${name}.json`)).attributes;

  beforeEach(() => {
    appDir = fs.mkdtempSync(path.join(os.tmpdir(), 'story-blocks-init-'));
    // Packages that an application has, among them the TypeScript that its config is read with.
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(appDir, 'node_modules'));
    for (const dir of ['config', 'src']) fs.mkdirSync(path.join(appDir, dir));
    onTestFinished(() => fs.rmSync(appDir, { recursive: true, force: true }));
  });

  test('copies every component as it is where the types are called as ours', () => {
    for (const name of ['section', 'source']) addType(name);
    init(appDir, shipped);
    for (const file of fs.readdirSync(shipped)) {
      expect(component(path.basename(file, '.json'))).toEqual(readJson(path.join(shipped, file)).attributes);
    }
  });

  test.each([
    ['js', (types: string) => `module.exports = { types: ${types} };`],
    ['ts', (types: string) => `export default { types: ${types} } satisfies object;`],
    [
      'ts',
      (types: string) =>
        `export default ({ env }: { env(name: string): string }) => ({ types: ${types}, x: env('X') });`,
    ],
  ])('points relations at the types of config/newsroom.%s', (ending, config) => {
    for (const name of ['category', 'agency']) addType(name);
    const type = (uid: string) => `{ uid: '${uid}', fields: {} }`;
    write(
      `config/newsroom.${ending}`,
      config(`{ section: ${type('api::category.category')}, source: ${type('api::agency.agency')} }`)
    );
    init(appDir, shipped);
    expect(component('rail').section.target).toBe('api::category.category');
    expect(component('section-teaser').section.target).toBe('api::category.category');
    expect(component('rights').sources.target).toBe('api::agency.agency');
  });

  test('lets options go before the mapping, and takes types of plugins', () => {
    for (const name of ['category', 'desk']) addType(name);
    write('config/newsroom.js', "module.exports = { types: { section: { uid: 'api::category.category' } } };");
    init(appDir, shipped, { section: 'api::desk.desk', source: 'plugin::wires.agency' });
    expect(component('rail').section.target).toBe('api::desk.desk');
    expect(component('rights').sources.target).toBe('plugin::wires.agency');
  });

  test('says so where the mapping cannot be read, and does as if there were none', () => {
    addType('section');
    write('config/newsroom.ts', "import types from './elsewhere';\nexport default { types };");
    expect(init(appDir, shipped)).toContain(
      'config/newsroom.ts could not be read; --section and --source name types instead of it.'
    );
    expect(component('rail').section.target).toBe('api::section.section');
    expect(fs.readdirSync(path.join(appDir, 'config'))).toEqual(['newsroom.ts']);
  });

  test.each([
    ['mapped to none', "module.exports = { types: { story: { uid: 'api::post.post' } } };"],
    ['mapped to one that is not there', "module.exports = { types: { source: { uid: 'api::agency.agency' } } };"],
  ])('leaves a relation out whose kind is %s', (_case, config) => {
    write('config/newsroom.js', config);
    const lines = init(appDir, shipped);
    expect(component('rights')).not.toHaveProperty('sources');
    expect(component('rights')).toHaveProperty('template');
    expect(lines.find((line) => line.includes('rights.json'))).toMatch(/, without sources: no source type$/);
  });

  test('never overwrites a file, and says which it kept', () => {
    write('src/components/story-blocks/share.json', '{ "mine": true }');
    write('config/newsroom.js', 'module.exports = { types: {} };');
    const lines = init(appDir, shipped);
    expect(lines).toContain('kept     src/components/story-blocks/share.json, which was there already');
    expect(readJson(path.join(appDir, 'src/components/story-blocks/share.json'))).toEqual({ mine: true });
    expect(init(appDir, shipped).filter((line) => line.startsWith('written'))).toEqual([]);
  });

  test('writes a first mapping, in the language of the application, that fits the types as they are', () => {
    fs.cpSync(path.join(root, 'src/api'), path.join(appDir, 'src/api'), { recursive: true });
    write('tsconfig.json', '{}');
    const lines = init(appDir, shipped);
    expect(lines).toContain('written  config/newsroom.ts');
    const text = fs.readFileSync(path.join(appDir, 'config/newsroom.ts'), 'utf8');
    const mapping = new Function(text.replace('export default', 'return'))();
    const names = ['article', 'section', 'source'];
    const contentTypes = Object.fromEntries(
      names.map((name): [string, Model] => {
        const uid = `api::${name}.${name}`;
        const { attributes } = readJson(path.join(root, `src/api/${name}/content-types/${name}/schema.json`));
        return [uid, { uid, attributes }];
      })
    );
    const { types } = checkNewsroom(mapping, { contentTypes, components: {} });
    expect(types.story[0].fields).toMatchObject({ title: 'title', section: 'section', source: 'source', body: 'body' });
    expect(types.section?.fields.storyLayout).toBe('storyLayout');
  });

  test('maps in a first mapping no field that the type does not have', () => {
    addType('post', { title: { type: 'string' }, section: { type: 'relation', target: 'api::category.category' } });
    addType('category', { title: { type: 'string' } });
    init(appDir, shipped, { story: 'api::post.post' });
    const { types } = require(path.join(appDir, 'config/newsroom.js'));
    expect(types).toEqual({ story: { uid: 'api::post.post', fields: { title: 'title' } } });
  });

  test.each([
    [
      'an option that names no type',
      ['init', '--section', 'api::none.none'],
      '--section api::none.none is no content type of this application.',
    ],
    [
      'an option without a value',
      ['init', '--section'],
      'Usage: story-blocks init [--story UID] [--section UID] [--source UID]',
    ],
    [
      'an option that it does not know',
      ['init', '--force'],
      'Usage: story-blocks init [--story UID] [--section UID] [--source UID]',
    ],
    ['no command', [], 'Usage: story-blocks init [--story UID] [--section UID] [--source UID]'],
  ])('ends with one sentence on %s', (_case, args, sentence) => {
    const shippedWithPlugin = path.join(appDir, 'plugin');
    fs.cpSync(path.dirname(command), path.join(shippedWithPlugin, 'bin'), { recursive: true });
    fs.cpSync(shipped, path.join(shippedWithPlugin, 'components'), { recursive: true });
    const packed = path.join(shippedWithPlugin, 'bin/story-blocks.cjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [packed, ...args], {
      cwd: appDir,
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: `story-blocks: ${sentence}\n` });
    expect(fs.readdirSync(path.join(appDir, 'config'))).toEqual([]);
  });

  test('refuses a folder that is no application', () => {
    fs.rmSync(path.join(appDir, 'src'), { recursive: true });
    expect(() => init(appDir, shipped)).toThrow(
      `${appDir} is no Strapi application: it has no config and src folders.`
    );
  });
});
