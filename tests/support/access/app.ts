import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileApp } from '../compile';
import { type BootOptions, bootStrapi, type Running } from '../strapi';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '../../..');

type Attributes = Record<string, Record<string, unknown>>;

/** Makes a relation of a story (or of a section) lead back, as applications often have it. */
function addWayBack(distDir: string, from: string, field: string, to: string, name: string): void {
  const file = (type: string) => path.join(distDir, `src/api/${type}/content-types/${type}/schema.json`);
  const edit = (type: string, change: (attributes: Attributes) => void) => {
    const schema = JSON.parse(fs.readFileSync(file(type), 'utf8')) as { attributes: Attributes };
    change(schema.attributes);
    fs.writeFileSync(file(type), JSON.stringify(schema));
  };
  let many = false;
  edit(from, (attributes) => {
    many = attributes[field].relation === 'manyToMany';
    attributes[field] = { ...attributes[field], inversedBy: name };
  });
  edit(to, (attributes) => {
    const relation = many ? 'manyToMany' : 'oneToMany';
    attributes[name] = { type: 'relation', relation, target: `api::${from}.${from}`, mappedBy: field };
  });
}

const BOOKMARKS = `module.exports = (plugin) => {
  plugin.contentTypes.user.schema.attributes.bookmarks = {
    type: 'relation', relation: 'manyToMany', target: 'api::article.article',
  };
  return plugin;
};`;

/** Compiles the application to a folder of this run's own, and starts it from there. */
async function bootChanged(options: BootOptions, change: (distDir: string) => void): Promise<Running> {
  fs.mkdirSync(path.join(root, '.tmp'), { recursive: true });
  const distDir = fs.mkdtempSync(path.join(root, '.tmp/access-dist-'));
  await compileApp(root, distDir);
  change(distDir);
  // Strapi makes a plugin's routes once a process: those of the application before, mapped otherwise.
  for (const file of Object.keys(require.cache))
    if (/\/src\/plugins\/.*\.[tj]s$/.test(file)) delete require.cache[file];
  const app = await bootStrapi({ ...options, distDir });
  return {
    ...app,
    async stop() {
      await app.stop();
      fs.rmSync(distDir, { recursive: true, force: true });
    },
  };
}

/** The application with two types of stories: its sources pass for the second, a name being a headline. */
export const bootAppOfTwoTypes = (options: BootOptions): Promise<Running> =>
  bootChanged(options, (distDir) => {
    const file = path.join(distDir, 'config/newsroom.js');
    const change = `
      const { source: _source, ...types } = module.exports.default.types;
      const { source: _field, ...fields } = types.story.fields;
      const story = [{ ...types.story, fields }, { uid: 'api::source.source', fields: { title: 'name' } }];
      module.exports = { __esModule: true, default: { ...module.exports.default, types: { ...types, story } } };`;
    fs.writeFileSync(file, `${fs.readFileSync(file, 'utf8')}\n${change}`);
  });

/**
 * The application with more doors to a story than it has itself: sections, topics, sources and places know their
 * stories, sites their sections, and users keep bookmarks. Runs as in development, where errors tell most.
 */
export const bootOpenApp = (options: BootOptions): Promise<Running> =>
  bootChanged({ ...options, env: { NODE_ENV: 'development', ...options.env } }, (distDir) => {
    addWayBack(distDir, 'article', 'section', 'section', 'articles');
    addWayBack(distDir, 'article', 'topics', 'topic', 'articles');
    addWayBack(distDir, 'article', 'source', 'source', 'articles');
    addWayBack(distDir, 'article', 'datelines', 'dateline', 'articles');
    addWayBack(distDir, 'section', 'site', 'site', 'sections');
    const extension = path.join(distDir, 'src/extensions/users-permissions');
    fs.mkdirSync(extension, { recursive: true });
    fs.writeFileSync(path.join(extension, 'strapi-server.js'), BOOKMARKS);
  });
