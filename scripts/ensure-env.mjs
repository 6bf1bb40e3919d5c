// Gives the application its .env: a copy of .env.example with random secrets. What stands in it already stays.
// Runs by itself before `npm start` and `npm run dev`.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import util from 'node:util';

const secret = () => randomBytes(32).toString('base64url');

/** What Strapi does not start without. */
const SECRETS = {
  APP_KEYS: () => `${secret()},${secret()}`,
  API_TOKEN_SALT: secret,
  ADMIN_JWT_SECRET: secret,
  TRANSFER_TOKEN_SALT: secret,
  JWT_SECRET: secret,
  ENCRYPTION_KEY: secret,
};

/** The file that Strapi reads. */
const envFile = (root, env) => path.resolve(root, env.ENV_PATH || '.env');
const textOf = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null);

/**
 * The application's settings: its .env, over which the environment wins.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} [env]
 * @returns {Record<string, string | undefined>}
 */
export const readEnv = (root, env = process.env) => ({ ...util.parseEnv(textOf(envFile(root, env)) ?? ''), ...env });

/** Keeps the secrets from other users of the machine; another user's file, such as a mounted one, stays as it is. */
function closeFile(file) {
  try {
    fs.chmodSync(file, 0o600);
  } catch (error) {
    if (!['ENOENT', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}

/**
 * Writes the secrets that neither .env nor the environment has.
 *
 * @param {string} root - Folder of the application.
 * @param {Record<string, string | undefined>} [env]
 * @returns {string[]} Names of the secrets that were made; empty where none was missing, and nothing was written.
 */
export function ensureEnv(root, env = process.env) {
  const values = readEnv(root, env);
  const file = envFile(root, env);
  closeFile(file);
  const missing = Object.keys(SECRETS).filter((name) => !values[name]);
  if (missing.length === 0) return [];

  let text = textOf(file) ?? fs.readFileSync(path.join(root, '.env.example'), 'utf8');
  for (const name of missing) {
    const line = `${name}=${SECRETS[name]()}`;
    const empty = new RegExp(`^[ \\t]*${name}[ \\t]*=.*$`, 'm');
    text = empty.test(text) ? text.replace(empty, () => line) : `${text.trimEnd()}\n${line}\n`.trimStart();
  }
  fs.writeFileSync(file, text, { mode: 0o600 });
  return missing;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const made = ensureEnv(process.cwd());
  if (made.length > 0)
    console.log(`Wrote random secrets to ${path.relative('.', envFile('.', process.env))}: ${made.join(', ')}.`);
}
