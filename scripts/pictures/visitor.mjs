import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

const LAUNCHES = 3;
const PATIENCE_MS = 45_000;
const NO_TOUR = { enabled: false, hidden: true, tours: {}, completedActions: [] };

/** Its one process dies now and then as it starts on a busy machine. */
async function openBrowser() {
  const options = { executablePath: await chromium.executablePath(), args: chromium.args, headless: true };
  for (let launch = 1; ; launch += 1) {
    try {
      return await playwright.launch(options);
    } catch (error) {
      if (launch === LAUNCHES) throw error;
    }
  }
}

/**
 * Somebody at the admin panel, in a Chromium of its own: two contexts of this one, which is one process, do not both draw.
 *
 * @param {string} url
 * @param {string} token - Of a log-in, of which Strapi allows few in a minute.
 */
export async function openVisitor(url, token) {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', timezoneId: 'UTC' });
    page.setDefaultTimeout(PATIENCE_MS);
    const { data } = await (await fetch(`${url}/admin/init`)).json();
    const banners = [true, false].map((isOld) => `STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_${isOld}:${data.uuid}`);
    await page.addInitScript(
      (items) => {
        for (const [name, value] of Object.entries(items)) localStorage.setItem(name, JSON.stringify(value));
      },
      { STRAPI_GUIDED_TOUR: NO_TOUR, jwtToken: token, ...Object.fromEntries(banners.map((name) => [name, true])) }
    );
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto(`${url}/admin`);
    await page.waitForURL((address) => !address.pathname.includes('/auth/'));
    return { page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** The theme of the next page that is opened. */
export const setTheme = (page, theme) => page.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
