import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuseDemoPassword } from '../../src/setup/demo-password';
import { allowPublic, type Client, createClient } from '../support/client';
import { bootStrapi, clients, type Running } from '../support/strapi';

const ADVANCED = { type: 'plugin', name: 'users-permissions', key: 'advanced' };
const NEWCOMER = { username: 'stranger', email: 'stranger@example.com', password: 'Stranger-1' };

interface Mail {
  to: string;
}

const READERS = {
  known: { confirmed: true },
  new: { confirmed: false },
  blocked: { confirmed: false, blocked: true },
};
const ASKED = 'asked.example';
const BY_GRAPHQL = 'graphql.example';
const COUNTED = 'counted.example';
const addressesAt = (domain: string) => ['known', 'KNOWN', 'new', 'blocked', 'no'].map((name) => `${name}@${domain}`);

describe('readers’ accounts', () => {
  let app: Running;
  let api: Client;
  const mails: string[] = [];
  let mailServer: 'works' | 'fails' = 'works';

  const addReaders = async (domain: string) => {
    const users = app.strapi.plugin('users-permissions').service('user');
    for (const [name, more] of Object.entries(READERS)) {
      const account = { username: `${name} of ${domain}`, email: `${name}@${domain}`, password: 'Known-reader-1' };
      await users.add({ ...account, provider: 'local', ...more });
    }
  };
  /** Mails that were sent to a test's own readers: those of an earlier test may still be on their way. */
  const mailsTo = (domain: string) => mails.filter((to) => to.endsWith(`@${domain}`)).sort();

  beforeAll(async () => {
    app = await bootStrapi({ client: clients[0] });
    api = createClient(app);
    await allowPublic(
      app.strapi,
      ['register', 'forgotPassword', 'sendEmailConfirmation', 'callback'].map(
        (action) => `plugin::users-permissions.auth.${action}`
      )
    );
    for (const domain of [ASKED, BY_GRAPHQL, COUNTED]) await addReaders(domain);
    // The mail server is another machine: what is sent to it is noted instead.
    const provider = app.strapi.plugin('email').provider as { send(mail: Mail): Promise<void> };
    provider.send = async ({ to }) => {
      if (mailServer === 'fails') throw new Error('The mail server does not answer.');
      mails.push(to);
    };
  });
  afterAll(() => app?.stop());

  test('are made by nobody, by REST or GraphQL', async () => {
    const answer = await api.send('POST', '/api/auth/local/register', NEWCOMER);
    expect(answer.status, answer.text).toBe(400);
    expect(answer.body.error.message).toBe('Register action is currently disabled');
    const mutation = 'mutation ($input: UsersPermissionsRegisterInput!) { register(input: $input) { jwt } }';
    const graphql = await api.graphql(mutation, { input: NEWCOMER });
    expect(graphql.body.errors[0].message).toBe('Register action is currently disabled');
    expect(await app.strapi.db.query('plugin::users-permissions.user').count({ where: { username: 'stranger' } })).toBe(
      0
    );
  });

  describe.each(['works', 'fails'] as const)('where the mail server %s', (state) => {
    beforeAll(() => {
      mailServer = state;
    });

    test.each(addressesAt(ASKED))('a lost password of %s has one answer', async (email) => {
      const answer = await api.send('POST', '/api/auth/forgot-password', { email });
      expect([answer.status, answer.body]).toEqual([200, { ok: true }]);
    });

    test.each(addressesAt(ASKED))('a confirmation for %s has one answer', async (email) => {
      const answer = await api.send('POST', '/api/auth/send-email-confirmation', { email });
      expect([answer.status, answer.body]).toEqual([200, { email, sent: true }]);
    });
  });

  test('GraphQL gives one answer, too, and sends the mail', async () => {
    mailServer = 'works';
    const mutation = 'mutation ($email: String!) { forgotPassword(email: $email) { ok } }';
    for (const email of [`known@${BY_GRAPHQL}`, `no@${BY_GRAPHQL}`]) {
      const { body } = await api.graphql(mutation, { email });
      expect(body, email).toEqual({ data: { forgotPassword: { ok: true } } });
    }
    await expect.poll(() => mailsTo(BY_GRAPHQL)).toEqual([`known@${BY_GRAPHQL}`]);
  });

  test.each([{}, { email: '' }, { email: 'nobody' }, { email: 1 }, { email: { $ne: null } }, null])(
    'what is no address is told so: %j',
    async (body) => {
      const answer = await api.send('POST', '/api/auth/forgot-password', body);
      expect(answer.status, answer.text).toBe(400);
    }
  );

  test('one who has an account gets the mail, and nobody else', async () => {
    mailServer = 'works';
    for (const email of addressesAt(COUNTED)) await api.send('POST', '/api/auth/forgot-password', { email });
    const [known, , unconfirmed] = addressesAt(COUNTED);
    await expect.poll(() => mailsTo(COUNTED)).toEqual([known, known, unconfirmed]);
  });
});

/** Starts on an own file: what stays from one start to the next. */
async function started(file: string, work: (app: Running) => Promise<void>, env: Record<string, string> = {}) {
  const app = await bootStrapi({ databaseFile: file, env });
  try {
    await work(app);
  } finally {
    for (const name of Object.keys(env)) delete process.env[name];
    await app.stop();
  }
}

describe('from one start to the next', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-accounts-'));
    file = path.join(folder, 'made/data.db');
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('registration is closed, until somebody opens it; the database is its owner’s', async () => {
    await started(file, async ({ strapi }) => {
      expect(await strapi.store(ADVANCED).get({})).toMatchObject({ allow_register: false, unique_email: true });
      for (const name of ['', '/data.db', '/data.db-wal', '/data.db-shm']) {
        const own = path.dirname(file) + name;
        if (fs.existsSync(own)) expect(fs.statSync(own).mode & 0o077, own).toBe(0);
      }
      await strapi.store(ADVANCED).set({ value: { allow_register: true, default_role: 'authenticated' } });
    });
    fs.chmodSync(file, 0o644);
    await started(file, async ({ strapi }) => {
      expect(await strapi.store(ADVANCED).get({})).toEqual({ allow_register: true, default_role: 'authenticated' });
      expect(fs.statSync(file).mode & 0o077).toBe(0);
    });
  });
});

describe('the demo’s administrator in production', () => {
  let app: Running;
  beforeAll(async () => {
    app = await bootStrapi({ client: clients[0] });
  });
  afterAll(() => app?.stop());

  interface Account {
    email: string;
    firstname?: string;
    lastname?: string;
    password: string;
    isActive?: boolean;
  }
  async function starts(account: Account, env: Record<string, string> = {}) {
    const users = app.strapi.service('admin::user') as unknown as {
      create(account: object): Promise<{ id: number }>;
      deleteById(id: number): Promise<unknown>;
    };
    const { id } = await users.create({ firstname: 'Ana', lastname: 'Lund', isActive: true, roles: [], ...account });
    try {
      await refuseDemoPassword(app.strapi, { NODE_ENV: 'production', ...env });
      return null;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await users.deleteById(id);
    }
  }
  const DEMO = { email: 'editor@wiredesk.example', password: 'Wiredesk-demo-1' };
  const OWN = { DEMO_ADMIN_EMAIL: 'Desk@news.example', DEMO_ADMIN_PASSWORD: 'Our-demo-22' };

  test.each<[string, Account, Record<string, string>]>([
    ['as it comes', DEMO, {}],
    ['with settings of its own now', DEMO, OWN],
    ['at an address of its own', { email: 'desk@news.example', password: 'Our-demo-22' }, OWN],
    ['at an address of its own, with the usual password', { email: 'desk@news.example', password: DEMO.password }, OWN],
    ['under a new address', { ...DEMO, email: 'chief@news.example', firstname: 'Demo', lastname: 'Editor' }, {}],
  ])('%s is refused, with what to do', async (_what, account, env) => {
    const told = await starts(account, env);
    expect(told).toContain(`The administrator ${account.email} has the demo's password`);
    expect(told).toContain(`admin:reset-user-password --email=${account.email}`);
    expect(told).not.toContain(account.password);
  });

  test.each<[string, Account, Record<string, string>]>([
    ['with another password', { ...DEMO, password: 'Harbour-light-7' }, {}],
    ['that may not log in', { ...DEMO, isActive: false }, {}],
    ['in development', DEMO, { NODE_ENV: 'development' }],
    [
      'of a name alone',
      { email: 'a@news.example', password: 'Harbour-light-7', firstname: 'Demo', lastname: 'Editor' },
      {},
    ],
  ])('%s is none of ours', async (_what, account, env) => {
    expect(await starts(account, env)).toBeNull();
  });
});
