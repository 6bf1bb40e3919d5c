import { useEffect, useState } from 'react';

interface State<Data> {
  data: Data | null;
  isLoading: boolean;
  hasFailed: boolean;
}

/**
 * Asks again a moment after `question` last changed; an answer to an older question is dropped. The last answer stands
 * until the next is there.
 *
 * @param question - What is asked, as text; `null` asks nothing and clears the answer.
 * @param ask - Must not change with each render.
 */
export function useAnswer<Data>(
  question: string | null,
  ask: (question: string) => Promise<Data>,
  delayMs: number
): State<Data> {
  const [state, setState] = useState<State<Data>>({ data: null, isLoading: question !== null, hasFailed: false });
  useEffect(() => {
    if (question === null) {
      setState({ data: null, isLoading: false, hasFailed: false });
      return;
    }
    let isCurrent = true;
    setState((before) => ({ ...before, isLoading: true }));
    const timer = setTimeout(() => {
      ask(question).then(
        (data) => isCurrent && setState({ data, isLoading: false, hasFailed: false }),
        () => isCurrent && setState({ data: null, isLoading: false, hasFailed: true })
      );
    }, delayMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [question, ask, delayMs]);
  return state;
}
