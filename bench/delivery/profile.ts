// Where a process spends its time, from a CPU profile: by package, the plugins by folder.
const PLUGIN = /\/src\/plugins\/([\w-]+)\/(?:server\/src|text\/src)\/([\w-]+)/;

interface Frame {
  functionName: string;
  url: string;
}

export interface Share {
  group: string;
  share: number;
}

export function groupOf({ functionName, url }: Frame): string {
  const own = PLUGIN.exec(url);
  if (own) return `${own[1]}/${own[2]}`;
  const [, inside] = url.split(/.*\/node_modules\//);
  if (inside)
    return inside
      .split('/')
      .slice(0, inside.startsWith('@') ? 2 : 1)
      .join('/');
  if (url.startsWith('node:')) return 'node';
  // Of better-sqlite3, whose statements are functions of the machine.
  if (['all', 'run', 'get', 'Statement'].includes(functionName) && url === '') return 'sqlite';
  return url === '' ? functionName : 'the measurement';
}

/** The parts of V8's profile that are read here. */
interface Profile {
  nodes: { id: number; callFrame: Frame }[];
  samples?: number[];
  timeDeltas?: number[];
}

/** @returns Most first; shares of the time in which it worked. */
export function summaryOf({ nodes, samples = [], timeDeltas = [] }: Profile): Share[] {
  const groups = new Map(nodes.map(({ id, callFrame }) => [id, groupOf(callFrame)]));
  const sums = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const group = groups.get(id) ?? '';
    sums.set(group, (sums.get(group) ?? 0) + (timeDeltas[at] ?? 0));
  }
  for (const idle of ['(idle)', '(program)', '(root)', 'dispatch', 'the measurement']) sums.delete(idle);
  const total = [...sums.values()].reduce((sum, time) => sum + time, 0);
  return [...sums].map(([group, time]) => ({ group, share: time / total })).sort((a, b) => b.share - a.share);
}
