#!/usr/bin/env node
'use strict';

const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { starterConfig } = require('./starter-config.cjs');

const USAGE = 'story-blocks init [--story UID] [--section UID] [--source UID]';
const COMPONENTS = path.join('src', 'components', 'story-blocks');
const NEWSROOM = ['ts', 'js', 'json'].map((ending) => path.join('config', `newsroom.${ending}`));
/** Content types that the shipped components point at, where an application does not say otherwise. */
const DEFAULT_UIDS = { story: 'api::article.article', section: 'api::section.section', source: 'api::source.source' };

/** What stops the command: its message is all that is printed. */
class InitError extends Error {}

/** TypeScript comes with Strapi; the application's own is the one that fits its syntax. */
function toCommonJs(file) {
  const typescript = Module.createRequire(file)('typescript');
  const { ModuleKind, ScriptTarget } = typescript;
  return typescript.transpileModule(fs.readFileSync(file, 'utf8'), {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
  }).outputText;
}

function evaluate(file) {
  if (!file.endsWith('.ts')) return require(file);
  const loaded = new Module(file);
  loaded.filename = file;
  loaded.paths = Module._nodeModulePaths(path.dirname(file));
  loaded._compile(toCommonJs(file), file);
  return loaded.exports;
}

/** Strapi's `env` as far as a mapping of content types can need it. */
const env = Object.assign((name, fallback) => process.env[name] ?? fallback, {
  array: (name, fallback) => process.env[name]?.split(',') ?? fallback,
});

/** Types by kind as `config/newsroom` maps them; null where it is absent, or cannot be read outside Strapi. */
function readTypes(file) {
  if (!file) return null;
  try {
    const exported = evaluate(file);
    const config = exported.default ?? exported;
    return (typeof config === 'function' ? config({ env }) : config).types ?? null;
  } catch {
    // It may import what only a build resolves; the options say the same.
    return null;
  }
}

/** The folder of a content type of the application itself; null for one that a plugin brings. */
function folderOf(appDir, uid) {
  const [, api, name] = /^api::([^.]+)\.(.+)$/.exec(uid) ?? [];
  return api ? path.join(appDir, 'src', 'api', api, 'content-types', name) : null;
}

function hasType(appDir, uid) {
  const folder = folderOf(appDir, uid);
  return folder ? fs.existsSync(folder) : uid.startsWith('plugin::');
}

/** The content type of each kind, or null where the application has none. */
function findUids(appDir, types, options) {
  const uids = {};
  for (const [kind, fallback] of Object.entries(DEFAULT_UIDS)) {
    const asked = options[kind];
    if (asked !== undefined && !hasType(appDir, asked)) {
      throw new InitError(`--${kind} ${asked} is no content type of this application.`);
    }
    const uid = asked ?? (types ? [types[kind]].flat()[0]?.uid : fallback);
    uids[kind] = uid && hasType(appDir, uid) ? uid : null;
  }
  return uids;
}

/** Points a component's relations at the application's own types, and leaves out those that would point nowhere. */
function adapt(component, uids) {
  const kinds = new Map(Object.entries(DEFAULT_UIDS).map(([kind, uid]) => [uid, kind]));
  const notes = [];
  const attributes = Object.entries(component.attributes).flatMap(([name, attribute]) => {
    const kind = attribute.type === 'relation' ? kinds.get(attribute.target) : undefined;
    if (!kind) return [[name, attribute]];
    const target = uids[kind];
    if (target !== attribute.target) notes.push(target ? `${name} → ${target}` : `without ${name}: no ${kind} type`);
    return target ? [[name, { ...attribute, target }]] : [];
  });
  return { component: { ...component, attributes: Object.fromEntries(attributes) }, notes };
}

/** Writes a file unless there is one. */
function write(appDir, file, text) {
  fs.mkdirSync(path.dirname(path.join(appDir, file)), { recursive: true });
  try {
    fs.writeFileSync(path.join(appDir, file), text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function nextSteps(newsroom, uids) {
  const steps = [
    `See that ${newsroom} names your content types and their fields: what does not fit stops the start with a sentence that names the key.`,
    `Give ${uids.section ?? 'your section or site type'} a dynamic zone with the story-blocks components, and name it there as storyLayout or frontLayout.`,
    'Start Strapi: cards of what is published are made in the background.',
  ];
  return ['', 'Next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`)];
}

/**
 * Brings the components of the blocks into an application. They are its own files from then on: a component that a
 * plugin registered would lose its table, and with it every layout, the day the plugin is switched off. What exists is
 * never overwritten.
 *
 * @param {string} appDir The application's folder.
 * @param {string} shipped The folder of the shipped components.
 * @param {{ story?: string, section?: string, source?: string }} options Content types that go before `config/newsroom`.
 * @returns {string[]} What was done, and what is to be done next, as lines.
 */
function init(appDir, shipped, options = {}) {
  if (!fs.existsSync(path.join(appDir, 'config')) || !fs.existsSync(path.join(appDir, 'src'))) {
    throw new InitError(`${appDir} is no Strapi application: it has no config and src folders.`);
  }
  if (!fs.existsSync(shipped)) throw new InitError(`The plugin's own components are missing from ${shipped}.`);
  const newsroom = NEWSROOM.find((file) => fs.existsSync(path.join(appDir, file)));
  const types = readTypes(newsroom && path.join(appDir, newsroom));
  const uids = findUids(appDir, types, options);

  const lines = [];
  if (newsroom && !types) lines.push(`${newsroom} could not be read; --section and --source name types instead of it.`);
  const report = (written, file, notes) =>
    lines.push(written ? [`written  ${file}`, ...notes].join(', ') : `kept     ${file}, which was there already`);
  for (const name of fs.readdirSync(shipped).filter((file) => file.endsWith('.json'))) {
    const { component, notes } = adapt(JSON.parse(fs.readFileSync(path.join(shipped, name), 'utf8')), uids);
    const file = path.join(COMPONENTS, name);
    report(write(appDir, file, `${JSON.stringify(component, null, 2)}\n`), file, notes);
  }
  const starter = fs.existsSync(path.join(appDir, 'tsconfig.json')) ? NEWSROOM[0] : NEWSROOM[1];
  if (!newsroom) {
    const schemaOf = (uid) => path.join(folderOf(appDir, uid) ?? appDir, 'schema.json');
    const text = starterConfig({ ...uids, story: uids.story ?? DEFAULT_UIDS.story }, schemaOf, starter.endsWith('.ts'));
    report(write(appDir, starter, text), starter, []);
  }
  return [...lines, ...nextSteps(newsroom ?? starter, uids)];
}

function main() {
  const kinds = Object.keys(DEFAULT_UIDS);
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      strict: false,
      options: Object.fromEntries(kinds.map((kind) => [kind, { type: 'string' }])),
    });
    const wrong = Object.keys(values).find((key) => !kinds.includes(key) || typeof values[key] !== 'string');
    if (wrong || positionals.length !== 1 || positionals[0] !== 'init') throw new InitError(`Usage: ${USAGE}`);
    console.log(init(process.cwd(), path.join(__dirname, '..', 'components'), values).join('\n'));
  } catch (error) {
    console.error(`story-blocks: ${error.message}`);
    process.exitCode = 1;
  }
}

if (require.main === module) main();

module.exports = { init, InitError };
