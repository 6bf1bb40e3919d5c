import { useCallback, useEffect, useState } from 'react';

export interface Loaded<Data> {
  data: Data | null;
  error: unknown;
  isLoading: boolean;
  reload(): void;
}

/**
 * Asks when it is first shown, and whenever `ask` changes. What was there stays until the next is; an answer to an older
 * question is dropped.
 *
 * @param ask - Must not change with each render; null asks nothing.
 */
export function useLoaded<Data>(ask: (() => Promise<Data>) | null): Loaded<Data> {
  const [state, setState] = useState<Omit<Loaded<Data>, 'reload'>>({ data: null, error: null, isLoading: true });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    if (!ask) return;
    let isCurrent = true;
    setState((before) => ({ ...before, isLoading: true }));
    ask().then(
      (data) => isCurrent && setState({ data, error: null, isLoading: false }),
      (error: unknown) => isCurrent && setState({ data: null, error, isLoading: false })
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, turn]);
  return { ...state, reload: useCallback(() => setTurn((before) => before + 1), []) };
}
