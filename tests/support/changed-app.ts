import fs from 'node:fs';
import path from 'node:path';
import { compileApp } from './compile';
import { type BootOptions, bootStrapi, type Running } from './strapi';

const root = path.resolve(import.meta.dirname, '../..');

type Attributes = Record<string, Record<string, unknown>>;
interface Schema {
  options: Record<string, unknown>;
  pluginOptions?: Record<string, unknown>;
  attributes: Attributes;
}

/** Changes the schema of a content type of a compiled application. */
export function editSchema(distDir: string, type: string, change: (schema: Schema) => void): void {
  const file = path.join(distDir, `src/api/${type}/content-types/${type}/schema.json`);
  const schema = JSON.parse(fs.readFileSync(file, 'utf8')) as Schema;
  change(schema);
  fs.writeFileSync(file, JSON.stringify(schema));
}

/** Changes the mapping of a compiled application: a statement on `newsroom`. */
export function editNewsroom(distDir: string, statement: string): void {
  const file = path.join(distDir, 'config/newsroom.js');
  const change = `const newsroom = module.exports.default; ${statement}`;
  fs.writeFileSync(file, `${fs.readFileSync(file, 'utf8')}\n${change}`);
}

/** Installs a plugin of somebody else's, one of the fixtures, into a compiled application. */
export function addPlugin(distDir: string, name: 'clicks' | 'copytaker' | 'liveblog' | 'newsfeed'): void {
  const file = path.join(distDir, 'config/plugins.js');
  const plugin = path.join(root, 'tests/fixtures', name);
  const added = `{ const own = module.exports.default ?? module.exports;
    module.exports = (env) => ({ ...own(env), ${name}: { enabled: true, resolve: ${JSON.stringify(plugin)} } }); }`;
  fs.writeFileSync(file, `${fs.readFileSync(file, 'utf8')}\n${added}`);
}

/** Makes a relation of a story (or of a section) lead back, as applications often have it. */
export function addWayBack(distDir: string, from: string, field: string, to: string, name: string): void {
  let many = false;
  editSchema(distDir, from, ({ attributes }) => {
    many = attributes[field].relation === 'manyToMany';
    attributes[field] = { ...attributes[field], inversedBy: name };
  });
  editSchema(distDir, to, ({ attributes }) => {
    const relation = many ? 'manyToMany' : 'oneToMany';
    attributes[name] = { type: 'relation', relation, target: `api::${from}.${from}`, mappedBy: field };
  });
}

/** Compiles the application to a folder of this run's own. @returns The folder. */
export async function compileChanged(change: (distDir: string) => void): Promise<string> {
  fs.mkdirSync(path.join(root, '.tmp'), { recursive: true });
  const distDir = fs.mkdtempSync(path.join(root, '.tmp/changed-dist-'));
  await compileApp(root, distDir);
  change(distDir);
  return distDir;
}

/** Compiles the application to a folder of this run's own, and starts it from there. */
export async function bootChanged(options: BootOptions, change: (distDir: string) => void): Promise<Running> {
  const distDir = await compileChanged(change);
  const app = await bootStrapi({ ...options, distDir });
  return {
    ...app,
    async stop() {
      await app.stop();
      fs.rmSync(distDir, { recursive: true, force: true });
    },
  };
}

/** Switches a plugin of ours off in a compiled application. */
export function switchOff(distDir: string, plugin: 'story-blocks' | 'story-slugs'): void {
  const file = path.join(distDir, 'config/plugins.js');
  const off = `const all = module.exports.default;
    module.exports = (env) => ({ ...all(env), ${JSON.stringify(plugin)}: { enabled: false } });`;
  fs.writeFileSync(file, `${fs.readFileSync(file, 'utf8')}\n${off}`);
}
