// npm run bench:search: how fast editors find a story of a large archive, and how the database looks for it.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createProgress } from '../scripts/lib/progress.mjs';
import { startPostgres } from './app/postgres';
import { portOf, startApp } from './app/start-app';
import { upkeepOf } from './app/upkeep';
import { spreadOf } from './related/measure';
import { topStatements, watchStatements } from './related/statements';

const { values } = parseArgs({
  options: { postgres: { type: 'string' }, rounds: { type: 'string', default: '20' } },
});
const rounds = Number(values.rounds);
const ACCOUNT = { email: 'bench@wiredesk.example', password: 'Wiredesk-bench-1' };

const progress = createProgress();
const stopServer = values.postgres ? await startPostgres(values.postgres) : null;
const strapi = await progress.step('Starting the application', () => startApp({ listen: true }));
const at = `http://127.0.0.1:${portOf(strapi)}`;
const upkeep = upkeepOf(strapi);

async function logIn(): Promise<string> {
  const users = strapi.service('admin::user');
  if (!(await strapi.db.query('admin::user').findOne({ where: { email: ACCOUNT.email } }))) {
    const role = await strapi.service('admin::role').getSuperAdmin();
    await users.create({ ...ACCOUNT, firstname: 'Bench', isActive: true, roles: [role.id] });
  }
  const answer = await fetch(`${at}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(ACCOUNT),
  });
  return (await answer.json()).data.token;
}

interface Story {
  id: number;
  documentId: string;
  title: string;
  slug: string;
}

/** An old story and a new one, each by what an editor may know of it. */
async function questions(): Promise<Record<string, string>> {
  const articles = strapi.db.query('api::article.article');
  const pick = async (id: number): Promise<Story> => {
    const [story] = await articles.findMany({
      where: { id: { $gte: id }, locale: 'en' },
      orderBy: { id: 'asc' },
      limit: 1,
    });
    if (!story) throw new Error('The database has no stories: fill it with npm run bench:archive first.');
    return story;
  };
  const [last] = await articles.findMany({ orderBy: { id: 'desc' }, limit: 1 });
  const asked: Record<string, string> = {};
  for (const [age, story] of Object.entries({ old: await pick(10), new: await pick((last?.id ?? 0) - 100) })) {
    const words = story.title.split(/\s+/).filter((word) => word.length > 3);
    asked[`a word of a headline, ${age}`] = words[0] ?? story.title;
    asked[`three words, ${age}`] = words.slice(0, 3).join(' ');
    asked[`an address, ${age}`] = `https://bench.example/news/${story.slug}`;
    asked[`a document id, ${age}`] = story.documentId;
  }
  return { ...asked, 'a letter': 'a', 'words that no headline has': 'xylophone quagmire' };
}

await progress.step('Cards', () => upkeep.reconcile());
await progress.step('Words', async (report) => {
  const { published } = await upkeep.health();
  // Words alone: links are not what is searched.
  for (let waiting = published; waiting > 0; ) {
    if ((await upkeep.relateNext()) === 0) return;
    ({ waiting } = await upkeep.health());
    report({ done: published - waiting, total: published });
  }
});
const token = await logIn();
const statements = watchStatements(strapi.db.connection);
const { published } = await upkeep.health();
progress.say(`${published} published stories`);
for (const [name, q] of Object.entries(await questions())) {
  const times: number[] = [];
  let found = 0;
  statements.take();
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    const address = `${at}/story-blocks/desk/stories?locale=en&q=${encodeURIComponent(q)}`;
    const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
    const body = await answer.json();
    if (answer.status !== 200) throw new Error(`${q}: ${answer.status} ${JSON.stringify(body)}`);
    found = body.data.length;
    times.push(performance.now() - begun);
  }
  const { median, p90 } = spreadOf(times);
  progress.say(`${name.padEnd(28)} ${String(median).padStart(7)} ms, p90 ${p90}; ${found} found`);
  for (const line of topStatements(statements.take(), rounds, 2).slice(1)) progress.say(line);
}
await strapi.destroy();
await stopServer?.();
process.exit(0);
