/**
 * PostgreSQL's codes for a value or an operator that a column cannot be given: data exceptions, no such operator for these
 * types, types that do not match (Appendix A of its manual).
 */
const OF_THE_VALUE = /^(?:22...|42883|42804)$/;
/** What Knex says of an operator that the database does not have. */
const OF_THE_OPERATOR = /not actually supported by/;

/** Whether the database failed on what a caller sent, so that the fault is the caller's. */
export function isOfTheRequest(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  return (typeof code === 'string' && OF_THE_VALUE.test(code)) || OF_THE_OPERATOR.test(error.message);
}
