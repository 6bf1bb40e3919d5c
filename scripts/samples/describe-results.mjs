const KINDS = {
  shell: 'run in a shell',
  answer: 'compared with an answer',
  input: 'sent',
  graphql: 'asked by GraphQL',
  schema: 'held against the GraphQL schema',
  types: 'checked by TypeScript',
  json: 'read as JSON',
  skipped: 'not run',
};

/**
 * What to print of a run: which samples were not run and why, which failed, and counts.
 *
 * @param {import('./run-document.mjs').Result[]} results
 * @returns {{ lines: string[], failed: number }}
 */
export function describeResults(results) {
  const name = ({ file, line }) => `${file}:${line}`;
  const skipped = results.filter(({ plan }) => plan === 'skipped');
  const faulty = results.filter(({ fault }) => fault);
  const counts = Object.entries(KINDS)
    .map(([plan, text]) => [results.filter((result) => result.plan === plan).length, text])
    .filter(([count]) => count > 0)
    .map(([count, text]) => `${count} ${text}`);
  const lines = [
    ...skipped.map(({ sample }) => `– ${name(sample)} is not run: ${sample.notes['not run']}`),
    ...faulty.map(({ sample, fault }) => `✗ ${name(sample)}: ${fault}`),
    '',
    `${results.length} samples: ${counts.join(', ')}.`,
    `${results.length - skipped.length - faulty.length} passed, ${faulty.length} failed.`,
  ];
  if (faulty.some(({ refreshed }) => refreshed))
    lines.push('`npm run samples -- --write` writes printed answers anew.');
  return { lines, failed: faulty.length };
}
