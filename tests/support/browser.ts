import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { createAccount } from './admin';
import type { Running } from './strapi';

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

/** A page of the admin panel with a new administrator logged in, without the first visit's tour. */
export async function openAdmin(browser: Browser, app: Running): Promise<Page> {
  const account = await createAccount(app);
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
