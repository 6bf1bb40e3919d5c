const SHELL = ['sh', 'bash'];
const DATA = ['json', '', 'text'];

/**
 * What is done with a block. A comment before it may say otherwise than its language does.
 *
 * @param {import('./read-samples.mjs').Sample} sample
 * @param {import('./read-samples.mjs').Sample} [previous] - The block before it.
 * @returns {'skipped' | 'shell' | 'answer' | 'input' | 'graphql' | 'schema' | 'types' | 'json' | 'unknown'}
 */
export function planSample({ language, notes, isNext }, previous) {
  if ('not run' in notes) return 'skipped';
  if ('schema' in notes) return 'schema';
  if ('answer of' in notes) return 'answer';
  if ('input of' in notes) return 'input';
  if (SHELL.includes(language)) return 'shell';
  if (language === 'graphql') return 'graphql';
  if (['ts', 'js'].includes(language)) return 'types';
  if (DATA.includes(language) && isNext && previous && SHELL.includes(previous.language)) {
    return 'not run' in previous.notes ? 'unknown' : 'answer';
  }
  return language === 'json' ? 'json' : 'unknown';
}

/**
 * What a shell sample says that it prints: the comments at its end.
 *
 * @param {string} text
 * @returns {string} `''` where it says nothing.
 */
export function promiseOf(text) {
  const lines = text.trimEnd().split('\n');
  const first = lines.findLastIndex((line) => !line.startsWith('#')) + 1;
  return lines
    .slice(first)
    .map((line) => line.replace(/^# ?/, ''))
    .join('\n');
}
