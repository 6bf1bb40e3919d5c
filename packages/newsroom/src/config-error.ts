/** A mapping that does not fit: its message is one sentence that names the key. */
export class NewsroomConfigError extends Error {
  constructor(path: string, problem: string) {
    super(`config/newsroom: ${path} ${problem}`);
    this.name = 'NewsroomConfigError';
    // Strapi logs it as it stops: where we threw it helps nobody who wrote the mapping.
    this.stack = undefined;
  }
}

/** What a schema found, as zod of any version has it. */
export interface Issue {
  code?: string;
  path: readonly PropertyKey[];
  message: string;
  keys?: readonly string[];
}

/** The sentence for what a schema found. @param above - Where in the file the value stands that it was given. */
export function configError({ code, path, message, keys }: Issue, above: readonly string[] = []): NewsroomConfigError {
  const at = [...above, ...path.map(String)];
  if (code === 'unrecognized_keys') {
    return new NewsroomConfigError([...at, ...(keys ?? []).slice(0, 1)].join('.'), 'is no key that Wiredesk knows.');
  }
  return new NewsroomConfigError(at.join('.') || 'the file', `is wrong: ${message}.`);
}
