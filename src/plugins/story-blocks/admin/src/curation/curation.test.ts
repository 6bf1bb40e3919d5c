import { describe, expect, test } from 'vitest';
import { createCuration, type Remote } from './curation';
import { type Rules, wanted } from './queue';

/** A list of names; `-a` takes `a` off, `undo` puts the list back. */
interface List {
  names: string[];
  version: number;
}
type Change = string | { undo: string[] };

const RULES: Rules<List, Change> = {
  apply: (list, change) => {
    if (typeof change !== 'string') return { ...list, names: change.undo };
    const names = list.names.filter((name) => name !== change.replace('-', ''));
    return { ...list, names: change.startsWith('-') ? names : [...names, change] };
  },
  inverse: ({ names }) => ({ undo: names }),
  isUndo: (change) => typeof change !== 'string',
  versionOf: ({ version }) => version,
  maxUndo: 2,
  lostUntil: 'decided',
};

class Conflict extends Error {}

/** A server that keeps the list, and answers when it is told to. */
function createServer(names: string[] = []) {
  const stands: List = { names, version: 1 };
  const waiting: (() => void)[] = [];
  const bodies: string[] = [];
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve));
  const now = () => ({ ...stands });
  const remote: Remote<List, Change> = {
    async save(standing, pending) {
      const sent = pending.reduce(RULES.apply, standing);
      bodies.push(sent.names.join(''));
      await turn();
      if (sent.names.includes('!')) throw new Error('refused');
      if (sent.version !== stands.version) throw new Conflict();
      Object.assign(stands, { names: sent.names, version: stands.version + 1 });
      return { count: pending.length, standing: now() };
    },
    async afterRefusal(error) {
      await turn();
      return { standing: now(), isConflict: error instanceof Conflict };
    },
  };
  return {
    remote,
    stands,
    bodies,
    now,
    /** Somebody else writes. */
    change: (...others: string[]) => Object.assign(stands, { names: others, version: stands.version + 1 }),
    async answer() {
      waiting.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

function open(names: string[] = [], rules = RULES) {
  const server = createServer(names);
  const curation = createCuration(rules, () => server.remote);
  curation.receive(server.now());
  return {
    ...server,
    curation,
    shown: () => wanted(rules, curation.state())?.names.join(''),
    state: curation.state,
  };
}

describe('changes of a curated list', () => {
  test('are shown at once, and what is done while one is saved goes with the next request', async () => {
    const { curation, shown, answer, bodies, state } = open();
    curation.perform('a');
    curation.perform('b');
    curation.perform('c');
    expect([shown(), state().performed?.change, state().saved]).toEqual(['abc', 'c', null]);
    await answer();
    expect([shown(), state().saved, bodies]).toEqual(['abc', 'a', ['a', 'abc']]);
    await answer();
    expect([shown(), state().pending, state().standing]).toEqual(['abc', [], { names: ['a', 'b', 'c'], version: 3 }]);
  });

  test('before the list was read do nothing', () => {
    const { remote, bodies } = createServer();
    const curation = createCuration(RULES, () => remote);
    curation.perform('a');
    expect([curation.state().pending, bodies]).toEqual([[], []]);
  });

  test('are taken back one after the other, as far as there is room', async () => {
    const { curation, shown, answer, state } = open();
    for (const name of ['a', 'b', 'c']) curation.perform(name);
    expect(state().undo).toHaveLength(2);
    curation.undo();
    expect(shown()).toBe('ab');
    curation.undo();
    expect([shown(), state().undo]).toEqual(['a', []]);
    curation.undo();
    expect(shown()).toBe('a');
    await answer();
    await answer();
    expect(state().standing?.names).toEqual(['a']);
  });

  test('that the server refuses are taken back once it is known what stands, and it is told why', async () => {
    const { curation, shown, answer, state } = open(['a']);
    curation.perform('!');
    await answer();
    expect(shown()).toBe('a!');
    await answer();
    expect([shown(), state().problem?.kind, state().lost, state().undo]).toEqual(['a', 'failed', [], []]);
    curation.perform('b');
    expect(state().problem).toBeNull();
  });

  test('of a conflict are kept, to be done to what stands now; what took something back is not', async () => {
    const { curation, shown, answer, change, state } = open(['a']);
    curation.perform('b');
    curation.undo();
    curation.perform('c');
    change('a', 'x');
    await answer();
    await answer();
    expect([shown(), state().problem?.kind, state().lost]).toEqual(['ax', 'conflict', ['b', 'c']]);
    curation.again();
    expect([shown(), state().lost, state().problem]).toEqual(['axbc', [], null]);
    await answer();
    expect(state().standing).toEqual({ names: ['a', 'x', 'b', 'c'], version: 3 });
  });

  test('done while a refusal is looked into are saved to what stands', async () => {
    const { curation, shown, answer, change, state, bodies } = open(['a']);
    curation.perform('b');
    change('x');
    await answer();
    curation.perform('c');
    expect(shown()).toBe('abc');
    await answer();
    expect([shown(), state().lost, state().performed?.change]).toEqual(['xc', ['b'], 'c']);
    await answer();
    expect([state().standing?.names, bodies.at(-1)]).toEqual([['x', 'c'], 'xc']);
  });

  test('lost are dropped when the editor says so, or with the next that is saved', async () => {
    for (const lostUntil of ['decided', 'saved'] as const) {
      const { curation, answer, change, state } = open(['a'], { ...RULES, lostUntil });
      curation.perform('b');
      change('x');
      await answer();
      await answer();
      curation.perform('c');
      await answer();
      expect(state().lost).toEqual(lostUntil === 'saved' ? [] : ['b']);
      curation.dismiss();
      expect([state().lost, state().problem]).toEqual([[], null]);
    }
  });

  test('an answer that is older than what was saved, or comes while something is saved, changes nothing', async () => {
    const { curation, shown, answer, now } = open(['a']);
    const old = now();
    curation.perform('b');
    curation.receive({ names: ['z'], version: 9 });
    expect(shown()).toBe('ab');
    await answer();
    curation.receive(old);
    expect(shown()).toBe('ab');
    curation.receive({ names: ['z'], version: 9 });
    expect(shown()).toBe('z');
  });

  test('tell what takes a change back once the server has said what stood before', async () => {
    const undo: Change = { undo: ['before'] };
    const curation = createCuration({ ...RULES, inverse: () => null }, () => ({
      save: async (standing: List) => ({ count: 1, standing, undo }),
      afterRefusal: async (_: unknown, standing: List) => ({ standing, isConflict: false }),
    }));
    curation.receive({ names: [], version: 1 });
    curation.perform('a');
    expect(curation.state().undo).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(curation.state().undo).toEqual([undo]);
  });
});
