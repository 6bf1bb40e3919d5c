import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { createAccount } from './admin';
import { type Client, createClient, createToken } from './client';
import { bootStrapi, type Running } from './strapi';

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

/** How an administrator works: who it is, and on which screen. */
export interface Visit {
  email: string;
  password: string;
  /** @default 'light' */
  theme?: 'light' | 'dark';
  /** @default 1280 */
  width?: number;
}

/** A page of the admin panel, in a browser of its own, without the first visit's tour. */
async function openAdmin(app: Running, visit: Visit): Promise<{ browser: Browser; page: Page }> {
  const { email, password, theme = 'light', width = 1280 } = visit;
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.setDefaultTimeout(60_000);
    await page.addInitScript((chosen) => {
      localStorage.setItem(
        'STRAPI_GUIDED_TOUR',
        JSON.stringify({ enabled: false, hidden: true, tours: {}, completedActions: [] })
      );
      // At the first page alone: it runs before each, and a test may have chosen another since.
      if (!localStorage.getItem('STRAPI_THEME')) localStorage.setItem('STRAPI_THEME', chosen);
    }, theme);
    await page.goto(`${app.url}/admin`);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: false }).first().fill(password);
    await page.getByRole('button', { name: 'Login' }).click();
    await page.waitForURL((address) => !address.pathname.includes('/auth/'));
    return { browser, page };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** A running application with its admin panel open in a browser. */
export interface OpenPanel {
  app: Running;
  /** The content API, with full access. */
  api: Client;
  page: Page;
  /**
   * Opens the admin panel for somebody else. Two contexts of this Chromium, which is one process, do not both draw: so
   * each has a browser of its own.
   */
  open(visit: Visit): Promise<Page>;
  stop(): Promise<void>;
}

/** Boots the built application with `fill`'s content and opens its admin panel for a new administrator. */
export async function bootPanel(fill?: (api: Client) => Promise<void>): Promise<OpenPanel> {
  const app = await bootStrapi({ admin: true, distDir: path.resolve(import.meta.dirname, '../../dist') });
  const api = createClient(app, await createToken(app.strapi, 'full-access'));
  const browsers: Browser[] = [];
  const open = async (visit: Visit) => {
    const { browser, page } = await openAdmin(app, visit);
    browsers.push(browser);
    page.once('close', () => browser.close());
    return page;
  };
  const stop = async () => {
    for (const browser of browsers) await browser.close();
    await app.stop();
  };
  try {
    await fill?.(api);
    return { app, api, page: await open(await createAccount(app)), open, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
