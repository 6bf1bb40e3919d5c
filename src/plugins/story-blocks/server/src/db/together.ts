/**
 * Runs statements of one transaction that do not wait for each other: while the database works on one, the next is made.
 * All have ended when it gives or throws, so that none writes on where whoever began the transaction goes on after an error.
 * They are sent one after another: a connection of PostgreSQL's driver queues them, as those that Strapi populates with.
 *
 * @throws Whatever the first that failed has thrown.
 */
export async function together<Works extends readonly Promise<unknown>[]>(
  ...works: Works
): Promise<{ [At in keyof Works]: Awaited<Works[At]> }> {
  const ended = await Promise.allSettled(works);
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return ended.map((one) => (one as PromiseFulfilledResult<unknown>).value) as {
    [At in keyof Works]: Awaited<Works[At]>;
  };
}
