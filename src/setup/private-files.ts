import fs from 'node:fs';
import path from 'node:path';

/** Runs what only a file's owner may do; another user's file stays as that user has it. */
function asOwner(change: () => void): void {
  try {
    change();
  } catch (error) {
    if (!['EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/**
 * Keeps an SQLite database from other users of the machine: it holds drafts, and what passwords are checked against. SQLite
 * gives the files beside it the database's own mode. A folder is closed where it is made here, or is the application's `.tmp`;
 * any other is somebody else's.
 *
 * @returns The file.
 */
export function keepPrivate(file: string): string {
  const folder = path.dirname(file);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (path.basename(folder) === '.tmp') asOwner(() => fs.chmodSync(folder, 0o700));
  if (!fs.existsSync(file)) fs.closeSync(fs.openSync(file, 'a', 0o600));
  for (const own of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) {
    if (fs.existsSync(own)) asOwner(() => fs.chmodSync(own, 0o600));
  }
  return file;
}
