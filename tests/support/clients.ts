export type Client = 'sqlite' | 'postgres';

/** Both databases, or the one named by `TEST_DATABASE`. */
export const clients: Client[] = process.env.TEST_DATABASE
  ? [process.env.TEST_DATABASE as Client]
  : ['sqlite', 'postgres'];

/** Whether everything runs, as in `npm run verify`, also what `npm test` would wait for too long. */
export const isThorough = process.env.TEST_THOROUGH === '1';

/** For what no database has a say in: one of them, and both in `npm run verify`. */
export const anyClient: Client[] = isThorough ? clients : clients.slice(0, 1);

/** For what several writers at once decide: PostgreSQL, which lets them, and both in `npm run verify`. */
export const busyClient: Client[] = isThorough ? clients : clients.slice(-1);

/** The environment of an application under test. */
export const appEnv = (client: Client, more: Record<string, string> = {}): Record<string, string> => ({
  APP_KEYS: 'a,b',
  API_TOKEN_SALT: 'salt',
  ADMIN_JWT_SECRET: 'secret',
  TRANSFER_TOKEN_SALT: 'salt',
  JWT_SECRET: 'secret',
  ENCRYPTION_KEY: 'key',
  NODE_ENV: 'test',
  STRAPI_TELEMETRY_DISABLED: 'true',
  HOST: '127.0.0.1',
  PORT: '0',
  DATABASE_CLIENT: client,
  DATABASE_FILENAME: '',
  DATABASE_URL: '',
  ...more,
});
