/** What is known of something that is asked of the server. */
export interface RequestState<Data> {
  /** The last answer: it stands until the next is there, and where the next one fails. */
  data: Data | null;
  /** What was thrown, where the last question was not answered. */
  error: unknown;
  hasFailed: boolean;
  isLoading: boolean;
  /** Answers and failures since the question was last another one. */
  count: number;
}

/** One thing that is asked again and again. Answers to older questions are dropped. */
export interface RequestStore<Data> {
  state(): RequestState<Data>;
  subscribe(listener: () => void): () => void;
  /** Never throws. */
  ask(question: () => Promise<Data>): Promise<void>;
  /** Another question follows: an answer that is still on its way is dropped. */
  renew(): void;
  /** Takes what another request answered. */
  put(data: Data | null): void;
  /** Forgets everything. */
  reset(): void;
}

/** The only place that knows how loading, errors and late answers go together. */
export function createRequest<Data>(): RequestStore<Data> {
  const nothing: RequestState<Data> = { data: null, error: null, hasFailed: false, isLoading: true, count: 0 };
  let state = nothing;
  let latest = 0;
  const listeners = new Set<() => void>();
  const set = (part: Partial<RequestState<Data>>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const answered = { isLoading: false, error: null, hasFailed: false };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ask(question) {
      latest += 1;
      const own = latest;
      set({ isLoading: true });
      try {
        const data = await question();
        if (own === latest) set({ ...answered, data, count: state.count + 1 });
      } catch (error) {
        if (own === latest) set({ error, hasFailed: true, isLoading: false, count: state.count + 1 });
      }
    },
    renew() {
      latest += 1;
      set({ isLoading: true, count: 0 });
    },
    put(data) {
      latest += 1;
      set({ ...answered, data });
    },
    reset() {
      latest += 1;
      set(nothing);
    },
  };
}
