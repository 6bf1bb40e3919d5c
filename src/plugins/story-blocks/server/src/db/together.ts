/**
 * Runs statements of one transaction that do not wait for each other: while the database works on one, the next is made.
 * All have ended when it gives or throws, so that none writes on where whoever began the transaction goes on after an error.
 * They are sent one after another: a connection of PostgreSQL's driver queues them, as those that Strapi populates with.
 *
 * @throws What the first to fail has thrown, wherever it stands: PostgreSQL refuses all that come after it with another error.
 */
export async function together<Works extends readonly Promise<unknown>[]>(
  ...works: Works
): Promise<{ [At in keyof Works]: Awaited<Works[At]> }> {
  const failures: unknown[] = [];
  const ended = await Promise.allSettled(
    works.map(async (work) => {
      try {
        return await work;
      } catch (error) {
        failures.push(error);
        throw error;
      }
    })
  );
  if (failures.length > 0) throw failures[0];
  return ended.map((one) => (one as PromiseFulfilledResult<unknown>).value) as {
    [At in keyof Works]: Awaited<Works[At]>;
  };
}
