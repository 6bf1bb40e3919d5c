import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type Asked, createAsking } from './asked';

/** Says after how many milliseconds is looked again; null for not at all. */
export type Pause<Data> = (asked: Asked<Data>) => number | null;

const ONCE = () => null;

/**
 * Asks when it is first shown, and whenever `ask` changes.
 *
 * @param ask - Must not change with each render; null asks nothing, and what was there stays.
 * @param pause - Counted from the last answer: a request that takes longer than the pause would never be answered.
 */
export function useAsked<Data>(ask: (() => Promise<Data>) | null, pause: Pause<Data> = ONCE) {
  const [asking] = useState(() => createAsking<Data>());
  const asked = useSyncExternalStore(asking.subscribe, asking.state);
  const reload = useCallback(async () => {
    if (ask) await asking.ask(ask);
  }, [asking, ask]);

  useEffect(() => {
    asking.renew();
    void reload();
    return asking.renew;
  }, [asking, reload]);

  const next = ask ? pause(asked) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is followed by another look
  useEffect(() => {
    if (next === null) return;
    const timer = setTimeout(() => void reload(), next);
    return () => clearTimeout(timer);
  }, [next, reload, asked.count]);

  return { ...asked, reload, put: asking.put };
}
