import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';
/** What all databases of a run take, and as much again. */
const NEEDED_BYTES = 6 * 1024 ** 3;

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync(MEMORY);
    return bavail * bsize > NEEDED_BYTES;
  } catch {
    return false;
  }
}

/** Makes a folder for a run's databases: in memory where there is room, as nothing of it outlives the run. */
export const scratchDir = (name: string): string =>
  fs.mkdtempSync(path.join(hasRoom() ? MEMORY : os.tmpdir(), `wiredesk-${name}`));
