import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { keepPrivate } from '../src/setup/private-files';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  const connection =
    client === 'postgres'
      ? { connectionString: env('DATABASE_URL'), schema: env('DATABASE_SCHEMA', 'public') }
      : { filename: keepPrivate(path.resolve(process.cwd(), env('DATABASE_FILENAME', '.tmp/data.db'))) };
  return {
    connection: { client, connection, useNullAsDefault: true },
    settings: { useTypescriptMigrations: true },
  } as Core.Config.Database;
};
