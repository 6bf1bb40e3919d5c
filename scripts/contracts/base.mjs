import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A file as a commit has it. @throws where git, the commit or the file is missing. */
export const fileAt = (commit, file) =>
  execFileSync('git', ['show', `${commit}:${file}`], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** The commit that this branch left main at; the last commit where there is no main. */
export function branchPoint() {
  for (const main of ['origin/main', 'main']) {
    try {
      const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
      return execFileSync('git', ['merge-base', 'HEAD', main], options).trim();
    } catch {
      // No such branch here.
    }
  }
  return 'HEAD';
}
