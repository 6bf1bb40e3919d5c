const QUALITY = 25;
/** A wider screen is taken smaller, for the folder is cloned with the code; a narrow part of it as it is. */
const WIDEST = 1280;
const SETTLED_MS = 400;
const MARGIN = 7;
const TALLEST = 4000;
const SCREENS = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

/** How much higher the window must be for nothing of the page to scroll in it. */
const hiddenHeight = (page) =>
  page.evaluate(() => {
    const isPage = ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight && clientHeight > innerHeight / 2;
    const scrolls = [...document.querySelectorAll('*')].filter(
      (element) => isPage(element) && ['auto', 'scroll'].includes(getComputedStyle(element).overflowY)
    );
    return Math.max(0, ...scrolls.map((one) => one.scrollHeight - one.clientHeight));
  });

async function settle(page) {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(SETTLED_MS);
}

async function growToFit(page, { width, height }) {
  await page.setViewportSize({ width, height });
  await settle(page);
  const tall = Math.min(TALLEST, height + (await hiddenHeight(page)));
  if (tall === height) return;
  await page.setViewportSize({ width, height: tall });
  await settle(page);
}

async function showFromTop(page, screen, part) {
  await page.setViewportSize(screen);
  await part?.evaluate((element, margin) => {
    element.style.scrollMarginTop = `${margin}px`;
    element.scrollIntoView({ block: 'start' });
  }, MARGIN);
}

/** The part of the screen round an element, or the whole screen. */
async function frameOf(page, part) {
  const screen = page.viewportSize();
  const box = await part?.boundingBox();
  if (!box) return { x: 0, y: 0, ...screen };
  const x = Math.max(0, box.x - MARGIN);
  const y = Math.max(0, box.y - MARGIN);
  return {
    x,
    y,
    width: Math.min(screen.width, box.x + box.width + MARGIN) - x,
    height: Math.min(screen.height, box.y + box.height + MARGIN) - y,
  };
}

/**
 * Takes what is shown on each screen, as WebP.
 *
 * @param {import('playwright-core').Page} page
 * @param {object} shown
 * @param {import('playwright-core').Locator} [shown.part] - Left out: the whole screen.
 * @param {boolean} [shown.isWhole] - The window grows until nothing scrolls in it.
 * @param {boolean} [shown.isOnAll] - On each screen; else on the smallest alone.
 * @returns {AsyncGenerator<{ width: number, image: Buffer }>}
 */
export async function* capture(page, { part, isWhole = false, isOnAll = false }) {
  const session = await page.context().newCDPSession(page);
  try {
    for (const screen of isOnAll ? SCREENS : SCREENS.slice(0, 1)) {
      if (isWhole) await growToFit(page, screen);
      else await showFromTop(page, screen, part);
      await settle(page);
      const frame = await frameOf(page, part);
      const scale = frame.width > screen.width / 3 ? Math.min(1, WIDEST / screen.width) : 1;
      const clip = { ...frame, scale };
      const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip });
      yield { width: screen.width, image: Buffer.from(data, 'base64') };
    }
  } finally {
    await session.detach().catch(() => {});
    await page.setViewportSize(SCREENS[0]).catch(() => {});
  }
}
