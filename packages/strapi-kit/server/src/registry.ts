/** Things that other plugins add by name until the application starts. */
export interface Registry<Thing> {
  /** @throws {Error} where the name is taken, or the application has started. */
  register(thing: Thing): void;
  get(name: string): Thing | undefined;
  /** In the order in which they came. The list grows while things are registered. */
  all(): readonly Thing[];
  /** Ends registering: call it in `bootstrap()`, which runs after every plugin's `register()`. */
  close(): void;
}

export interface RegistryOptions<Thing> {
  nameOf(thing: Thing): string;
  /** Messages of the errors. */
  tooLate(name: string): string;
  twice(name: string): string;
}

/** Makes a registry that closes when the application starts: what came later would change what is being answered. */
export function createRegistry<Thing>({ nameOf, tooLate, twice }: RegistryOptions<Thing>): Registry<Thing> {
  const things = new Map<string, Thing>();
  const inOrder: Thing[] = [];
  let isClosed = false;
  return {
    register(thing) {
      const name = nameOf(thing);
      if (isClosed) throw new Error(tooLate(name));
      if (things.has(name)) throw new Error(twice(name));
      things.set(name, thing);
      inOrder.push(thing);
    },
    get: (name) => things.get(name),
    all: () => inOrder,
    close() {
      isClosed = true;
    },
  };
}
