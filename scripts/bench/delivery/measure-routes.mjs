// Routes beside the trivial one, in short rounds by turns, so that no ratio is made of two different runs.
import path from 'node:path';
import { latenciesOf, ratioOf } from './ratios.mjs';

const HOT = 50;
const TRIVIAL = '/api/bench/trivial';

/** The next of the paths at each call, over and over. */
function rotate(paths, headers, status) {
  let at = -1;
  return () => {
    at = (at + 1) % paths.length;
    return { path: paths[at], headers, status };
  };
}

/** Refuses a route whose answer has nothing to compare. */
async function expectContent(load, route, headers) {
  for (const address of route.paths.slice(0, 3)) {
    const { status, text } = await load.answer({ path: address, headers });
    if (status !== 200 || text.length === 0) throw new Error(`${address} answered ${status}: ${text.slice(0, 300)}`);
    if (!route.parts) continue;
    const parts = route.parts(JSON.parse(text).data);
    if (parts.length === 0 || parts.includes(0))
      throw new Error(`${address} answered nothing to compare: ${text.slice(0, 300)}`);
  }
}

/**
 * @param {{ load: ReturnType<typeof import('./load.mjs').createLoad>, server: any, routes: import('./routes.mjs').Route[],
 *   callers: Record<string, Record<string, string>>, seconds: number, rounds: number, profileDir?: string,
 *   report: (state: object) => void }} options
 */
export async function measureRoutes({ load, server, routes, callers, seconds, rounds, profileDir, report }) {
  const results = [];
  for (const [caller, auth] of Object.entries(callers)) {
    const trivial = rotate([TRIVIAL], auth);
    await load.run(trivial, seconds);
    const profile = async (name, next) => {
      if (!profileDir) return;
      await server.call('profile');
      await load.run(next, seconds);
      await server.call('profiled', path.join(profileDir, `${caller} ${name}.cpuprofile`.replace(/[ ,:]+/g, '-')));
    };
    await profile('trivial', trivial);
    for (const route of routes) {
      const headers = { ...auth, ...route.headers };
      await expectContent(load, route, headers);
      const hot = route.paths.slice(0, HOT);
      const kinds = { hot: rotate(hot, headers) };
      // Asked once only, as long as the archive has enough of them.
      if (route.paths.length > HOT) kinds.cold = rotate(route.paths.slice(HOT), headers);
      const { headers: tagged } = await load.answer({ path: hot[0], headers });
      if (tagged.etag) kinds['304'] = rotate([hot[0]], { ...headers, 'if-none-match': tagged.etag }, 304);
      for (const [kind, next] of Object.entries(kinds)) {
        const name = `${route.name}, ${kind}`;
        report({ what: `${caller} ${name}`, done: results.length });
        if (kind !== 'cold') await load.run(next, seconds / 2);
        const measured = [];
        const ms = [];
        for (let round = 0; round < rounds; round += 1) {
          const beside = await load.run(trivial, seconds);
          const asked = await load.run(next, seconds);
          measured.push({ rate: asked.rate, trivial: beside.rate });
          for (const each of asked.ms) ms.push(each);
        }
        await profile(name, next);
        const rate = measured.reduce((sum, each) => sum + each.rate, 0) / measured.length;
        const target = kind === '304' ? 0.85 : route.target;
        results.push({ caller, name, ratio: ratioOf(measured), rate, ...latenciesOf(ms), target, rounds: measured });
      }
    }
  }
  return results;
}
