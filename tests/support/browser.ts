import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { createAccount } from './admin';
import { type Client, createClient, createToken } from './client';
import { bootStrapi, type Running } from './strapi';

/** What an administrator logs in with. */
export interface Account {
  email: string;
  password: string;
}

const LAUNCHES = 3;

/** A real Chromium, which comes through npm. Its one process dies now and then as it starts on a busy machine. */
export async function openBrowser(): Promise<Browser> {
  const options = { executablePath: await chromium.executablePath(), args: chromium.args, headless: true };
  for (let launch = 1; ; launch += 1) {
    try {
      return await playwright.launch(options);
    } catch (error) {
      if (launch === LAUNCHES) throw error;
    }
  }
}

/** A page of the admin panel with somebody logged in, without the first visit's tour. */
async function openAdmin(browser: Browser, app: Running, account: Account): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
  await page.addInitScript(() => {
    localStorage.setItem(
      'STRAPI_GUIDED_TOUR',
      JSON.stringify({ enabled: false, hidden: true, tours: {}, completedActions: [] })
    );
  });
  await page.goto(`${app.url}/admin`);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password', { exact: false }).first().fill(account.password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
  return page;
}

/** A running application with its admin panel open in a browser. */
export interface OpenPanel {
  app: Running;
  /** The content API, with full access. */
  api: Client;
  page: Page;
  /** A browser of its own for somebody else; closing its page is enough. */
  openAs(account: Account): Promise<Page>;
  stop(): Promise<void>;
}

/** Boots the built application with `fill`'s content and opens its admin panel. */
export async function bootPanel(fill?: (api: Client) => Promise<void>): Promise<OpenPanel> {
  const app = await bootStrapi({ admin: true, distDir: path.resolve(import.meta.dirname, '../../dist') });
  const api = createClient(app, await createToken(app.strapi, 'full-access'));
  const browsers: Browser[] = [];
  const stop = async () => {
    for (const browser of browsers) await browser.close();
    await app.stop();
  };
  // A browser each: this Chromium is one process, and shows one page at a time.
  const openAs = async (account: Account) => {
    const browser = await openBrowser();
    browsers.push(browser);
    const page = await openAdmin(browser, app, account);
    page.once('close', () => browser.close());
    return page;
  };
  try {
    await fill?.(api);
    return { app, api, page: await openAs(await createAccount(app)), openAs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
