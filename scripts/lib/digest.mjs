// What was built of which sources: a digest per thing built, kept in .cache/wiredesk.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const STAMPS = '.cache/wiredesk';

function* walk(file, skip) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat || skip(file)) return;
  if (stat.isFile()) yield file;
  else if (stat.isDirectory()) for (const name of fs.readdirSync(file).sort()) yield* walk(path.join(file, name), skip);
}

/**
 * A digest of files and whole folders, by name and content.
 *
 * @param {string} root - Names count from here: the same files elsewhere have the same digest.
 * @param {string[]} paths - Relative to `root`; those that do not exist count as empty.
 * @param {{ skip?: (file: string) => boolean, also?: string[] }} [options] - `also`: further text that the result depends on.
 */
export function digestOf(root, paths, { skip = () => false, also = [] } = {}) {
  const hash = createHash('sha256');
  for (const start of paths) {
    for (const file of walk(path.join(root, start), skip)) {
      hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
    }
  }
  for (const text of also) hash.update(text).update('\0');
  return hash.digest('hex');
}

const stampFile = (root, name) => path.join(root, STAMPS, `${name}.sha256`);

/** Whether `name` was last built of what `digest` stands for. */
export function isBuilt(root, name, digest) {
  const file = stampFile(root, name);
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === digest;
}

/** Keeps the digest of what was just built. `null` forgets it: do that before building, which may fail half-way. */
export function keepStamp(root, name, digest) {
  const file = stampFile(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (digest === null) fs.rmSync(file, { force: true });
  else fs.writeFileSync(file, digest);
}
