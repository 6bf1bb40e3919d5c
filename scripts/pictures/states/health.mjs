import { openSettings, sectionOf } from './settings-pages.mjs';

const open = (page, room) => openSettings(page, room, 'health', 'Health');

/** The server's report with something else in it: a demo has no troubles, and is rebuilt in a moment. */
const withReport = (page, change) =>
  page.route(
    ({ pathname }) => pathname === '/story-blocks/health',
    async (route) => {
      const response = await route.fetch();
      const { data } = await response.json();
      await route.fulfill({ response, json: { data: { ...data, ...change(data) } } });
    }
  );

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const runUnderWay = (done, total) => ({
  id: 1,
  pass: 'rebuild',
  state: 'running',
  by: 'Night Desk',
  askedAt: ago(2),
  startedAt: ago(2),
  endedAt: null,
  isStopping: false,
  progress: { step: 'links', part: 'comparison', done, total },
  result: null,
  error: null,
});
const failure = ({ uid, english }, error, attempts) => ({
  type: uid,
  documentId: english.documentId,
  locale: english.locale,
  title: english.title,
  error,
  attempts,
  nextTry: ago(-30),
});

export const healthStates = [
  {
    name: 'health',
    async show(page, room) {
      await open(page, room);
      await page.getByText('Stories ready for readers').waitFor();
    },
  },
  {
    name: 'health-rebuild',
    isWhole: true,
    async show(page, room) {
      await withReport(page, ({ runs, published }) => ({
        runs: { ...runs, rebuild: runUnderWay(Math.round(published * 0.47), published) },
      }));
      await open(page, room);
      await page.getByRole('button', { name: 'Stop the rebuild' }).waitFor();
      return sectionOf(page, 'Rebuild everything');
    },
  },
  {
    name: 'health-troubles',
    isWhole: true,
    async show(page, room) {
      await withReport(page, () => ({
        failed: [failure(room, 'The words of the story could not be read: the text has a node of no known type.', 3)],
        waiting: 1,
      }));
      await open(page, room);
      await page.getByRole('heading', { name: 'Stories that failed' }).waitFor();
      return sectionOf(page, 'Stories that failed');
    },
  },
  {
    name: 'health-refused',
    visitor: 'reader',
    async show(page, room) {
      await open(page, room);
      await page.getByText('You need the permission').waitFor();
    },
  },
];
