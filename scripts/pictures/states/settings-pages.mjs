/** Opens a page of Settings → Story blocks, or what stands in its place. */
export async function openSettings(page, { url }, name, title) {
  await page.goto(`${url}/admin/settings/story-blocks/${name}`);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

export const sectionOf = (page, heading) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
