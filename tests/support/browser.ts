import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import type { Running } from './strapi';

/** A real Chromium, which comes through npm. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: true });
}

/** A page of the admin panel with an administrator logged in, without the first visit's tour. */
export async function openAdmin(
  browser: Browser,
  { url }: Running,
  account: { email: string; password: string }
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
  await page.addInitScript(() => {
    localStorage.setItem(
      'STRAPI_GUIDED_TOUR',
      JSON.stringify({ enabled: false, hidden: true, tours: {}, completedActions: [] })
    );
  });
  await page.goto(`${url}/admin`);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password', { exact: false }).first().fill(account.password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
  return page;
}
