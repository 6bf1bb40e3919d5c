import fs from 'node:fs';
import path from 'node:path';
import { addWayBack, bootChanged, editNewsroom } from '../changed-app';
import type { BootOptions, Running } from '../strapi';

const BOOKMARKS = `module.exports = (plugin) => {
  plugin.contentTypes.user.schema.attributes.bookmarks = {
    type: 'relation', relation: 'manyToMany', target: 'api::article.article',
  };
  return plugin;
};`;

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
 * stories, sites their sections, and users keep bookmarks. Runs as in development, where errors tell most, and lets
 * GraphQL be asked everything at once.
 */
export const bootOpenApp = (options: BootOptions): Promise<Running> =>
  bootChanged({ ...options, env: { NODE_ENV: 'development', ...options.env } }, (distDir) => {
    addWayBack(distDir, 'article', 'section', 'section', 'articles');
    addWayBack(distDir, 'article', 'topics', 'topic', 'articles');
    addWayBack(distDir, 'article', 'source', 'source', 'articles');
    addWayBack(distDir, 'article', 'datelines', 'dateline', 'articles');
    addWayBack(distDir, 'section', 'site', 'site', 'sections');
    editNewsroom(distDir, 'newsroom.graphql = { maxCost: 0 };');
    const extension = path.join(distDir, 'src/extensions/users-permissions');
    fs.mkdirSync(extension, { recursive: true });
    fs.writeFileSync(path.join(extension, 'strapi-server.js'), BOOKMARKS);
  });
