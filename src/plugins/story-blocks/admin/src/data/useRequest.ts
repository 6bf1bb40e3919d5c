import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createRequest, type RequestState } from './request';

/** Says after how many milliseconds is looked again; null for not at all. */
export type Pause<Data> = (state: RequestState<Data>) => number | null;

const ONCE = () => null;

/**
 * Asks when it is first shown, and whenever `ask` changes.
 *
 * @param ask - Must not change with each render; null asks nothing, and what was there stays.
 * @param pause - Counted from the last answer: a request that takes longer than the pause would never be answered.
 */
export function useRequest<Data>(ask: (() => Promise<Data>) | null, pause: Pause<Data> = ONCE) {
  const [request] = useState(() => createRequest<Data>());
  const state = useSyncExternalStore(request.subscribe, request.state);
  const reload = useCallback(async () => {
    if (ask) await request.ask(ask);
  }, [request, ask]);

  useEffect(() => {
    if (!ask) return;
    request.renew();
    void request.ask(ask);
    return request.renew;
  }, [request, ask]);

  const next = ask ? pause(state) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is followed by another look
  useEffect(() => {
    if (next === null) return;
    const timer = setTimeout(() => void reload(), next);
    return () => clearTimeout(timer);
  }, [next, reload, state.count]);

  return { ...state, reload, put: request.put };
}
